package org.digitscope.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.digitscope.image.DigitImage;

/** Made-up samples and files for tests. */
final class Samples {
    private Samples() {}

    /** Images that all differ, labelled 0, 1, … 9, 0, … */
    static List<Sample> make(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Sample.of(image(i), Integer.toString(i % 10)))
                .toList();
    }

    static DigitImage image(int seed) {
        byte[] levels = new byte[DigitImage.SIZE * DigitImage.SIZE];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (i * 7 + seed * 31);
        }
        return DigitImage.ofLevels(levels);
    }

    /** The four files of a set, under MNIST's names. */
    static void writeFolder(Path folder, int train, int test, String ending) throws IOException {
        Files.createDirectories(folder);
        IdxFiles.write(
                folder.resolve("train-images-idx3-ubyte" + ending),
                folder.resolve("train-labels-idx1-ubyte" + ending),
                make(train));
        IdxFiles.write(
                folder.resolve("t10k-images-idx3-ubyte" + ending),
                folder.resolve("t10k-labels-idx1-ubyte" + ending),
                make(test));
    }

    /** Big-endian numbers, then zeros. */
    static byte[] idx(int zeros, int... header) {
        ByteBuffer bytes = ByteBuffer.allocate(header.length * 4 + zeros);
        for (int number : header) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }
}
