package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.digitscope.explain.ReceptiveField;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.WeightEdits;
import org.digitscope.ui.dl4j.ModelFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of how one value comes about. */
final class ArithmeticTest extends WindowTest {
    @TempDir
    Path models;

    private static final int CONVOLUTION_1 = 0;
    private static final int POOLING_1 = 1;
    private static final int CONVOLUTION_2 = 2;
    private static final int DENSE = 4;
    private static final int OUTPUT = 5;

    /** Of an opened residual block. */
    private static final int NORM = 1;

    private static final int RELU = 2;
    private static final int SECOND = 3;
    private static final int SUM = 4;
    private static final double ROUNDING = 0.0006;
    private static final Pattern NUMBER = Pattern.compile("−?\\d+\\.\\d+");

    /** A row of the list of input maps. */
    private record Channel(int map, double sum, double running) {}

    @Test
    void everyNumberOfAConvolutionAddsUpToTheOneInTheMap() {
        person.drawSeven();
        pin(CONVOLUTION_2, 6, 4);
        FeatureMaps before = outputs(POOLING_1);
        float inTheMap = outputs(CONVOLUTION_2).at(0, 6, 4);
        chooseFirstChannel();
        List<Double> input = spoken("#unit-input");
        List<Double> kernel = spoken("#unit-kernel");
        List<Double> products = spoken("#unit-products");
        List<Channel> channels = channels();
        double sum = 0;
        for (int cell = 0; cell < 9; cell++) {
            assertThat(input.get(cell)).isCloseTo(before.at(0, 6 + cell % 3, 4 + cell / 3), within(ROUNDING));
            assertThat(products.get(cell)).isCloseTo(input.get(cell) * kernel.get(cell), within(ROUNDING));
            sum += products.get(cell);
        }
        assertThat(channels.get(0).map()).isEqualTo(1);
        assertThat(channels.get(0).sum()).isCloseTo(sum, within(ROUNDING));
        assertThat(channels.get(1).running())
                .isCloseTo(channels.get(0).sum() + channels.get(1).sum(), within(ROUNDING));
        double all = sumLine("all 32 maps");
        assertThat(sumLine("sum")).isCloseTo(all + sumLine("bias"), within(ROUNDING));
        assertThat(sumLine("relu(sum)")).isCloseTo(Math.max(0, sumLine("sum")), within(ROUNDING));
        assertThat(sumLine("in the map at (6, 4)")).isCloseTo(inTheMap, within(ROUNDING));
        assertThat(person.readAll("#arithmetic")).doesNotContain("something that is not shown");
        assertThat(Fx.get(() -> session().fieldProperty().get())).contains(new ReceptiveField(12, 8, 20, 16));
    }

    @Test
    void anotherInputMapCanBeChosenAndTheStrongestComeFirstIfWanted() {
        person.drawSeven();
        pin(CONVOLUTION_2, 6, 4);
        chooseFirstChannel();
        List<Channel> byNumber = channels();
        assertThat(byNumber).isSortedAccordingTo(Comparator.comparingInt(Channel::map));
        List<Double> first = spoken("#unit-input");
        person.press(KeyCode.DOWN);
        assertThat(person.readAll("#arithmetic")).startsWith("From: Max pooling 1 · map 2 of 32");
        assertThat(person.readAll("#detail-input")).isEqualTo("reads map 2");
        assertThat(spoken("#unit-input")).isNotEqualTo(first);
        person.click("#strongest-first");
        List<Channel> byStrength = channels();
        assertThat(byStrength)
                .isSortedAccordingTo(Comparator.comparingDouble(channel -> -Math.abs(channel.sum())))
                .isNotEqualTo(byNumber);
        assertThat(person.readAll("#arithmetic"))
                .startsWith("From: Max pooling 1 · map " + byStrength.get(0).map() + " of 32");
        person.click("#strongest-first");
        assertThat(channels()).isSortedAccordingTo(Comparator.comparingInt(Channel::map));
        assertThat(person.readAll("#arithmetic"))
                .startsWith("From: Max pooling 1 · map " + byStrength.get(0).map() + " of 32");
        chooseFirstChannel();
        assertThat(channels()).isEqualTo(byNumber);
    }

