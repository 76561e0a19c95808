package org.digitscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.digitscope.files.FileProblem;
import org.digitscope.ink.InkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnipenInkTest {
    static final String TEXT = """
        .INCLUDE dene.doc
        .COMMENT a made-up sample in the form of the published files
        .LEXICON "0" "1" "2" "3" "4" "5" "6" "7" "8" "9"
        .HIERARCHY DIGIT

        .SEGMENT DIGIT 0 ? "8"
        .COMMENT  8  6  138
        .PEN_DOWN
         273  323
         272  327
        .PEN_UP
        .DT 100
        .SEGMENT DIGIT 1-2 ? "4"
        .COMMENT  4  12  139
        .PEN_DOWN
         100  400
         110  300
        .PEN_UP
        .DT 23
        .PEN_DOWN
         105  510
        .PEN_UP
        .DT 100
        """;

    private static final Path FILE = Path.of("pendigits-orig.tes");

    @Test
    void drawingsKeepTheirLabelWriterAndStrokesWithYTurnedDown() throws IOException {
        String lines = lines(read(TEXT));

        assertThat(lines).isEqualTo("""
            {"word":"8","writer":"tes-w06","drawing":[[[273,272],[177,173]]]}
            {"word":"4","writer":"tes-w12","drawing":[[[100,110],[100,200]],[[105],[-10]]]}
            """);
    }

    @Test
    void lineEndsOfOtherSystemsAreTaken() throws IOException {
        assertThat(read(TEXT.replace("\n", "\r\n"))).isEqualTo(read(TEXT));
    }

    @Test
    void drawingsWithoutInkAreLeftOut() throws IOException {
        String empty = ".SEGMENT DIGIT 0 ? \"3\"\n.COMMENT 3 1 1\n.PEN_DOWN\n.PEN_UP\n";

        assertThat(read(empty + TEXT)).isEqualTo(read(TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {" 273", " 273 x", " 2730000000000 4", "PK", ".PEN_UP\n 3 4"})
    void namesTheLineThatIsOfAnotherForm(String line) {
        String damaged = TEXT.replace(" 273  323", line);
        int number = line.contains("\n") ? 10 : 9;

        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> read(damaged))
                .withMessageContaining(FILE.toString())
                .withMessageContaining("line " + number);
    }

    @Test
    void refusesADrawingWithoutALabel() {
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> read(TEXT.replace("? \"4\"", "?")));
    }

    private static List<InkRecord> read(String text) throws IOException {
        List<InkRecord> records = new ArrayList<>();
        UnipenInk.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), FILE, "tes-w", records::add);
        return records;
    }

    private static String lines(List<InkRecord> records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (InkRecord ink : records) {
            UnipenInk.writeLine(ink, out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
