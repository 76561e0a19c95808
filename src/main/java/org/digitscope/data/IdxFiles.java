package org.digitscope.data;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.digitscope.files.AtomicFiles;
import org.digitscope.image.DigitImage;

/**
 * The IDX format of MNIST: a big-endian header (magic 0x00000803 and count, rows, columns for images; 0x00000801 and
 * count for labels), then unsigned bytes. Files may be gzipped.
 *
 * <p>Safe for any thread.
 */
public final class IdxFiles {
    static final int IMAGES_MAGIC = 0x803;
    static final int LABELS_MAGIC = 0x801;

    private IdxFiles() {}

    /**
     * The set that a file of images and a file of labels make together. Images of 28×28 are taken unchanged, those of
     * another size go through {@link org.digitscope.image.PictureNormalizer}. Opening it reads both headers; damage
     * further on shows when it is reached.
     */
    public static Dataset dataset(String name, Path images, Path labels) {
        return new Dataset() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public SampleReader open() throws IOException {
                return IdxReader.open(images, labels);
            }
        };
    }

    /**
     * Writes a file of 28×28 images, gzipped if its name ends in {@code .gz}; the old file stays until the new one is
     * whole.
     *
     * @throws org.digitscope.files.FileProblem if it cannot be written
     */
    public static void writeImages(Path file, List<DigitImage> images) throws IOException {
        writeImages(file, images, () -> {});
    }

    /** @param whole run when they are on the disk, and before they have their name */
    private static void writeImages(Path file, List<DigitImage> images, Step whole) throws IOException {
        write(file, whole, out -> {
            out.writeInt(IMAGES_MAGIC);
            out.writeInt(images.size());
            out.writeInt(DigitImage.SIZE);
            out.writeInt(DigitImage.SIZE);
            for (DigitImage image : images) {
                out.write(image.levels());
            }
        });
    }

    /**
     * Writes a file of labels, unsigned bytes, as {@link #writeImages} does.
     *
     * @throws org.digitscope.files.FileProblem if it cannot be written
     */
    public static void writeLabels(Path file, byte[] labels) throws IOException {
        write(file, () -> {}, out -> {
            out.writeInt(LABELS_MAGIC);
            out.writeInt(labels.length);
            out.write(labels);
        });
    }

    /**
     * Writes both files of a set; if one of them cannot be written, both are as they were.
     *
     * @throws IllegalArgumentException if a sample's label is no digit, which the format cannot tell; nothing is
     *     written then
     * @throws org.digitscope.files.FileProblem if a file cannot be written
     */
    public static void write(Path imagesFile, Path labelsFile, List<Sample> samples) throws IOException {
        byte[] labels = new byte[samples.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) samples.get(i).digit().orElseThrow(() -> new IllegalArgumentException("no digit"));
        }
        List<DigitImage> images = samples.stream().map(Sample::image).toList();
        writeImages(imagesFile, images, () -> writeLabels(labelsFile, labels));
    }

    private interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void write(Path file, Step whole, Content content) throws IOException {
        boolean gzip = file.toString().endsWith(".gz");
        AtomicFiles.write(file, plain -> {
            GZIPOutputStream packed = gzip ? new GZIPOutputStream(plain) : null;
            OutputStream target = packed == null ? plain : packed;
            DataOutputStream out = new DataOutputStream(target);
            content.writeTo(out);
            out.flush();
            if (packed != null) {
                packed.finish();
            }
            plain.flush();
            whole.run();
        });
    }
}