    private void chooseFirstChannel() {
        person.click("#unit-channels");
        person.press(KeyCode.HOME);
    }

    @Test
    void firstConvolutionReadsTheImage() {
        person.drawSeven();
        pin(CONVOLUTION_1, 13, 6);
        float[] image = reading().inference().orElseThrow().image().pixels();
        List<Double> input = spoken("#unit-input");
        for (int cell = 0; cell < 9; cell++) {
            assertThat(input.get(cell)).isCloseTo(image[(6 + cell / 3) * 28 + 13 + cell % 3], within(ROUNDING));
        }
        assertThat(person.readAll("#arithmetic")).startsWith("From: image");
        assertThat(person.sees("#strongest-first")).isFalse();
    }

    @Test
    void largestOfAPoolingWindowIsNamed() {
        person.drawSeven();
        pin(POOLING_1, 8, 4);
        List<Double> window = spoken("#unit-window");
        assertThat(window).hasSize(4);
        double largest = window.stream().mapToDouble(each -> each).max().orElseThrow();
        assertThat(outputs(POOLING_1).at(0, 8, 4)).isCloseTo((float) largest, within((float) ROUNDING));
        int winner = window.indexOf(largest);
        String named = "largest of 4, at (" + (16 + winner % 2) + ", " + (8 + winner / 2) + ")";
        assertThat(sumLine(named)).isEqualTo(largest);
        assertThat(sumLine("in the map at (8, 4)")).isEqualTo(largest);
    }

    @Test
    void denseUnitListsItsStrongestInputsAndTheSumOfTheRest() {
        person.drawSeven();
        pin(DENSE, 0, 0);
        String card = person.readAll("#arithmetic");
        Matcher row = Pattern.compile("map (\\d+) \\((\\d+), (\\d+)\\) \\| (\\S+) \\| (\\S+) \\| (\\S+)")
                .matcher(card);
        List<Double> products = new ArrayList<>();
        while (row.find()) {
            float value = outputs(3)
                    .at(
                            Integer.parseInt(row.group(1)) - 1,
                            Integer.parseInt(row.group(2)),
                            Integer.parseInt(row.group(3)));
            assertThat(number(row.group(4))).isCloseTo(value, within(ROUNDING));
            double product = number(row.group(6));
            assertThat(product).isCloseTo(value * number(row.group(5)), within(ROUNDING));
            products.add(product);
        }
        assertThat(products)
                .hasSizeGreaterThan(5)
                .isSortedAccordingTo(Comparator.comparingDouble(product -> -Math.abs(product)));
        assertThat(sumLine("the 20 strongest")).isCloseTo(strongest(20), within(ROUNDING));
        double sum = sumLine("the 20 strongest") + sumLine("1,580 others") + sumLine("bias");
        assertThat(sumLine("sum")).isCloseTo(sum, within(ROUNDING));
        assertThat(sumLine("output")).isCloseTo(outputs(DENSE).at(0, 0, 0), within(ROUNDING));
    }

    /** The sum of so many products of the first dense unit. */
    private double strongest(int count) {
        LayerParameters.Dense dense = (LayerParameters.Dense)
                Fx.get(() -> session().modelProperty().get().orElseThrow())
                        .parameters()
                        .get(DENSE)
                        .orElseThrow();
        float[] inputs = outputs(3).values();
        return IntStream.range(0, inputs.length)
                .mapToObj(input -> (double) dense.at(0, input) * inputs[input])
                .sorted(Comparator.comparingDouble(product -> -Math.abs(product)))
                .limit(count)
                .mapToDouble(product -> product)
                .sum();
    }

