package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.digitscope.explain.ReceptiveField;
import org.digitscope.network.FeatureMaps;
import org.junit.jupiter.api.Test;

final class LookInsideTest extends WindowTest {
    private static final int CONVOLUTION_2 = 2;
    private static final int DENSE = 4;
    private static final Pattern TITLE = Pattern.compile("^(.*) · (?:map|unit) (\\d+) of (\\d+)");
    private static final Pattern VALUE = Pattern.compile("column (\\d+), row (\\d+): (\\S+)$");

    /** What the preview says. */
    private record Told(String layer, int map, int x, int y, String value) {}

    @Test
    void previewTellsTheValueUnderThePointer() {
        person.drawSeven();
        FeatureMaps maps = reading().inference().orElseThrow().outputs().get(CONVOLUTION_2);
        int nonZero = 0;
        Node tiles = person.find("#tiles-2");
        for (int i = 0; i < 40 && nonZero < 3; i++) {
            person.point(tiles, 7 + i * 9 % 100, 9 + i * 13 % 400);
            Optional<Told> told = told();
            if (told.isPresent() && told.get().x() >= 0) {
                Told preview = told.get();
                assertThat(preview.layer()).isEqualTo("Convolution 2");
                float value = maps.at(preview.map() - 1, preview.x(), preview.y());
                assertThat(preview.value()).isEqualTo(written(value));
                assertThat(Fx.get(() -> session().fieldProperty().get()))
                        .contains(new ReceptiveField(
                                2 * preview.x(), 2 * preview.y(), 2 * preview.x() + 8, 2 * preview.y() + 8));
                nonZero += value != 0 ? 1 : 0;
            }
        }
        assertThat(nonZero).as("pixels that are not zero").isEqualTo(3);
    }

    @Test
    void anotherMapIsOpenedWhileAValueIsPinned() {
        person.drawSeven();
        reading();
        Node tiles = person.find("#tiles-2");
        Bounds all = Fx.get(tiles::getLayoutBounds);
        person.click(tiles, all.getWidth() - 6, all.getHeight() - 60);
        person.click("#detail-map");
        assertThat(person.sees("#unpin")).isTrue();

        person.click(person.find("#tiles-5"), 3, 3);
        assertThat(person.readAll("#map-detail")).startsWith("Output · ");
        person.click(person.find("#tiles-0"), 3, 3);

        assertThat(person.readAll("#map-detail")).startsWith("Convolution 1 · map 1 of ");
        assertThat(person.sees("#unpin")).isFalse();
    }

