package org.digitscope.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.digitscope.files.FileProblem;
import org.digitscope.image.DigitImage;
import org.digitscope.image.PictureNormalizer;

/** Reads a file of images and a file of labels side by side. */
final class IdxReader implements SampleReader {
    private final IdxInput images;
    private final IdxInput labels;
    private int done;

    private IdxReader(IdxInput images, IdxInput labels) {
        this.images = images;
        this.labels = labels;
    }

    static IdxReader open(Path imagesFile, Path labelsFile) throws IOException {
        IdxInput images = IdxInput.openImages(imagesFile);
        try {
            IdxInput labels = IdxInput.openLabels(labelsFile);
            if (images.count() == labels.count()) {
                return new IdxReader(images, labels);
            }
            labels.close();
            throw new FileProblem(imagesFile, "idx.counts", images.count(), labelsFile.toString(), labels.count());
        } catch (IOException e) {
            images.close();
            throw e;
        }
    }

    @Override
    public Optional<Sample> next() throws IOException {
        if (done == images.count()) {
            images.requireEnd();
            labels.requireEnd();
            return Optional.empty();
        }
        byte[] levels = images.read();
        int label = labels.read()[0] & 0xFF;
        done++;
        return Optional.of(Sample.of(image(levels), Integer.toString(label)));
    }

    @Override
    public void close() throws IOException {
        try {
            images.close();
        } finally {
            labels.close();
        }
    }

    private DigitImage image(byte[] levels) {
        if (images.columns() == DigitImage.SIZE && images.rows() == DigitImage.SIZE) {
            return DigitImage.ofLevels(levels);
        }
        return PictureNormalizer.normalizeGrey(images.columns(), images.rows(), levels);
    }
}
