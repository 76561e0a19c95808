package org.digitscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TableTest {
    @Test
    void columnsAreAsWideAsTheirWidestCell() throws IOException {
        assertThat(print(new Table().row("a", "1").row("loss", "22"))).isEqualTo("a     1\nloss  22\n");
        assertThat(print(Table.ofNumbers().row("a", "1").row("loss", "22"))).isEqualTo("a      1\nloss  22\n");
    }

    @Test
    void chineseTakesTwoCellsACharacter() throws IOException {
        assertThat(print(new Table().row("准确率", "1").row("loss", "2"))).isEqualTo("准确率  1\nloss    2\n");
    }

    private static String print(Table table) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output out = new Output(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        table.print(out);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