    @Test
    void layersOfOpenedModelsThatAreNotBundledTellTheirStepsToo() throws IOException {
        Path file = ModelFiles.residual(models.resolve("block.zip"));
        Drop.files(person.find("#pad"), file);
        awaitModel("block");
        try {
            person.drawSeven();
            assertThat(outputs(NORM).shape().maps()).isEqualTo(4);
            pin(0, 12, 9);
            assertThat(sumLine("× gamma")).isEqualTo(1.5);
            double deviation = Math.sqrt(0.04 + 1e-5);
            double normalised = 1.5 * (outputs(0).at(0, 12, 9) - 0.05) / deviation + 0.25;
            assertThat((double) outputs(NORM).at(0, 12, 9)).isCloseTo(normalised, within(1e-4));

            pin(NORM, 12, 9);
            assertThat(sumLine("sum")).isCloseTo(normalised, within(ROUNDING));
            pin(RELU, 12, 9);
            assertThat(sumLine("relu(sum)")).isCloseTo(Math.max(0, normalised), within(ROUNDING));
            pin(SUM, 12, 9);
            assertThat(sumLine("sum"))
                    .isCloseTo(outputs(RELU).at(0, 12, 9) + outputs(SECOND).at(0, 12, 9), within(ROUNDING));
            assertThat(person.readAll("#arithmetic")).doesNotContain("something that is not shown");
        } finally {
            person.click("#model");
            person.clickInPopup("classic");
            awaitModel("classic");
            reading();
        }
    }

    @Test
    void softmaxTellsEveryTermForEveryDigit() {
        person.drawSeven();
        person.awaitAnswer("7");
        pin(OUTPUT, 0, 0);
        String card = person.readAll("#arithmetic");
        String[] parts = card.split(" \\| ", -1);
        int start = Arrays.asList(parts).indexOf("share") + 1;
        double shares = 0;
        for (int digit = 0; digit < 10; digit++) {
            int at = start + 5 * digit;
            assertThat(parts[at]).isEqualTo(Integer.toString(digit));
            double less = number(parts[at + 2]);
            assertThat(number(parts[at + 3])).isCloseTo(Math.exp(less), within(ROUNDING));
            assertThat(number(parts[at + 4])).isCloseTo(outputs(OUTPUT).at(digit, 0, 0), within(ROUNDING));
            shares += number(parts[at + 4]);
        }
        assertThat(shares).isCloseTo(1, within(ROUNDING));
        assertThat(card).contains("The bar of digit 0 shows", "Where the logit of digit 0 comes from");
        assertThat(person.sees("#walk-map")).isFalse();
    }

    @Test
    void aTermOfSoftmaxAndItsBarAreMarkedTogether() {
        person.drawSeven();
        person.awaitAnswer("7");
        pin(OUTPUT, 0, 0);
        assertThat(markedBars()).containsExactly(0);

        person.click("#unit-terms");
        person.press(KeyCode.HOME);
        person.press(KeyCode.DOWN);
        assertThat(markedBars()).containsExactly(1);

        person.point(person.find("#bar-4"), 20, 8);
        assertThat(markedBars()).containsExactly(4);
        assertThat(chosenTerm()).isEqualTo(4);
        person.point(person.find("#status"), 500, 10);
        assertThat(markedBars()).as("what was chosen before").containsExactly(1);
        assertThat(chosenTerm()).isEqualTo(1);
        person.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(markedBars()).isEmpty();
        person.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(markedBars()).as("seen again").containsExactly(1);

        person.click("#unpin");
        assertThat(markedBars()).isEmpty();
    }

    @Test
    void whatIsPinnedIsOutlinedOnlyWhileItsArithmeticIsSeen() {
        person.drawSeven();
        pin(CONVOLUTION_2, 6, 4);
        assertThat(Fx.get(() -> session().fieldProperty().get())).isPresent();

        person.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(Fx.get(() -> session().fieldProperty().get())).isEmpty();

        person.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(Fx.get(() -> session().fieldProperty().get())).isPresent();
    }

    private int chosenTerm() {
        return Fx.get(() ->
                ((ListView<?>) person.find("#unit-terms")).getSelectionModel().getSelectedIndex());
    }

    private List<Integer> markedBars() {
        return Fx.get(() -> IntStream.range(0, 10)
                .filter(digit -> person.find("#bar-" + digit)
                        .getPseudoClassStates()
                        .contains(PseudoClass.getPseudoClass("marked")))
                .boxed()
                .toList());
    }