    @Test
    void everyRowAndColumnOfAMapCanBePointedAt() {
        person.drawSeven();
        reading();
        Node tiles = person.find("#tiles-2");
        List<Integer> rows = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < 34; i++) {
            person.point(tiles, 1, i + 0.5);
            told().filter(told -> told.map() == 1 && told.y() >= 0).ifPresent(told -> rows.add(told.y()));
            person.point(tiles, i + 0.5, 1);
            told().filter(told -> told.map() == 1 && told.x() >= 0).ifPresent(told -> columns.add(told.x()));
        }
        assertThat(rows).isSorted();
        assertThat(columns).isSorted();
        for (int cell = 0; cell < 11; cell++) {
            assertThat(Collections.frequency(rows, cell)).as("row %s", cell).isBetween(2, 4);
            assertThat(Collections.frequency(columns, cell))
                    .as("column %s", cell)
                    .isBetween(2, 4);
        }
    }

    @Test
    void linksAndTheReceptiveFieldComeAndGoWithThePointer() {
        person.drawSeven();
        reading();
        assertThat(painted(person.look("#map-links"))).isZero();
        int[] pad = person.look("#pad");
        int[] seen = person.look("#seen");
        person.point(person.find("#tiles-2"), 15, 15);
        assertThat(person.sees("#map-preview")).isTrue();
        assertThat(painted(person.look("#map-links"))).isGreaterThan(500);
        assertThat(person.look("#pad")).isNotEqualTo(pad);
        assertThat(person.look("#seen")).isNotEqualTo(seen);
        person.point(person.find("#status"), 500, 10);
        assertThat(person.sees("#map-preview")).isFalse();
        assertThat(painted(person.look("#map-links"))).isZero();
        assertThat(person.look("#pad")).isEqualTo(pad);
        assertThat(person.look("#seen")).isEqualTo(seen);
    }

    @Test
    void previewOfAnOutputTellsItsDigitAndProbability() {
        person.drawSeven();
        person.awaitAnswer("7");
        Node tiles = person.find("#tiles-5");
        String told = "";
        for (int y = 5; y < 500 && !told.startsWith("Output · digit 7"); y += 12) {
            person.point(tiles, 8, y);
            told = person.readAll("#map-preview");
        }
        float probability = reading().inference().orElseThrow().answer().probabilities()[7];
        assertThat(told).isEqualTo("Output · digit 7 | value " + written(probability));
    }

    @Test
    void previewFollowsThePen() {
        person.drawSeven();
        reading();
        person.point(person.find("#tiles-5"), 8, 8);
        String before = person.readAll("#map-preview");
        Fx.run(() -> open.window().pad().open(circle()));
        reading();
        assertThat(person.readAll("#map-preview")).isNotEqualTo(before).startsWith("Output · digit 0");
    }

    @Test
    void clickOpensALargeViewAndAnotherClosesIt() {
        person.drawSeven();
        reading();
        Node tiles = person.find("#tiles-2");
        person.click(tiles, 4, 4);
        assertThat(person.sees("#map-detail")).isTrue();
        assertThat(person.readAll("#map-detail")).contains("Convolution 2 · map 1 of 64", "32 kernels of 3×3");
        Node map = person.find("#detail-map");
        Bounds bounds = Fx.get(map::getLayoutBounds);
        person.point(map, bounds.getWidth() * 6.5 / 11, bounds.getHeight() * 4.5 / 11);
        FeatureMaps maps = reading().inference().orElseThrow().outputs().get(CONVOLUTION_2);
        assertThat(person.read("#detail-value")).isEqualTo("column 6, row 4: " + written(maps.at(0, 6, 4)));
        assertThat(Fx.get(() -> session().fieldProperty().get())).contains(new ReceptiveField(12, 8, 20, 16));
        person.click(tiles, 4, 4);
        assertThat(person.sees("#map-detail")).isFalse();
        person.click(tiles, 4, 4);
        person.press(KeyCode.ESCAPE);
        assertThat(person.sees("#map-detail")).isFalse();
        assertThat(Fx.get(() -> session().fieldProperty().get())).isEmpty();
    }

    @Test
    void arrowKeysWalkOverTheMapsAndLayers() {
        person.drawSeven();
        reading();
        person.click(person.find("#tiles-2"), 4, 4);
        assertThat(openMap()).isEqualTo("Convolution 2 · map 1 of 64");
        person.press(KeyCode.RIGHT);
        assertThat(openMap()).isEqualTo("Convolution 2 · map 2 of 64");
        person.press(KeyCode.DOWN);
        String below = openMap();
        assertThat(below).startsWith("Convolution 2").isNotEqualTo("Convolution 2 · map 2 of 64");
        person.press(KeyCode.UP);
        person.press(KeyCode.LEFT);
        person.press(KeyCode.LEFT);
        assertThat(openMap()).isEqualTo("Convolution 2 · map 1 of 64");
        person.press(KeyCode.PAGE_DOWN);
        assertThat(openMap()).isEqualTo("Max pooling 2 · map 1 of 64");
        person.press(KeyCode.RIGHT);
        assertThat(openMap()).isEqualTo("Max pooling 2 · map 2 of 64");
        for (int i = 0; i < 9; i++) {
            person.press(KeyCode.PAGE_DOWN);
        }
        assertThat(openMap()).isEqualTo("Output · digit 1");
        for (int i = 0; i < 9; i++) {
            person.press(KeyCode.PAGE_UP);
        }
        assertThat(openMap()).isEqualTo("Convolution 1 · map 2 of 32");
        person.press(KeyCode.ENTER);
        assertThat(person.sees("#map-detail")).isFalse();
        person.press(KeyCode.RIGHT);
        person.press(KeyCode.ENTER);
        assertThat(openMap()).isEqualTo("Convolution 1 · map 3 of 32");
        person.press(KeyCode.SPACE);
        assertThat(person.sees("#map-detail")).isFalse();
    }

    @Test
    void onlyMapsThatNoReferenceDigitWakesAreCalledDead() {
        person.drawSeven();
        reading();
        open.awaitSurvey();
        String dead = OpenWindow.TEXTS.get("map.dead");
        int looked = 0;
        for (int i = 0; i < 30; i++) {
            person.point(person.find("#tiles-4"), 6 + i * 7 % 80, 6 + i * 23 % 400);
            if (person.sees("#map-preview")) {
                String text = person.readAll("#map-preview");
                Matcher title = TITLE.matcher(text);
                assertThat(title.find()).as(text).isTrue();
                int unit = Integer.parseInt(title.group(2)) - 1;
                assertThat(text.contains(dead))
                        .as(text)
                        .isEqualTo(Fx.get(() -> session()
                                .surveyProperty()
                                .get()
                                .get(DENSE)
                                .deadMaps()
                                .get(unit)));
                looked++;
            }
        }
        assertThat(looked).isGreaterThan(10);
    }

    @Test
    void stepsFromInkToTheInputAreTold() {
        person.drawSeven();
        reading();
        person.click("#seen");
        Fx.await("the steps", () -> steps().isPresent());
        Node content = steps().orElseThrow();
        assertThat(Fx.get(() -> content.lookupAll(".label").size())).isEqualTo(5);
        person.press(KeyCode.ESCAPE);
        Fx.await("the steps to go", () -> steps().isEmpty());
    }

    private static Optional<Node> steps() {
        return javafx.stage.Window.getWindows().stream()
                .filter(javafx.stage.Window::isShowing)
                .map(window -> Optional.ofNullable(window.getScene().getRoot().lookup("#seen-steps")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private String openMap() {
        return person.readAll("#map-detail").replaceFirst(" \\|.*", "");
    }

    private Optional<Told> told() {
        if (!person.sees("#map-preview")) {
            return Optional.empty();
        }
        String text = person.readAll("#map-preview");
        Matcher title = TITLE.matcher(text);
        Matcher value = VALUE.matcher(text);
        assertThat(title.find()).as(text).isTrue();
        int map = Integer.parseInt(title.group(2));
        return value.find()
                ? Optional.of(new Told(
                        title.group(1),
                        map,
                        Integer.parseInt(value.group(1)),
                        Integer.parseInt(value.group(2)),
                        value.group(3)))
                : Optional.of(new Told(title.group(1), map, -1, -1, ""));
    }

    private static String written(float value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }

    private static long painted(int[] argb) {
        return Arrays.stream(argb).filter(pixel -> pixel >>> 24 > 0).count();
    }

    private static org.digitscope.ink.Drawing circle() {
        ArrayList<org.digitscope.ink.Point> points = new ArrayList<>();
        for (int i = 0; i <= 30; i++) {
            double angle = i * 2 * Math.PI / 30;
            points.add(new org.digitscope.ink.Point(140 + 60 * Math.sin(angle), 140 - 90 * Math.cos(angle), i * 10));
        }
        return new org.digitscope.ink.Drawing(List.of(new org.digitscope.ink.Stroke(points)));
    }
}
