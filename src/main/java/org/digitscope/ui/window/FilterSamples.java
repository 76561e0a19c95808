package org.digitscope.ui.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.data.DatasetCatalog;
import org.digitscope.data.ReferenceDigits;
import org.digitscope.data.Sample;
import org.digitscope.data.SampleReader;
import org.digitscope.files.UserFolders;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ui.kernels.Samples;

/** Digits to try filters on: MNIST's where that data set is, else the program's own. For any thread. */
final class FilterSamples {
    private static final String DATA_SET = "mnist:test";

    /** So many are looked at in some seconds. */
    private static final int MOST = 2_000;

    private final UserFolders folders;
    private final InkRasterizer rasterizer;

    FilterSamples(UserFolders folders, InkRasterizer rasterizer) {
        this.folders = folders;
        this.rasterizer = rasterizer;
    }

    /** Reads them, which takes a moment. */
    Samples read() {
        try {
            return new Samples(Samples.Source.MNIST, mnist());
        } catch (IOException e) {
            // It is not there, or damaged: the command line says so to those who want to know.
            return new Samples(Samples.Source.OWN, own());
        }
    }

    private List<DigitImage> mnist() throws IOException {
        Dataset set = new DatasetCatalog(folders)
                .open(DATA_SET, drawing -> rasterizer.rasterize(drawing).image());
        List<DigitImage> images = new ArrayList<>();
        try (SampleReader reader = set.open()) {
            Optional<Sample> next = reader.next();
            while (next.isPresent() && images.size() < MOST) {
                images.add(next.get().image());
                next = reader.next();
            }
        }
        return images;
    }

    private List<DigitImage> own() {
        try {
            return ReferenceDigits.images(rasterizer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