    @Test
    void keysStepOverTheMapAndPinAndLetGo() {
        person.drawSeven();
        open(CONVOLUTION_2);
        Fx.run(() -> person.find("#detail-map").requestFocus());
        person.press(KeyCode.RIGHT);
        person.press(KeyCode.RIGHT);
        person.press(KeyCode.DOWN);
        assertThat(place()).isEqualTo("column 1, row 1");
        assertThat(person.sees("#arithmetic")).isFalse();
        person.press(KeyCode.ENTER);
        assertThat(person.readAll("#arithmetic")).contains("in the map at (1, 1)");
        person.press(KeyCode.RIGHT);
        assertThat(person.readAll("#arithmetic")).contains("in the map at (2, 1)");
        person.press(KeyCode.UP);
        person.press(KeyCode.UP);
        person.press(KeyCode.LEFT);
        assertThat(person.readAll("#arithmetic")).contains("in the map at (1, 0)");
        person.press(KeyCode.END);
        assertThat(person.readAll("#arithmetic")).contains("in the map at (10, 10)");
        person.press(KeyCode.HOME);
        assertThat(person.readAll("#arithmetic")).contains("in the map at (0, 0)");
        person.press(KeyCode.ESCAPE);
        assertThat(person.sees("#arithmetic")).isFalse();
        assertThat(person.sees("#map-detail")).isTrue();
        assertThat(person.readAll("#map-detail")).contains("32 kernels of 3×3");
        person.press(KeyCode.ESCAPE);
        assertThat(person.sees("#map-detail")).isFalse();
        assertThat(Fx.get(() -> session().fieldProperty().get())).isEmpty();
    }

    @Test
    void escapeLetsGoFromAListToo() {
        person.drawSeven();
        pin(CONVOLUTION_2, 6, 4);
        person.click("#unit-channels");
        person.press(KeyCode.ESCAPE);
        assertThat(person.sees("#arithmetic")).isFalse();
        assertThat(person.sees("#map-detail")).isTrue();
        pinHere(2, 2);
        person.click("#unpin");
        assertThat(person.sees("#arithmetic")).isFalse();
        assertThat(person.sees("#map-detail")).isTrue();
    }

    @Test
    void pointingElsewhereLooksButDoesNotLetGo() {
        person.drawSeven();
        pin(CONVOLUTION_2, 6, 4);
        person.point(person.find("#detail-map"), 1, 1);
        assertThat(place()).isEqualTo("column 0, row 0");
        assertThat(person.readAll("#arithmetic")).contains("in the map at (6, 4)");
        assertThat(Fx.get(() -> session().fieldProperty().get())).contains(new ReceptiveField(0, 0, 8, 8));
        person.point(person.find("#status"), 500, 10);
        assertThat(place()).isEqualTo("column 6, row 4");
        assertThat(Fx.get(() -> session().fieldProperty().get())).contains(new ReceptiveField(12, 8, 20, 16));
        person.point(person.find("#tiles-0"), 10, 10);
        person.point(person.find("#status"), 500, 10);
        assertThat(Fx.get(() -> session().fieldProperty().get())).contains(new ReceptiveField(12, 8, 20, 16));
    }

    @Test
    void walkGoesOverTheMapAndPauses() {
        person.drawSeven();
        open(CONVOLUTION_2);
        person.click("#walk-map");
        assertThat(person.readAll("#arithmetic")).contains("in the map at (0, 0)");
        Fx.await("the walk to go on", () -> card().contains("in the map at (2, 0)"));
        person.click("#walk-map");
        String paused = person.readAll("#arithmetic");
        Fx.pause(900);
        assertThat(person.readAll("#arithmetic")).isEqualTo(paused);
        person.click("#walk-map");
        Fx.await("the walk to go on", () -> !card().equals(paused));
        Fx.run(() -> person.find("#detail-map").requestFocus());
        person.press(KeyCode.END);
        String stepped = person.readAll("#arithmetic");
        assertThat(stepped).contains("in the map at (10, 10)");
        Fx.pause(900);
        assertThat(person.readAll("#arithmetic")).isEqualTo(stepped);
        Fx.run(() -> person.find("#walk-map").requestFocus());
        person.press(KeyCode.LEFT);
        assertThat(person.readAll("#arithmetic")).contains("in the map at (9, 10)");
        person.press(KeyCode.SPACE);
        Fx.await("the end of the map", () -> card().contains("in the map at (10, 10)"));
        person.press(KeyCode.SPACE);
        assertThat(person.readAll("#arithmetic")).contains("in the map at (0, 0)");
    }

