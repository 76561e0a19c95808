package org.digitscope.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.json.Json;
import org.digitscope.json.JsonNode;
import org.digitscope.reference.ReferenceDigit.Group;
import org.junit.jupiter.api.Test;

final class ReferenceDigitsTest {
    private final List<ReferenceDigit> digits = ReferenceDigits.all();

    @Test
    void committedFileIsWhatTheGeneratorMakes() throws IOException {
        List<String> made = ReferenceDigits.toNdjson(digits).lines().toList();
        assertThat(Files.readString(ReferenceDigits.FILE)).doesNotContain("\r").endsWith("]}\n");
        assertThat(Files.readAllLines(ReferenceDigits.FILE)).containsExactlyElementsOf(made);
    }

    @Test
    void fileSaysWhatWasDrawn() throws IOException {
        List<String> lines = Files.readAllLines(ReferenceDigits.FILE);
        assertThat(lines).hasSameSizeAs(digits);
        for (int i = 0; i < lines.size(); i++) {
            ReferenceDigit digit = digits.get(i);
            JsonNode line = JsonNode.root(Json.parse(lines.get(i)));
            line.allowOnly("word", "style", "group", "drawing");
            assertThat(line.get("word").asString()).isEqualTo(String.valueOf(digit.digit()));
            assertThat(line.get("style").asString()).isEqualTo(digit.style());
            assertThat(line.get("group").asString()).isEqualTo(digit.group().key());
            assertSameStrokes(line.get("drawing").items(), digit.drawing().strokes());
        }
    }

    private static void assertSameStrokes(List<JsonNode> read, List<Stroke> drawn) throws IOException {
        assertThat(read).hasSameSizeAs(drawn);
        for (int i = 0; i < read.size(); i++) {
            List<JsonNode> parts = read.get(i).items();
            List<Point> points = drawn.get(i).points();
            assertThat(parts).hasSize(3);
            assertThat(numbers(parts.get(0)))
                    .isEqualTo(points.stream().map(Point::x).toList());
            assertThat(numbers(parts.get(1)))
                    .isEqualTo(points.stream().map(Point::y).toList());
            assertThat(numbers(parts.get(2)))
                    .isEqualTo(points.stream().map(Point::tMillis).toList());
        }
    }

    private static List<Double> numbers(JsonNode list) throws IOException {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode item : list.items()) {
            numbers.add(item.asDouble());
        }
        return numbers;
    }

    @Test
    void everyClassHasEnoughCommonDrawingsAndStyles() {
        Map<Integer, Integer> drawings = new TreeMap<>();
        Map<Integer, Set<String>> styles = new TreeMap<>();
        for (ReferenceDigit digit : digits) {
            if (digit.group() == Group.COMMON) {
                drawings.merge(digit.digit(), 1, Integer::sum);
                styles.computeIfAbsent(digit.digit(), key -> new TreeSet<>()).add(digit.style());
            }
        }
        assertThat(drawings).containsOnlyKeys(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(drawings.values()).allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(24));
        assertThat(styles.values()).allSatisfy(names -> assertThat(names).hasSizeGreaterThanOrEqualTo(6));
    }

    @Test
    void digitsThatDifferAbroadHaveInternationalDrawings() {
        Map<Integer, Integer> drawings = new TreeMap<>();
        for (ReferenceDigit digit : digits) {
            if (digit.group() == Group.INTERNATIONAL) {
                drawings.merge(digit.digit(), 1, Integer::sum);
            }
        }
        assertThat(drawings).containsOnlyKeys(0, 1, 2, 4, 7, 8, 9);
        assertThat(drawings.values()).allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(6));
    }

    @Test
    void noTwoDrawingsAreAlikeUpToPlaceAndSize() {
        Set<List<List<Long>>> seen = new HashSet<>();
        for (ReferenceDigit digit : digits) {
            assertThat(seen.add(outline(digit)))
                    .as("%s %s is new", digit.digit(), digit.style())
                    .isTrue();
        }
    }

    /** Where the pen was, in thousandths of the digit's height, from the first point. */
    private static List<List<Long>> outline(ReferenceDigit digit) {
        List<Point> points = points(digit);
        Point first = points.get(0);
        double height = points.stream().mapToDouble(Point::y).max().orElseThrow()
                - points.stream().mapToDouble(Point::y).min().orElseThrow();
        return points.stream()
                .map(point -> List.of(
                        Math.round((point.x() - first.x()) / height * 1000),
                        Math.round((point.y() - first.y()) / height * 1000)))
                .toList();
    }

    @Test
    void drawingsLieOnThePadInManyPlacesAndSizes() {
        Set<Long> placesAndSizes = new HashSet<>();
        for (ReferenceDigit digit : digits) {
            List<Point> points = points(digit);
            assertThat(points).allSatisfy(point -> {
                assertThat(point.x()).isBetween(0.0, Hand.PAD_SIDE);
                assertThat(point.y()).isBetween(0.0, Hand.PAD_SIDE);
            });
            double left = points.stream().mapToDouble(Point::x).min().orElseThrow();
            double top = points.stream().mapToDouble(Point::y).min().orElseThrow();
            double width = points.stream().mapToDouble(Point::x).max().orElseThrow() - left;
            double height = points.stream().mapToDouble(Point::y).max().orElseThrow() - top;
            assertThat(Math.max(width, height)).isBetween(75.0, 235.0);
            placesAndSizes.add(Math.round(left / 70) * 100 + Math.round(top / 70) * 10 + Math.round(height / 50));
        }
        assertThat(placesAndSizes).hasSizeGreaterThan(30);
    }

    @Test
    void timeGoesOnAsWithARealPen() {
        for (ReferenceDigit digit : digits) {
            assertThat(digit.drawing().pointCount()).isBetween(30, 100);
            assertThat(digit.drawing().strokes().get(0).points().get(0).tMillis())
                    .isZero();
            assertThat(digit.drawing().endMillis()).isBetween(300.0, 1500.0);
            List<Point> points = points(digit);
            for (int i = 1; i < points.size(); i++) {
                assertThat(points.get(i).tMillis() - points.get(i - 1).tMillis())
                        .isGreaterThanOrEqualTo(10);
            }
        }
    }

    private static List<Point> points(ReferenceDigit digit) {
        return digit.drawing().strokes().stream()
                .flatMap(stroke -> stroke.points().stream())
                .toList();
    }
}
