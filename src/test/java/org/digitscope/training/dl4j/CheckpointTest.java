package org.digitscope.training.dl4j;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitscope.files.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointTest {
    @TempDir
    Path folder;

    @Test
    void namesThatAreNoTextAreRefusedWithTheFileAndNotByAnAccident() throws IOException {
        Path file = folder.resolve("model.zip.checkpoint");
        CheckpointFiles.write(file, 3);
        byte[] bytes = Files.readAllBytes(file);
        int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("progress.json");
        bytes[name + 2] = (byte) 0xFF; // never occurs in UTF-8
        Files.write(file, bytes);

        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> Checkpoint.read(file))
                .withMessageContaining(file.toString());
    }
}