    @Test
    void walkPausesWhileTheLayersAreHidden() {
        person.drawSeven();
        open(CONVOLUTION_2);
        person.click("#walk-map");
        Node layers = person.find("#layers");
        Node button = person.find("#walk-map");
        Fx.run(() -> layers.setVisible(false));
        try {
            Fx.await("the walk to pause", () -> !((ToggleButton) button).isSelected());
        } finally {
            Fx.run(() -> layers.setVisible(true));
        }
    }

    @Test
    void arithmeticFollowsThePenAndTheWeights() {
        person.drawSeven();
        pin(CONVOLUTION_2, 6, 4);
        String seven = person.readAll("#arithmetic");
        person.drawOne();
        reading();
        String both = person.readAll("#arithmetic");
        assertThat(both).isNotEqualTo(seven);
        assertThat(sumLine("in the map at (6, 4)"))
                .isCloseTo(outputs(CONVOLUTION_2).at(0, 6, 4), within(ROUNDING));
        WeightEdits edits = WeightEdits.none().withBiasesSilenced(CONVOLUTION_2, true);
        Fx.run(() -> session().edit(edits));
        try {
            Fx.await("the arithmetic without biases", () -> card().contains("bias | 0.0000"));
            assertThat(sumLine("sum")).isEqualTo(sumLine("all 32 maps"));
        } finally {
            Fx.run(() -> session().edit(WeightEdits.none()));
        }
        Fx.await("the arithmetic as before", () -> card().equals(both));
    }

    @Test
    void walkingFromMapToMapKeepsThePlace() {
        person.drawSeven();
        pin(CONVOLUTION_2, 6, 4);
        Fx.run(() -> person.find("#tiles-2").requestFocus());
        person.press(KeyCode.RIGHT);
        assertThat(person.readAll("#map-detail")).startsWith("Convolution 2 · map 2 of 64");
        assertThat(sumLine("in the map at (6, 4)"))
                .isCloseTo(outputs(CONVOLUTION_2).at(1, 6, 4), within(ROUNDING));
        person.press(KeyCode.PAGE_DOWN);
        assertThat(person.sees("#arithmetic")).isFalse();
    }

    @Test
    void nothingIsCutOffOrCovered() {
        person.drawSeven();
        for (int layer : new int[] {CONVOLUTION_1, POOLING_1, CONVOLUTION_2, DENSE, OUTPUT}) {
            pin(layer, 0, 0);
            List<String> cut = new ArrayList<>();
            Fx.run(() -> person.find("#map-detail").lookupAll(".label").forEach(label -> cutOff(label, cut)));
            assertThat(cut).as("layer %s", layer).isEmpty();
            Bounds card = inScene("#arithmetic");
            Bounds map = inScene("#detail-map");
            assertThat(card.getMinX()).isGreaterThan(map.getMaxX());
            assertThat(card.getMaxX()).isLessThanOrEqualTo(inScene("#layers").getMaxX() + 1);
            if (layer == CONVOLUTION_2) {
                assertThat(inScene("#unit-input").getMaxX())
                        .isLessThan(inScene("#unit-kernel").getMinX());
                assertThat(inScene("#unit-kernel").getMaxX())
                        .isLessThan(inScene("#unit-products").getMinX());
                assertThat(inScene("#unit-products").getMaxX()).isLessThanOrEqualTo(card.getMaxX());
                assertThat(inScene("#unit-products").getMaxY())
                        .isLessThan(inScene("#unit-channels").getMinY());
            }
        }
    }

    private Bounds inScene(String query) {
        Node node = person.find(query);
        return Fx.get(() -> node.localToScene(node.getLayoutBounds()));
    }

