package org.digitscope.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes arrays for NumPy: its format 1.0 with little-endian 32-bit floats in C order (<i>NumPy enhancement proposal 1:
 * a simple file format for NumPy arrays</i>).
 *
 * <p>Safe for any thread.
 */
public final class NpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;

    private NpyFile() {}

    /**
     * Writes the whole file or nothing.
     *
     * @param shape at least one extent; their product is the number of values
     * @param values in C order: the last index runs fastest
     * @throws FileProblem if the file cannot be written; nothing has changed then
     * @throws IllegalArgumentException if there are more or fewer values than the shape says
     */
    public static void write(Path file, List<Integer> shape, float[] values) throws IOException {
        if (shape.isEmpty()
                || shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact) != values.length) {
            throw new IllegalArgumentException(values.length + " values for the shape " + shape);
        }
        byte[] header = header(shape);
        ByteBuffer data = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        AtomicFiles.write(file, out -> {
            out.write(header);
            out.write(data.array());
        });
    }

    private static byte[] header(List<Integer> shape) {
        // The comma stays after the last extent: with one extent, Python needs it to see a tuple.
        String extents = shape.stream().map(extent -> extent + ",").collect(Collectors.joining(" "));
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + extents + "), }";
        byte[] dictionary = text.getBytes(StandardCharsets.US_ASCII);
        int prefix = MAGIC.length + Short.BYTES;
        int length = (prefix + dictionary.length + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - prefix;
        byte[] padded = Arrays.copyOf(dictionary, length);
        Arrays.fill(padded, dictionary.length, length - 1, (byte) ' ');
        padded[length - 1] = '\n';
        return ByteBuffer.allocate(prefix + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) length)
                .put(padded)
                .array();
    }
}
