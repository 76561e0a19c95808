package org.digitscope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkRecord;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AutosaveTest {
    @TempDir
    Path folder;

    @Test
    void restoresWhatACrashLeftBehind() throws Exception {
        InkFiles.save(file(), List.of(InkRecord.of(line(3))));
        try (Autosave autosave = new Autosave(folder)) {
            assertThat(autosave.restore()).contains(line(3));
        }
    }

    @Test
    void keepsTheNewestDrawing() throws Exception {
        try (Autosave autosave = new Autosave(folder)) {
            for (int i = 1; i <= 50; i++) {
                autosave.keep(line(i));
            }
            await(line(50));
        }
    }

    @Test
    void closingInOrderRemovesTheFile() throws Exception {
        Autosave autosave = new Autosave(folder);
        autosave.keep(line(1));
        await(line(1));
        autosave.close();
        assertThat(file()).doesNotExist();
        autosave.keep(line(2));
        try (Autosave next = new Autosave(folder)) {
            assertThat(next.restore()).isEmpty();
        }
    }

    @Test
    void emptyPadLeavesNothing() throws Exception {
        try (Autosave autosave = new Autosave(folder)) {
            autosave.keep(line(1));
            await(line(1));
            autosave.keep(Drawing.empty());
            for (int i = 0; i < 400 && Files.exists(file()); i++) {
                Thread.sleep(5);
            }
            assertThat(file()).doesNotExist();
        }
    }

    @Test
    void secondWindowLeavesTheFileOfTheFirstAlone() throws Exception {
        try (Autosave first = new Autosave(folder)) {
            first.keep(line(1));
            await(line(1));
            try (Autosave second = new Autosave(folder)) {
                assertThat(second.restore()).isEmpty();
                second.keep(line(2));
            }
            assertThat(InkFiles.readAll(file()).get(0).drawing()).isEqualTo(line(1));
        }
    }

    @Test
    void damagedFileIsNotRestoredAndDoesNotHinder() throws Exception {
        Files.writeString(file(), "{\"drawing\": [[[1, 2], [");
        try (Autosave autosave = new Autosave(folder)) {
            assertThat(autosave.restore()).isEmpty();
            autosave.keep(line(4));
            await(line(4));
        }
    }

    @Test
    void folderThatCannotBeMadeDoesNotHinder() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        try (Autosave autosave = new Autosave(inTheWay.resolve("data"))) {
            assertThat(autosave.restore()).isEmpty();
            autosave.keep(line(1));
        }
    }

    private Path file() {
        return folder.resolve("autosave.ndjson");
    }

    private void await(Drawing drawing) throws Exception {
        for (int i = 0; i < 1000; i++) {
            if (isKept(drawing)) {
                return;
            }
            Thread.sleep(5);
        }
        assertThat(InkFiles.readAll(file()).get(0).drawing()).isEqualTo(drawing);
    }

    private boolean isKept(Drawing drawing) {
        try {
            return Files.exists(file())
                    && InkFiles.readAll(file()).get(0).drawing().equals(drawing);
        } catch (IOException e) {
            return false; // not yet replaced, or just being replaced
        }
    }

    private static Drawing line(int length) {
        return new Drawing(List.of(new Stroke(List.of(new Point(10, 10, 0), new Point(10 + length, 10, 300)))));
    }
}
