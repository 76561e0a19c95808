package org.digitscope.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NdjsonInkTest {
    @TempDir
    Path folder;

    @Test
    void readsStrokesWithTheirTimes() throws IOException {
        List<InkRecord> records = read("{\"word\":\"7\",\"drawing\":[[[1,2.5],[3,4],[0,16]],[[9],[8],[200.25]]]}\n");

        assertThat(records)
                .containsExactly(labelled(
                        "7",
                        new Drawing(List.of(
                                new Stroke(List.of(new Point(1, 3, 0), new Point(2.5, 4, 16))),
                                new Stroke(List.of(new Point(9, 8, 200.25)))))));
    }

    @Test
    void givesTimesToStrokesThatLackThem() throws IOException {
        Drawing drawing = read("{\"drawing\":[[[0,1,2],[0,0,0]],[[5],[5]],[[6],[6],[1000]],[[7],[7]]]}")
                .get(0)
                .drawing();

        assertThat(drawing.strokes().stream()
                        .flatMap(stroke -> stroke.points().stream())
                        .map(Point::tMillis))
                .containsExactly(0.0, 10.0, 20.0, 170.0, 1000.0, 1150.0);
    }

    @Test
    void leavesTimesAsTheyAreInTheFile() throws IOException {
        assertThat(read("{\"drawing\":[[[0],[0],[1760000000123]]]}")
                        .get(0)
                        .drawing()
                        .endMillis())
                .isEqualTo(1_760_000_000_123.0);
    }

    @Test
    void takesTheWordAsTextNumberOrNotAtAll() throws IOException {
        List<InkRecord> records = read(String.join(
                "\n",
                "{\"word\":\"seven\",\"drawing\":[]}",
                "{\"word\":7,\"drawing\":[]}",
                "{\"word\":null,\"drawing\":[]}",
                "{\"word\":\" \",\"drawing\":[]}",
                "{\"drawing\":[]}"));

        assertThat(records)
                .extracting(InkRecord::label)
                .containsExactly(
                        Optional.of("seven"), Optional.of("7"), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void anEmptyListIsABlankDrawing() throws IOException {
        assertThat(read("{\"drawing\":[]}")).containsExactly(InkRecord.of(Drawing.empty()));
    }

    @Test
    void keepsOtherKeysInTheirOrder() throws IOException {
        String line = "{\"word\":\"7\",\"writer\":\"w06\",\"recognized\":true,\"z\":null,"
                + "\"nested\":{\"list\":[1,2.5,\"a\"]},\"drawing\":[[[1],[2],[3]]]}";

        InkRecord ink = read(line).get(0);

        assertThat(ink.extras()).containsOnlyKeys("writer", "recognized", "z", "nested");
        assertThat(ink.extras()).containsEntry("nested", Map.of("list", List.of(1, 2.5, "a")));
        assertThat(NdjsonInk.line(ink)).isEqualTo(line);
    }

    @Test
    void toleratesByteOrderMarkCrlfAndBlankLines() throws IOException {
        List<InkRecord> records =
                read("\uFEFF{\"word\":\"1\",\"drawing\":[]}\r\n\r\n \t\n{\"word\":\"2\",\"drawing\":[]}\r\n");

        assertThat(records).extracting(ink -> ink.label().orElseThrow()).containsExactly("1", "2");
    }

    @Test
    void countsDrawingsNotLines() throws IOException {
        Path file = write("\n\n{\"drawing\":[]}\n\n{\"drawing\":[]}\n");

        try (InkReader reader = InkFiles.open(file)) {
            assertThat(reader.index()).isEqualTo(-1);
            assertThat(reader.next()).isPresent();
            assertThat(reader.index()).isZero();
            assertThat(reader.next()).isPresent();
            assertThat(reader.index()).isEqualTo(1);
            assertThat(reader.next()).isEmpty();
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void readsLinesThatSpanManyBuffers() throws IOException {
        String xs = "1" + ",123456".repeat(30_000);
        String line = "{\"word\":\"ünï\",\"drawing\":[[[" + xs + "],[" + xs + "]]]}";

        List<InkRecord> records = read(line + "\n" + line);

        assertThat(records).hasSize(2).allSatisfy(ink -> {
            assertThat(ink.label()).contains("ünï");
            assertThat(ink.drawing().pointCount()).isEqualTo(30_001);
        });
    }

    @Test
    void writesAtMostThreeDecimalsAndNoExponent() {
        Stroke stroke = new Stroke(List.of(new Point(1, 0.1 + 0.2, 1e9), new Point(-0.0001, 12.3456, 1e12)));

        assertThat(NdjsonInk.line(labelled("7", Inks.drawing(stroke))))
                .isEqualTo("{\"word\":\"7\",\"drawing\":[[[1,0],[0.3,12.346],[1000000000,1000000000000]]]}");
    }

    @Test
    void writesOneKeyOnlyOnce() throws IOException {
        InkRecord ink = new InkRecord(Drawing.empty(), Optional.of("3"), Map.of("word", "4", "drawing", "none"));

        assertThat(read(NdjsonInk.line(ink))).containsExactly(labelled("3", Drawing.empty()));
    }

    @Test
    void leavesTheOldFileIfARecordCannotBeWritten() throws IOException {
        Path file = write("old");
        List<InkRecord> records = Arrays.asList(InkRecord.of(Drawing.empty()), null);

        assertThat(catchThrowable(() -> NdjsonInk.write(file, records))).isNotNull();

        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(@ForAll("records") List<InkRecord> records) throws IOException {
        Path file = Files.createTempFile("round-trip", ".ndjson");
        try {
            NdjsonInk.write(file, records);

            assertThat(InkFiles.readAll(file)).isEqualTo(records);
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<InkRecord>> records() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('\n', '\r', '\t', 'é', '七', '\u2028')
                .ofMaxLength(6);
        Arbitrary<Optional<String>> labels = texts.map(text -> Optional.of(text).filter(t -> !t.isBlank()));
        Arbitrary<Map<String, Object>> extras = Arbitraries.maps(
                        texts.filter(key -> !key.equals("word") && !key.equals("drawing")),
                        Arbitraries.oneOf(
                                texts.map(Object.class::cast),
                                Arbitraries.integers().map(Object.class::cast),
                                Arbitraries.of(true, false).map(Object.class::cast)))
                .ofMaxSize(3)
                .map(LinkedHashMap::new);
        return Combinators.combine(Inks.drawings(), labels, extras)
                .as(InkRecord::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static InkRecord labelled(String label, Drawing drawing) {
        return new InkRecord(drawing, Optional.of(label), Map.of());
    }

    private List<InkRecord> read(String text) throws IOException {
        return InkFiles.readAll(write(text));
    }

    private Path write(String text) throws IOException {
        return Files.write(folder.resolve("ink.ndjson"), text.getBytes(StandardCharsets.UTF_8));
    }
}
