package org.digitscope.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

class InkMlTest {
    private static final String XYT =
            "<traceFormat><channel name='X'/><channel name='Y'/><channel name='T'/></traceFormat>";

    @TempDir
    Path folder;

    @Test
    void readsTracesAsStrokesOfOneDrawing() throws IOException {
        List<InkRecord> records =
                read("<annotation type='truth'> 7 </annotation><trace>10 0, 9.5 14,\n8 -28</trace><trace>1 2</trace>");

        assertThat(records).hasSize(1);
        assertThat(records.get(0).label()).contains("7");
        assertThat(records.get(0).drawing().strokes())
                .containsExactly(
                        new Stroke(List.of(new Point(10, 0, 0), new Point(9.5, 14, 10), new Point(8, -28, 20))),
                        new Stroke(List.of(new Point(1, 2, 170))));
    }

    @Test
    void takesChannelsInTheDeclaredOrderAndPassesOverOthers() throws IOException {
        String format = "<traceFormat><channel name='T' units='s'/><channel name='F'/><channel name='Y'/>"
                + "<channel name='X'/><intermittentChannels><channel name='B'/></intermittentChannels></traceFormat>";

        assertThat(points(format + "<trace>0.5 127 20 10 : T, 0.75 #7F 21 11</trace>"))
                .containsExactly(new Point(10, 20, 500), new Point(11, 21, 750));
    }

    @Test
    void withoutADeclarationAPointIsXAndY() throws IOException {
        assertThat(points("<trace>1 2 300, 3 4 301</trace>")).containsExactly(new Point(1, 2, 0), new Point(3, 4, 10));
    }

    @Test
    void readsDifferencesAsInTheExampleOfTheRecommendation() throws IOException {
        List<Point> points = points("<trace>1125 18432,'23'43,\"7\"-8,3-5,7 -3,6 2,6 8,3 6,2 4,* 3,3 6</trace>");

        assertThat(points)
                .extracting(Point::x)
                .containsExactly(
                        1125.0, 1148.0, 1178.0, 1211.0, 1251.0, 1297.0, 1349.0, 1404.0, 1461.0, 1520.0, 1582.0);
        assertThat(points)
                .extracting(Point::y)
                .containsExactly(
                        18432.0, 18475.0, 18510.0, 18540.0, 18567.0, 18596.0, 18633.0, 18676.0, 18723.0, 18773.0,
                        18829.0);
    }

    @Test
    void goesBackToExplicitValuesAndRepeatsThem() throws IOException {
        assertThat(points("<trace>1 1,'2'2,* 3,!7 *,* !5</trace>"))
                .extracting(Point::x, Point::y)
                .containsExactly(tuple(1.0, 1.0), tuple(3.0, 3.0), tuple(5.0, 6.0), tuple(7.0, 9.0), tuple(7.0, 5.0));
    }

    @Test
    void turnsAxesThatPointTheOtherWay() throws IOException {
        assertThat(points("<traceFormat><channel name='X'/><channel name='Y' orientation='-ve'/></traceFormat>"
                        + "<trace>1 2</trace>"))
                .containsExactly(new Point(1, -2, 0));
    }

    @Test
    void usesTheFormatThatATraceRefersTo() throws IOException {
        String definitions = "<definitions><context xml:id='a'><inkSource xml:id='i'><traceFormat><channel name='Y'/>"
                + "<channel name='X'/></traceFormat></inkSource></context><context xml:id='b'>" + XYT
                + "</context></definitions>";

        assertThat(points(definitions + "<trace contextRef='#a'>1 2</trace>")).containsExactly(new Point(2, 1, 0));
        assertThat(points(definitions + "<context xml:id='c' contextRef='#b'/><trace contextRef='#c'>1 2 3</trace>"))
                .containsExactly(new Point(1, 2, 3));
    }

    @Test
    void leavesOutWhatThePenDidInTheAir() throws IOException {
        assertThat(points("<trace>1 2</trace><trace type='penUp'>5 5</trace>")).containsExactly(new Point(1, 2, 0));
    }

    @Test
    void flattensGroupsWithoutALabel() throws IOException {
        List<InkRecord> records = read("<annotation type='label'>4</annotation><traceGroup><trace>1 1</trace>"
                + "<traceGroup><annotation type='truth'>x</annotation><trace>2 2</trace></traceGroup></traceGroup>"
                + "<traceGroup><trace>3 3</trace></traceGroup>");

        assertThat(records).hasSize(1);
        assertThat(records.get(0).label()).contains("4");
        assertThat(records.get(0).drawing().strokes())
                .extracting(stroke -> stroke.points().get(0))
                .containsExactly(new Point(1, 1, 0), new Point(2, 2, 150), new Point(3, 3, 300));
    }

