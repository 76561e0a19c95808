package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.data.KnownDataset;
import org.digitscope.data.Sample;
import org.digitscope.data.SampleReader;
import org.digitscope.files.FileProblem;
import org.digitscope.image.InkRasterizer;
import org.digitscope.training.LabelledImage;

/**
 * The labelled digits of one or several data sets.
 *
 * @param descriptions one line a set, with size, source and licence
 */
record TrainingData(List<LabelledImage> images, List<String> descriptions) {

    static TrainingData read(Context context, List<String> dataSets) throws IOException {
        InkRasterizer rasterizer = new InkRasterizer();
        List<LabelledImage> images = new ArrayList<>();
        List<String> descriptions = new ArrayList<>();
        for (String spec : dataSets) {
            Dataset dataset = context.datasets()
                    .open(spec, drawing -> rasterizer.rasterize(drawing).image());
            int before = images.size();
            addAll(dataset, images);
            if (images.size() == before) {
                throw new FileProblem(Path.of(spec), "training.no-samples");
            }
            descriptions.add(description(context, spec, images.size() - before));
        }
        return new TrainingData(images, descriptions);
    }

    private static void addAll(Dataset dataset, List<LabelledImage> images) throws IOException {
        try (SampleReader reader = dataset.open()) {
            for (Optional<Sample> sample = reader.next(); sample.isPresent(); sample = reader.next()) {
                if (sample.get().digit().isPresent()) {
                    images.add(new LabelledImage(
                            sample.get().image(), sample.get().digit().getAsInt()));
                }
            }
        }
    }

    private static String description(Context context, String spec, int count) {
        Optional<KnownDataset> known = KnownDataset.named(spec.replaceFirst(":(train|test)$", ""));
        if (known.isEmpty()) {
            return context.texts().get("card.data-own", TrainingFiles.withoutFolder(spec), count);
        }
        KnownDataset set = known.get();
        return context.texts()
                .get(
                        "card.data",
                        spec,
                        count,
                        set.authors(),
                        set.licence(),
                        set.home().toString());
    }
}
