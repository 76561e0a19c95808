package org.digitscope.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitscope.files.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NdjsonBadInputTest {
    private static final String GOOD = "{\"word\":\"1\",\"drawing\":[[[1,2],[3,4]]]}\n";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"drawing":[[[1,2],[3,4]          | cannot be read as JSON at column
        {"drawing":[] "word":"7"}         | cannot be read as JSON at column 15
        {"drawing":[],"drawing":[]}       | cannot be read as JSON at column
        hello                             | cannot be read as JSON at column
        {"drawing":[]} {"drawing":[]}     | more than one JSON object
        [[[1,2],[3,4]]]                   | not a JSON object
        7                                 | not a JSON object
        {"word":"7"}                      | has no "drawing"
        {}                                | has no "drawing"
        {"word":["7"],"drawing":[]}       | "word" that is neither
        {"word":true,"drawing":[]}        | "word" that is neither
        {"drawing":null}                  | of another form
        {"drawing":{}}                    | of another form
        {"drawing":[7]}                   | of another form
        {"drawing":[[]]}                  | of another form
        {"drawing":[[[1]]]}               | of another form
        {"drawing":[[1,2],[3,4]]}         | of another form
        {"drawing":[[[1],[2],[3],[4]]]}   | of another form
        {"drawing":[[[1],[2],null]]}      | of another form
        {"drawing":[[[1,2],[3]]]}         | different length in stroke 1
        {"drawing":[[[1],[2]],[[1],[2],[]]]} | different length in stroke 2
        {"drawing":[[[],[]]]}             | no points in stroke 1
        {"drawing":[[[NaN],[1]]]}         | not a finite number in stroke 1
        {"drawing":[[[Infinity],[1]]]}    | not a finite number in stroke 1
        {"drawing":[[[1],[-Infinity]]]}   | not a finite number in stroke 1
        {"drawing":[[[1e999],[1]]]}       | not a finite number in stroke 1
        {"drawing":[[[1],[1],[1e999]]]}   | not a finite number in stroke 1
        {"drawing":[[["1"],[1]]]}         | not a finite number in stroke 1
        {"drawing":[[[null],[1]]]}        | not a finite number in stroke 1
        {"drawing":[[[[1]],[1]]]}         | not a finite number in stroke 1
        {"drawing":[[[1000000001],[1]]]}  | too large to be meant
        {"drawing":[[[1],[-1.1e9]]]}      | too large to be meant
        {"drawing":[[[1],[1],[1e14]]]}    | too large to be meant
        {"drawing":[],"weight":NaN}       | number that is not finite
        {"drawing":[],"weight":[1e999]}   | number that is not finite
        """)
    void saysWhichLineIsBadAndWhy(String line, String why) throws IOException {
        Path file = write("\n" + GOOD + line + "\n" + GOOD);

        try (InkReader reader = InkFiles.open(file)) {
            assertThat(reader.next()).isPresent();
            assertThatExceptionOfType(FileProblem.class)
                    .isThrownBy(reader::next)
                    .withMessageStartingWith(file + ", line 3,")
                    .withMessageContaining(why)
                    .withMessageContaining(":")
                    .withMessageEndingWith(".");
            assertThat(reader.next()).as("a problem ends the file").isEmpty();
        }
    }

    @Test
    void refusesDeepNestingWithoutOverflowingTheStack() throws IOException {
        String deep = "{\"drawing\":[],\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertProblem(write(deep), ", line 1, cannot be read as JSON");
    }

    @Test
    void refusesMorePointsThanAnyoneDraws() throws IOException {
        String xs = "1" + ",1".repeat(InkLimits.MAX_POINTS / 2);
        String stroke = "[[" + xs + "],[" + xs + "]]";

        assertProblem(write("{\"drawing\":[" + stroke + "," + stroke + "]}"), ", line 1, has more than 200000 points");
        assertThat(InkFiles.readAll(write("{\"drawing\":[" + stroke + "]}"))).hasSize(1);
    }

    @Test
    void refusesALineThatIsTooLongToRead() throws IOException {
        Path file = folder.resolve("long.ndjson");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("{\"a\":\"");
            for (int i = 0; i < 17; i++) {
                writer.write("x".repeat(1 << 20));
            }
        }

        assertProblem(file, ", line 1, is longer than 16 MiB");
    }

    @Test
    void refusesALineThatIsNotUtf8() throws IOException {
        Path file = folder.resolve("latin1.ndjson");
        Files.write(file, (GOOD + "{\"word\":\"\u00e9\",\"drawing\":[]}").getBytes(StandardCharsets.ISO_8859_1));

        assertProblem(file, ", line 2, is not UTF-8 text");
    }

    @Test
    void refusesALineWithNulBytes() throws IOException {
        assertProblem(write(GOOD + "{\"drawing\":[]\0}"), ", line 2, is not UTF-8 text");
    }

    @Test
    void refusesAFileThatEndsInTheMiddleOfALine() throws IOException {
        assertProblem(write(GOOD + GOOD.substring(0, 20)), ", line 2, cannot be read as JSON");
    }

    private void assertProblem(Path file, String what) {
        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> InkFiles.readAll(file))
                .withMessageStartingWith(file + what);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("bad.ndjson"), text);
    }
}