    @Test
    void everyLabelledGroupIsADrawing() throws IOException {
        List<InkRecord> records = read("<traceGroup><annotation type='truth'>1</annotation><trace>1 1</trace>"
                + "</traceGroup><trace>9 9</trace><traceGroup><annotation type='truth'/></traceGroup>");

        assertThat(records)
                .extracting(InkRecord::label)
                .containsExactly(Optional.empty(), Optional.of("1"), Optional.empty());
        assertThat(records).extracting(ink -> ink.drawing().pointCount()).containsExactly(1, 1, 0);
    }

    @Test
    void passesOverGroupsThatOnlyReferToTraces() throws IOException {
        assertThat(read("<annotation type='truth'>12</annotation><trace xml:id='t'>1 1</trace><traceGroup>"
                        + "<annotation type='truth'>1</annotation><traceView traceDataRef='#t'/></traceGroup>"))
                .extracting(InkRecord::label)
                .containsExactly(Optional.of("12"));
    }

    @Test
    void keepsOtherAnnotationsAsExtras() throws IOException {
        assertThat(read("<annotation type='writer'>w06</annotation><annotation>note</annotation><trace>1 1</trace>")
                        .get(0)
                        .extras())
                .isEqualTo(Map.of("writer", "w06"));
    }

    @Test
    void readsOtherEncodingsPrefixesAndCommentsInText() throws IOException {
        Path file = folder.resolve("latin1.inkml");
        Files.write(
                file,
                ("<?xml version='1.0' encoding='ISO-8859-1'?>\n<i:ink xmlns:i='" + InkMl.NAMESPACE + "'>"
                                + "<i:annotation type='truth'>é</i:annotation><i:trace>1 <!-- x -->2</i:trace></i:ink>")
                        .getBytes(StandardCharsets.ISO_8859_1));

        List<InkRecord> records = InkMl.read(file);

        assertThat(records.get(0).label()).contains("é");
        assertThat(records.get(0).drawing().strokes()).containsExactly(Inks.stroke(1, 2));
    }

    @Test
    void writesTheNamespaceTheChannelsAndTheLabel() throws IOException {
        Path file = folder.resolve("out.inkml");

        InkMl.write(
                file, List.of(new InkRecord(Inks.drawing(Inks.stroke(1, 2.5, 3, 4)), Optional.of("<7>"), Map.of())));

        assertThat(file)
                .content()
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ink xmlns=\"http://www.w3.org/2003/InkML\">")
                .contains("<channel name=\"T\" type=\"decimal\" units=\"ms\"/>")
                .contains("<annotation type=\"truth\">&lt;7&gt;</annotation>")
                .contains("<trace>1 2.5 0, 3 4 10</trace>");
    }

    @Test
    void writesTextThatXmlCannotHoldAsReplacementCharacters() throws IOException {
        Path file = folder.resolve("out.inkml");

        InkMl.write(file, List.of(new InkRecord(Drawing.empty(), Optional.of("a\0b\uD800c😀"), Map.of())));

        assertThat(InkMl.read(file).get(0).label()).contains("a\uFFFDb\uFFFDc😀");
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(@ForAll("records") List<InkRecord> records) throws IOException {
        Path file = Files.createTempFile("round-trip", ".inkml");
        try {
            InkMl.write(file, records);

            assertThat(InkMl.read(file)).isEqualTo(records);
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<InkRecord>> records() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars('é', '七')
                .ofMaxLength(6);
        Arbitrary<Optional<String>> labels = texts.map(text -> Optional.of(text).filter(t -> !t.isEmpty()));
        Arbitrary<Map<String, Object>> extras = Arbitraries.maps(texts, texts.map(Object.class::cast))
                .ofMaxSize(2)
                .map(LinkedHashMap::new);
        return Combinators.combine(Inks.drawings(), labels, extras)
                .as(InkRecord::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private List<Point> points(String body) throws IOException {
        return read(body).get(0).drawing().strokes().get(0).points();
    }

    private List<InkRecord> read(String body) throws IOException {
        Path file = folder.resolve("test.inkml");
        Files.writeString(file, "<ink xmlns='" + InkMl.NAMESPACE + "'>" + body + "</ink>");
        return InkMl.read(file);
    }
}
