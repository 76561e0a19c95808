package org.digitscope.ink;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitscope.files.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InkMlBadInputTest {
    @TempDir
    Path folder;

    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void saysNothingOnStandardErrorOfBytesThatAreNoCharacters() throws IOException {
        byte[] declared = "<?xml version='1.0' encoding='UTF-8'?><ink><trace>1 2</trace></ink>".getBytes(UTF_8);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(printed, true, UTF_8));
        try {
            for (int place = 0; place < declared.length; place++) {
                byte[] damaged = declared.clone();
                damaged[place] = (byte) 0xC1;
                Path file = Files.write(folder.resolve("damaged.inkml"), damaged);
                assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> InkFiles.readAll(file));
            }
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "US-ASCII", "nonsense", "Shift_JIS", "UTF-16", ""})
    @ResourceLock(Resources.SYSTEM_ERR)
    void takesTheEncodingThatIsDeclaredOrSaysThatItCannot(String encoding) throws IOException {
        String xml = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>"
                + "<ink><annotation type='truth'>\u00E9</annotation><trace>1 2</trace></ink>";
        Path file = Files.write(folder.resolve("encoded.inkml"), xml.getBytes(ISO_8859_1));

        if (encoding.equals("ISO-8859-1")) {
            assertThat(InkFiles.readAll(file).get(0).label()).contains("\u00E9");
        } else {
            assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> InkFiles.readAll(file));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        <trace>1 2, a b</trace>                | not a number
        <trace>NaN 2</trace>                   | not a number
        <trace>1 ', 2 3</trace>                | not a number
        <trace>1 #FFFFFFFFFFFFFFFFFFFF</trace> | not a number
        <trace>1 ?</trace>                     | wildcard
        <trace>* 1</trace>                     | wildcard
        <trace>'1 1</trace>                    | begins with a difference
        <trace>1</trace>                       | another number of values
        <trace>1 2,,3 4</trace>                | another number of values
        <trace></trace>                        | has no points
        <trace> </trace>                       | has no points
        <trace>1e999 2</trace>                 | too large to be meant
        <trace>2000000000 2</trace>            | too large to be meant
        <trace>1 -2000000000</trace>           | too large to be meant
        <trace>5e8 1, '5e8 0, * 0</trace>      | too large to be meant
        """)
    void saysWhichTraceIsBadAndWhy(String trace, String why) throws IOException {
        assertProblem(ink("<trace>1 2</trace>" + trace), ", trace 2,", why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<trace>1 2</trace>", "<trace>1 2 3 4</trace>"})
    void wantsAValueForEachDeclaredChannel(String trace) throws IOException {
        String format = "<traceFormat><channel name='X'/><channel name='Y'/><channel name='T'/></traceFormat>";

        assertProblem(ink(format + trace), ", trace 1,", "another number of values");
    }

    @Test
    void wantsTheChannelsXAndY() throws IOException {
        assertProblem(ink("<traceFormat><channel name='X'/></traceFormat><trace>1</trace>"), "", "channels X and Y");
    }

    @Test
    void refusesATimeThatIsTooLarge() throws IOException {
        String format = "<traceFormat><channel name='X'/><channel name='Y'/><channel name='T'/></traceFormat>";

        assertProblem(ink(format + "<trace>1 2 1e14</trace>"), ", trace 1,", "too large to be meant");
    }

    @Test
    void refusesAFileThatIsCutOff() throws IOException {
        assertProblem(write("<ink>\n<trace>1 2, 3"), "", "cannot be read as XML at line 2");
    }

    @Test
    void refusesOtherXml() throws IOException {
        assertProblem(write("<?xml version='1.0'?><svg/>"), "", "not InkML");
    }

    @Test
    void refusesInkMlWithoutAnyInk() throws IOException {
        assertProblem(ink(""), "", "holds no drawing");
    }

    @Test
    void refusesBytesThatAreNotOfTheEncoding() throws IOException {
        Path file = folder.resolve("bad.inkml");
        Files.write(file, new byte[] {'<', 'i', 'n', 'k', '>', (byte) 0xFF, (byte) 0xFE});

        assertProblem(file, "", "cannot be read as XML");
    }

    @Test
    void doesNotExpandEntities() throws IOException {
        String bomb = "<!DOCTYPE ink [<!ENTITY a '1 2,'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                + "<ink><trace>&b;3 4</trace></ink>";

        assertProblem(write(bomb), "", "cannot be read as XML");
    }

    @Test
    void doesNotReadOtherFilesThroughEntities() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "5 5");
        String text = "<!DOCTYPE ink [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>"
                + "<ink><annotation type='truth'>&e;</annotation><trace>1 1</trace></ink>";

        assertProblem(write(text), "", "cannot be read as XML");
    }

    @Test
    void doesNotFetchADtd() throws IOException {
        Path file = write("<!DOCTYPE ink SYSTEM 'file:///nowhere/ink.dtd'><ink><trace>1 1</trace></ink>");

        assertThat(InkMl.read(file)).hasSize(1);
    }

    @Test
    void refusesElementsNestedDeeperThanAnyoneGroups() throws IOException {
        assertProblem(
                ink("<traceGroup>".repeat(1000) + "<trace>1 1</trace>" + "</traceGroup>".repeat(1000)),
                "",
                "cannot be read as XML");
    }

    @Test
    void refusesMorePointsThanAnyoneDraws() throws IOException {
        String half = "<trace>" + "1 1,".repeat(InkLimits.MAX_POINTS / 2) + "</trace>";

        assertThat(InkMl.read(ink(half + half))).hasSize(1);
        assertProblem(ink(half + half + "<trace>1 1</trace>"), ", trace 3,", "more than 200000 points");
        String groups = "<traceGroup>" + half + "</traceGroup>";
        assertProblem(ink(groups.repeat(3)), ", trace 3,", "more than 200000 points");
    }

    @Test
    void refusesAFileThatIsTooLongToRead() throws IOException {
        Path file = folder.resolve("long.inkml");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("<ink>");
            for (int i = 0; i < 65; i++) {
                writer.write(" ".repeat(1 << 20));
            }
            writer.write("<trace>1 1</trace></ink>");
        }

        assertProblem(file, "", "is longer than 64 MiB");
    }

    private static void assertProblem(Path file, String where, String why) {
        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> InkMl.read(file))
                .withMessageStartingWith(file + where)
                .withMessageContaining(why)
                .withMessageEndingWith(".");
    }

    private Path ink(String body) throws IOException {
        return write("<ink xmlns='" + InkMl.NAMESPACE + "'>" + body + "</ink>");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("bad.inkml"), text);
    }
}
