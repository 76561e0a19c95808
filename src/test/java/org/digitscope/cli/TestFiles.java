package org.digitscope.cli;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/** Small files for the commands to read. */
final class TestFiles {
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private TestFiles() {}

    /** The project's own drawn digits, one drawing a line. */
    static List<String> referenceInk() throws IOException {
        try (InputStream in =
                TestFiles.class.getResourceAsStream("/org/digitscope/assets/ink/reference-digits.ndjson")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    static Path ink(Path file, List<String> lines) throws IOException {
        return Files.write(file, lines);
    }

    /** A PNG that says it is very large and has nothing else. */
    static Path hugePng(Path file) throws IOException {
        byte[] header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(20_000)
                .putInt(20_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 sum = new CRC32();
        sum.update(header);
        byte[] png = ByteBuffer.allocate(8 + 4 + 17 + 4)
                .put(PNG_SIGNATURE)
                .putInt(13)
                .put(header)
                .putInt((int) sum.getValue())
                .array();
        return Files.write(file, png);
    }

    /** IDX images of bars, each digit's at its own place, with noise; and their labels. @return the pair as a SET */
    static String bars(Path folder, int count, long seed) throws IOException {
        Random random = new Random(seed);
        Path images = folder.resolve("images-" + seed);
        Path labels = folder.resolve("labels-" + seed);
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(images));
                DataOutputStream truth = new DataOutputStream(Files.newOutputStream(labels))) {
            for (int value : new int[] {0x803, count, 28, 28}) {
                out.writeInt(value);
            }
            truth.writeInt(0x801);
            truth.writeInt(count);
            for (int i = 0; i < count; i++) {
                int digit = i % 10;
                truth.writeByte(digit);
                byte[] pixels = new byte[28 * 28];
                random.nextBytes(pixels);
                for (int y = 0; y < 28; y++) {
                    for (int x = 0; x < 28; x++) {
                        boolean bar = x / 3 == digit;
                        int noise = (pixels[y * 28 + x] & 0xFF) / 4;
                        pixels[y * 28 + x] = (byte) (bar ? 255 - noise : noise);
                    }
                }
                out.write(pixels);
            }
        }
        return images + "," + labels;
    }

    /** A plan of one small convolution. */
    static Path plan(Path file, String dataSet, int epochs) throws IOException {
        return Files.writeString(
                file, """
                    {"name": "bars", "description": "Tells bars apart",
                     "layers": [{"type": "convolution", "filters": 2, "kernel": 5, "stride": 3, "activation": "relu"}],
                     "optimizer": {"type": "adam"}, "learningRate": {"schedule": "constant", "rate": 0.01},
                     "batchSize": 20, "epochs": %d, "validationShare": 0.25, "seed": 5,
                     "dataSets": ["%s"], "figures": ["%s", "mnist:test"]}
                    """.formatted(epochs, dataSet.replace("\\", "\\\\"), dataSet.replace("\\", "\\\\")));
    }
}
