package org.digitscope.network.dl4j;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Writes models in the format of Deeplearning4j's ModelSerializer, the same bytes for the same weights. */
public final class ModelWriter {
    /** Zip has no time before; a fixed one keeps the file's digest a matter of its content. */
    private static final long FIXED_TIME_MILLIS = 315_619_200_000L;

    private ModelWriter() {}

    /**
     * A model without an updater's state.
     *
     * @param configuration the network's configuration as JSON
     * @param parameters all weights as one row
     */
    public static byte[] zip(String configuration, INDArray parameters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "configuration.json", configuration.getBytes(StandardCharsets.UTF_8));
            put(zip, "coefficients.bin", array(parameters));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Adds an entry with the fixed time. */
    public static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(FIXED_TIME_MILLIS);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** An array in ND4J's own format. */
    public static byte[] array(INDArray array) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ArrayFile.write(array, bytes);
        return bytes.toByteArray();
    }
}
