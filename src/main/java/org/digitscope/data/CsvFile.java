package org.digitscope.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.digitscope.files.AtomicFiles;
import org.digitscope.image.DigitImage;

/**
 * Samples as comma-separated values (RFC 4180, UTF-8): a head, then a line each with the grey levels {@code pixel0} to
 * {@code pixel783}, 0 to 255, row by row, and the {@code label}, empty where there is none.
 *
 * <p>Safe for any thread.
 */
public final class CsvFile {
    private CsvFile() {}

    /**
     * Writes the whole file or nothing.
     *
     * @throws org.digitscope.files.FileProblem if it cannot be written
     */
    public static void write(Path file, List<Sample> samples) throws IOException {
        AtomicFiles.write(file, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            for (int i = 0; i < DigitImage.SIZE * DigitImage.SIZE; i++) {
                writer.write("pixel" + i + ",");
            }
            writer.write("label\r\n");
            for (Sample sample : samples) {
                for (byte level : sample.image().levels()) {
                    writer.write((level & 0xFF) + ",");
                }
                writer.write(quoted(sample.label().orElse("")) + "\r\n");
            }
            writer.flush();
        });
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
