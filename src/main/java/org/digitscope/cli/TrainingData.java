package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.digitscope.data.Dataset;
import org.digitscope.data.KnownDataset;
import org.digitscope.data.Sample;
import org.digitscope.data.SampleReader;
import org.digitscope.data.synthetic.DigitStyles;
import org.digitscope.data.synthetic.NonDigits;
import org.digitscope.files.FileProblem;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.training.DataPlan;
import org.digitscope.training.Example;
import org.digitscope.training.LabelledImage;
import org.digitscope.training.TrainingPlan;
import org.digitscope.training.TrainingSet;

/**
 * What a plan's data sets give: examples to train on and, of each set, a share that is held out – whole writers where
 * they are known, so that what is measured is how unknown hands are read.
 *
 * @param descriptions one line a set, with size, source and licence
 */
record TrainingData(TrainingSet set, List<String> descriptions) {
    private static final int HELD_OUT_NON_DIGITS = 2000;
    private static final int DIGITS = 10;

    static TrainingData read(Context context, TrainingPlan plan) throws IOException {
        List<Example> trained = new ArrayList<>();
        List<LabelledImage> heldOut = new ArrayList<>();
        List<String> descriptions = new ArrayList<>();
        List<LabelledImage> plain = new ArrayList<>();
        for (DataPlan data : plan.data()) {
            if (data.isGenerated()) {
                generate(plan, data, trained, heldOut);
                descriptions.add(context.texts().get("card.data-generated", data.set(), data.count()));
                continue;
            }
            List<Sample> samples = digits(context, data.set());
            if (samples.isEmpty()) {
                throw new FileProblem(Path.of(data.set()), "training.no-samples");
            }
            samples.forEach(sample ->
                    plain.add(new LabelledImage(sample.image(), sample.digit().getAsInt())));
            split(plan, data, samples, trained, heldOut);
            descriptions.add(description(context, data.set(), samples.size()));
        }
        TrainingSet set =
                plan.isPlain() ? TrainingSet.split(plan, plain) : new TrainingSet(trained, heldOut, plan.classes());
        return new TrainingData(set, descriptions);
    }

    private static List<Sample> digits(Context context, String spec) throws IOException {
        InkRasterizer rasterizer = new InkRasterizer();
        Dataset dataset = context.datasets()
                .open(spec, drawing -> rasterizer.rasterize(drawing).image());
        List<Sample> digits = new ArrayList<>();
        try (SampleReader reader = dataset.open()) {
            for (Optional<Sample> sample = reader.next(); sample.isPresent(); sample = reader.next()) {
                if (sample.get().digit().isPresent()) {
                    digits.add(sample.get());
                }
            }
        }
        return digits;
    }

    private static void split(
            TrainingPlan plan,
            DataPlan data,
            List<Sample> samples,
            List<Example> trained,
            List<LabelledImage> heldOut) {
        Set<Integer> held = heldOutIndices(plan, samples);
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            int label = sample.digit().getAsInt();
            if (held.contains(i)) {
                heldOut.add(new LabelledImage(sample.image(), label));
                continue;
            }
            Example example = sample.ink().isPresent()
                    ? new Example.Ink(
                            sample.ink().get(), label, plan.augmentation().ink())
                    : new Example.Image(
                            sample.image(), label, plan.augmentation().image());
            for (int copy = 0; copy < data.repeat(); copy++) {
                trained.add(example);
            }
        }
    }

    /** Whole writers in an order of chance until the plan's share is reached, or single samples. */
    private static Set<Integer> heldOutIndices(TrainingPlan plan, List<Sample> samples) {
        int wanted = (int) Math.round(samples.size() * plan.validationShare());
        List<String> writers = samples.stream()
                .map(sample -> sample.writer().orElse(""))
                .distinct()
                .toList();
        Set<Integer> held = new HashSet<>();
        if (writers.size() < 2) {
            int[] order = TrainingSet.shuffled(samples.size(), plan.seed());
            for (int i = 0; i < wanted; i++) {
                held.add(order[i]);
            }
            return held;
        }
        for (int writer : TrainingSet.shuffled(writers.size(), plan.seed())) {
            if (held.size() >= wanted) {
                break;
            }
            for (int i = 0; i < samples.size(); i++) {
                if (samples.get(i).writer().orElse("").equals(writers.get(writer))) {
                    held.add(i);
                }
            }
        }
        return held;
    }

    private static void generate(TrainingPlan plan, DataPlan data, List<Example> trained, List<LabelledImage> heldOut) {
        boolean digits = data.set().equals(DataPlan.GENERATED_DIGITS);
        for (int i = 0; i < data.count(); i++) {
            int label = digits ? i % DIGITS : Example.NO_DIGIT;
            trained.add(new Example.Generated(
                    random -> draw(digits, label, random),
                    label,
                    plan.augmentation().ink()));
        }
        if (!digits && plan.validationShare() > 0) {
            InkRasterizer rasterizer = new InkRasterizer();
            SplittableRandom random = new SplittableRandom(plan.seed());
            for (int i = 0; i < HELD_OUT_NON_DIGITS; i++) {
                Drawing drawing = NonDigits.draw(random.split());
                heldOut.add(new LabelledImage(rasterizer.rasterize(drawing).image(), Example.NO_DIGIT));
            }
        }
    }

    private static Drawing draw(boolean digits, int label, SplittableRandom random) {
        return digits ? DigitStyles.draw(label, random) : NonDigits.draw(random);
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