    private static void cutOff(Node label, List<String> cut) {
        if (Person.isShown(label) && label instanceof Labeled labeled) {
            labeled.getChildrenUnmodifiable().stream()
                    .filter(part -> part instanceof javafx.scene.text.Text)
                    .map(part -> ((javafx.scene.text.Text) part).getText())
                    .filter(shown -> !shown.equals(labeled.getText()) && labeled.getGraphic() == null)
                    .forEach(shown -> cut.add(labeled.getText() + " → " + shown));
        }
    }

    /** Opens the first map of a layer. */
    private void open(int layer) {
        reading();
        if (person.sees("#map-detail")) {
            person.click("#close-detail");
        }
        layOut();
        person.click(person.find("#tiles-" + layer), 4, 4);
        assertThat(person.sees("#map-detail")).isTrue();
        layOut();
        // A unit is one value, so that there is nothing to choose in it.
        assertThat(person.sees("#arithmetic")).isEqualTo(outputs(layer).shape().isUnits());
    }

    private void pin(int layer, int x, int y) {
        open(layer);
        pinHere(x, y, outputs(layer));
        assertThat(person.sees("#arithmetic")).isTrue();
    }

    private void pinHere(int x, int y) {
        pinHere(x, y, outputs(CONVOLUTION_2));
    }

    private void pinHere(int x, int y, FeatureMaps maps) {
        layOut();
        Node map = person.find("#detail-map");
        Bounds bounds = Fx.get(map::getLayoutBounds);
        person.click(
                map,
                bounds.getWidth() * (x + 0.5) / maps.shape().width(),
                bounds.getHeight() * (y + 0.5) / maps.shape().height());
        layOut();
    }

    /** Nothing moves any more under the pointer: style and layout follow each other. */
    private void layOut() {
        for (int i = 0; i < 3; i++) {
            Fx.run(() -> {
                open.scene().getRoot().applyCss();
                open.scene().getRoot().layout();
            });
        }
    }

    private FeatureMaps outputs(int layer) {
        return reading().inference().orElseThrow().outputs().get(layer);
    }

    private String card() {
        return person.sees("#arithmetic") ? person.readAll("#arithmetic") : "";
    }

    private String place() {
        return person.read("#detail-value").replaceFirst(":.*", "");
    }

    /** The input maps that can be seen in their list, from top to bottom. */
    private List<Channel> channels() {
        Node list = person.find("#unit-channels");
        layOut();
        return Fx.get(() -> list.lookupAll(".list-cell").stream()
                .filter(Node::isVisible)
                .sorted(Comparator.comparingDouble(Node::getLayoutY))
                .map(cell -> cell.lookupAll(".label").stream()
                        .sorted(Comparator.comparingDouble(Node::getLayoutX))
                        .map(label -> ((Labeled) label).getText())
                        .toList())
                .filter(row -> row.size() == 3)
                .map(row -> new Channel(
                        Integer.parseInt(row.get(0).replace("map ", "")), number(row.get(1)), number(row.get(2))))
                .toList());
    }

    /** The numbers of a grid, as they are read aloud. */
    private List<Double> spoken(String query) {
        Node grid = person.find(query);
        String text = Fx.get(grid::getAccessibleText);
        return NUMBER.matcher(text.replaceFirst("^.*?: ", ""))
                .results()
                .map(number -> number(number.group()))
                .toList();
    }

    /** The number at the end of a line of the sum. */
    private double sumLine(String name) {
        Optional<String> number = Pattern.compile("\\| " + Pattern.quote(name) + " \\| (−?[\\d.]+)(?: \\||$)")
                .matcher(person.readAll("#arithmetic"))
                .results()
                .map(line -> line.group(1))
                .reduce((first, last) -> last);
        return number(number.orElseThrow(() -> new AssertionError("no " + name + " in " + card())));
    }

    private static double number(String text) {
        Matcher power = Pattern.compile("(.*)·10⁻(.*)").matcher(text);
        String plain = power.matches() ? power.group(1) + "e-9" : text;
        return Double.parseDouble(plain.replace('−', '-'));
    }
}
