package org.digitscope.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.digitscope.files.FileProblem;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InkFilesTest {
    private static final InkRecord SEVEN =
            new InkRecord(Inks.drawing(Inks.stroke(0, 0, 10, 0, 5, 20)), Optional.of("7"), Map.of("writer", "me"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.ndjson", "a.inkml", "a.xml", "a.INKML", "a.txt", "a"})
    void readsWhatItSavedUnderAnyName(String name) throws IOException {
        Path file = folder.resolve(name);

        InkFiles.save(file, List.of(SEVEN, InkRecord.of(Drawing.empty())));

        assertThat(InkFiles.readAll(file)).containsExactly(SEVEN, InkRecord.of(Drawing.empty()));
        assertThat(InkFiles.looksLikeInk(file)).isTrue();
    }

    @Test
    void savesInkMlByEnding() throws IOException {
        Path file = folder.resolve("a.inkml");

        InkFiles.save(file, List.of(SEVEN));

        assertThat(file).content().contains("<ink ");
    }

    @Test
    void goesByContentNotByEnding() throws IOException {
        Path ndjson = Files.writeString(folder.resolve("a.png"), " \n\r\t{\"drawing\":[]}");
        Path inkml = Files.writeString(
                folder.resolve("b.ndjson"), "\uFEFF<?xml version='1.0'?>\n<ink><trace>1 1</trace></ink>");

        assertThat(InkFiles.readAll(ndjson)).hasSize(1);
        assertThat(InkFiles.readAll(inkml)).hasSize(1);
        assertThat(InkFiles.looksLikeInk(ndjson)).isTrue();
        assertThat(InkFiles.looksLikeInk(inkml)).isTrue();
    }

    @Test
    void doesNotTakePicturesForInk() throws IOException {
        Path png =
                Files.write(folder.resolve("a.ndjson"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        Path pgm = Files.writeString(folder.resolve("a.pgm"), "P2 1 1 255 0");
        Path svg = Files.writeString(
                folder.resolve("a.svg"), "<svg xmlns='http://www.w3.org/2000/svg'><title>ink</title></svg>");

        assertThat(List.of(png, pgm, svg)).noneMatch(InkFiles::looksLikeInk);
        assertThat(InkFiles.looksLikeInk(folder.resolve("missing.ndjson"))).isFalse();
        assertThat(InkFiles.looksLikeInk(folder)).isFalse();
    }

    @Test
    void goesByTheEndingWhereThereIsNoContent() throws IOException {
        assertThat(InkFiles.looksLikeInk(Files.createFile(folder.resolve("a.ndjson"))))
                .isTrue();
        assertThat(InkFiles.looksLikeInk(Files.createFile(folder.resolve("a.png"))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\uFEFF", " \r\n\t\r\n"})
    void saysThatAFileIsEmpty(String text) throws IOException {
        assertProblem(Files.writeString(folder.resolve("a.ndjson"), text), "holds no drawing");
    }

    @Test
    void saysThatALongBlankFileIsEmpty() throws IOException {
        assertProblem(Files.writeString(folder.resolve("a.ndjson"), " \n".repeat(50_000)), "holds no drawing");
    }

    @Test
    void saysThatAFileIsBinary() throws IOException {
        assertProblem(Files.write(folder.resolve("a.ndjson"), new byte[] {7, 0, 1, 2, 3}), "is not text");
        assertProblem(
                Files.write(folder.resolve("b.ndjson"), new byte[] {(byte) 0xFF, (byte) 0xD8, 'a'}), "is not text");
        assertProblem(
                Files.write(folder.resolve("c.ndjson"), "{\"drawing\":[]}".getBytes(StandardCharsets.UTF_16LE)),
                "line 1, is not UTF-8 text");
        assertProblem(
                Files.write(folder.resolve("d.ndjson"), "{\"drawing\":[]}".getBytes(StandardCharsets.UTF_16)),
                "is not text");
    }

    @Test
    void saysThatTextIsNoInk() throws IOException {
        assertProblem(
                Files.writeString(folder.resolve("a.ndjson"), "x,y\n1,2\n"), "neither Quick, Draw! ndjson nor InkML");
        String umlauts = "ü".repeat(5000).substring(1) + "x";
        assertProblem(
                Files.writeString(folder.resolve("b.txt"), "x" + umlauts), "neither Quick, Draw! ndjson nor InkML");
    }

    @Test
    void saysThatAFileIsMissingOrAFolder() {
        assertProblem(folder.resolve("none.ndjson"), "is not there");
        assertProblem(folder, "is a folder");
    }

    @Test
    void readsNoMoreDrawingsThanFitIntoMemory() throws IOException {
        Path file = folder.resolve("many.ndjson");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i <= InkFiles.MAX_DRAWINGS; i++) {
                writer.write("{\"drawing\":[]}\n");
            }
        }

        assertProblem(file, "more than 100000 drawings");
        try (InkReader reader = InkFiles.open(file)) {
            int count = 0;
            while (reader.next().isPresent()) {
                count++;
            }
            assertThat(count).isEqualTo(InkFiles.MAX_DRAWINGS + 1);
        }
    }

    @Test
    void tellsOneSentenceIfAFileCannotBeSaved() {
        Path file = folder.resolve("missing").resolve("a.inkml");

        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> InkFiles.save(file, List.of(SEVEN)))
                .withMessageStartingWith(file.toString())
                .withMessageContaining("folder");
    }

    @Test
    void readsRealPenTrajectoriesAndKeepsThemThroughBothFormats() throws IOException {
        String data = System.getenv("DIGITSCOPE_DATA");
        Assumptions.assumeTrue(data != null, "DIGITSCOPE_DATA is not set");
        Path pendigits = Path.of(data, "ink", "pendigits-test.ndjson");
        Assumptions.assumeTrue(Files.exists(pendigits), pendigits + " is not there");

        List<InkRecord> records = InkFiles.readAll(pendigits);
        assertThat(records).hasSize(3498);
        for (String name : List.of("copy.ndjson", "copy.inkml")) {
            Path copy = folder.resolve(name);
            InkFiles.save(copy, records);
            assertThat(InkFiles.readAll(copy)).isEqualTo(records);
        }
    }

    private static void assertProblem(Path file, String why) {
        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> InkFiles.readAll(file))
                .withMessageStartingWith(file.toString())
                .withMessageContaining(why)
                .withMessageEndingWith(".");
    }
}
