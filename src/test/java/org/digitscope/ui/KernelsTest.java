package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.data.ReferenceDigits;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.live.Reading;
import org.digitscope.live.Subject;
import org.digitscope.network.Answer;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.FakeNetwork;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Inference;
import org.digitscope.network.Kernels;
import org.digitscope.network.WeightEdits;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Percentage;
import org.digitscope.ui.kernels.KernelsView;
import org.digitscope.ui.kernels.KernelsViewModel;
import org.digitscope.ui.kernels.Samples;
import org.digitscope.ui.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.robot.BaseRobot;

/** The view of the kernels in a window of its own, with the mouse and the keyboard. */
@SuppressWarnings("NullAway.Init") // set before each
final class KernelsTest {
    private static final Texts TEXTS = Texts.of("window", Locale.ENGLISH);
    private static final int CONVOLUTION_1 = 0;
    private static final int CONVOLUTION_2 = 2;

    private static final Pattern RISE =
            Pattern.compile("^8×8 pixels; the value before its activation rises from (\\S+) to (\\S+)\\. .*");

    private final BaseRobot device = new FxRobot().robotContext().getBaseRobot();

    @TempDir
    Path folder;

    private Stage stage;
    private Scene scene;
    private Session session;
    private LoadedModel classic;
    private KernelsViewModel model;
    private KernelsView view;
    private final BooleanProperty dark = new SimpleBooleanProperty();

    @BeforeEach
    void open() {
        Fx.start();
        classic = load();
        Fx.run(() -> {
            Application.setUserAgentStylesheet(new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
            session = new Session(new InkRasterizer(), Platform::runLater);
            model = new KernelsViewModel(
                    session, () -> new Samples(Samples.Source.OWN, referenceDigits()), Platform::runLater);
            view = new KernelsView(model, TEXTS, dark);
            StackPane root = new StackPane(view);
            root.getStyleClass().addAll("window-root", "light");
            root.setStyle("-fx-font-size: 13px; -fx-padding: 10px;");
            scene = new Scene(root, 660, 660);
            scene.getStylesheets()
                    .add(Objects.requireNonNull(
                                    KernelsTest.class.getResource("/org/digitscope/assets/styles/digitscope.css"))
                            .toExternalForm());
            stage = new Stage();
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            view.setActive(true);
        });
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            stage.close();
            model.close();
            session.close();
        });
        assertThat(Fx.takeUncaught()).isEmpty();
    }

    @Test
    void saysWhatItWaitsForAndWhatAModelLacks() {
        assertThat(read("#kernels-empty")).isEqualTo(TEXTS.get("layers.waiting"));
        use(LoadedModel.of(classic.card(), new FakeNetwork()));
        assertThat(read("#kernels-empty")).isEqualTo(TEXTS.get("kernels.none"));
        assertThat(sees("#filter-tiles")).isFalse();
        use(classic);
        assertThat(sees("#kernels-empty")).isFalse();
        assertThat(sees("#filter-tiles")).isTrue();
    }

    @Test
    void aLayerIsChosenByKeyboardAndItsFiltersWithTheArrows() {
        use(classic);
        Fx.run(() -> find("#kernel-layer").requestFocus());
        press(KeyCode.DOWN);
        assertThat(read("#filter-title")).startsWith(title(CONVOLUTION_2, 0));
        press(KeyCode.TAB, KeyCode.TAB);
        Fx.await("the tiles to have the focus", () -> find("#filter-tiles").isFocused());
        press(KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(read("#filter-title")).startsWith(title(CONVOLUTION_2, 2));
        press(KeyCode.END);
        assertThat(read("#filter-title")).startsWith(title(CONVOLUTION_2, 63));
        press(KeyCode.RIGHT);
        assertThat(read("#filter-title")).startsWith(title(CONVOLUTION_2, 63));
        press(KeyCode.UP, KeyCode.HOME, KeyCode.LEFT);
        assertThat(read("#filter-title")).startsWith(title(CONVOLUTION_2, 0));
        assertThat(Fx.get(() -> find("#filter-tiles").getAccessibleText())).startsWith("Filter 1 of 64");
    }

    @Test
    void filtersAreSortedByStrengthAndByActivity() {
        use(classic);
        drawSeven();
        sortBy(1);
        click("#filter-tiles", 10, 10);
        int strongest = shownFilter();
        for (int filter = 0; filter < 32; filter++) {
            assertThat(strength(CONVOLUTION_1, filter)).isLessThanOrEqualTo(strength(CONVOLUTION_1, strongest));
        }
        sortBy(2);
        click("#filter-tiles", 10, 10);
        double most = activity(CONVOLUTION_1, shownFilter());
        for (int filter = 0; filter < 32; filter++) {
            assertThat(activity(CONVOLUTION_1, filter)).isLessThanOrEqualTo(most);
        }
        assertThat(read("#filter-title")).endsWith("activity now " + String.format(Locale.ROOT, "%.2f", most));
    }

    @Test
    void anOrderAFilterAndAMapThatItFeedsOnAreChosenWithMouseAndKeys() {
        use(classic);
        chooseLayer(1);
        Fx.run(() -> find("#kernel-order").requestFocus());
        press(KeyCode.DOWN);
        click("#filter-tiles", 10, 10);
        point("#kernel-changes", 5, 5);
        int strongest = shownFilter();
        assertThat(strength(CONVOLUTION_2, strongest)).isEqualTo(largestStrength(CONVOLUTION_2, 64));
        press(KeyCode.PAGE_DOWN);
        int paged = shownFilter();
        assertThat(paged).isNotEqualTo(strongest);
        press(KeyCode.PAGE_UP);
        assertThat(shownFilter()).isEqualTo(strongest);

        String first = read("#weight-place");
        click("#kernel-channels", 20, 30);
        String second = read("#weight-place");
        press(KeyCode.DOWN);
        assertThat(read("#weight-place")).isNotEqualTo(second);
        press(KeyCode.HOME);
        assertThat(read("#weight-place")).isEqualTo(first);
    }

    @Test
    void theSliderIsMovedWithMouseAndKeys() {
        use(classic);
        Answer loaded = drawSeven();
        click("#kernel-picture", 10, 10);
        Slider slider = (Slider) find("#weight-slider");
        double before = Fx.get(slider::getValue);
        click("#weight-slider", Fx.get(() -> slider.getWidth() - 12), Fx.get(() -> slider.getHeight() / 2));
        double clicked = Fx.get(slider::getValue);
        assertThat(clicked).isGreaterThan(before);
        assertThat(edits().weights()).containsValue((float) clicked);
        press(KeyCode.LEFT);
        assertThat(Fx.get(slider::getValue)).isLessThan(clicked);
        assertThat(answerOtherThan(loaded).probabilities()).isNotEqualTo(loaded.probabilities());
        click("#reset-weights");
        assertThat(Fx.get(slider::getValue)).isEqualTo(before);
    }

    private double largestStrength(int layer, int filters) {
        double largest = 0;
        for (int filter = 0; filter < filters; filter++) {
            largest = Math.max(largest, strength(layer, filter));
        }
        return largest;
    }

    @Test
    void pointerShowsAFilterWithTheMapsThatItFeedsOnMost() {
        use(classic);
        chooseLayer(1);
        int[] before = look("#kernel-picture");
        point("#filter-tiles", 200, 10);
        int pointed = shownFilter();
        assertThat(pointed).isPositive();
        assertThat(read("#filter-title")).startsWith(title(CONVOLUTION_2, pointed));
        List<Integer> maps = channels();
        assertThat(maps).hasSize(32);
        assertThat(maps)
                .isSortedAccordingTo((a, b) ->
                        Double.compare(strength(CONVOLUTION_2, pointed, b), strength(CONVOLUTION_2, pointed, a)));
        assertThat(look("#kernel-picture")).isNotEqualTo(before);
        point("#kernel-changes", 5, 5);
        assertThat(read("#filter-title")).startsWith(title(CONVOLUTION_2, 0));
        assertThat(look("#kernel-picture")).isEqualTo(before);
    }

    @Test
    void aWeightIsChangedLiveAndResetBringsTheAnswerBack() {
        use(classic);
        Answer loaded = drawSeven();
        int[] tiles = look("#filter-tiles");
        click("#kernel-picture", 10, 10);
        assertThat(read("#weight-place")).isEqualTo(TEXTS.get("kernels.weight", 1, 0, 0));
        press(KeyCode.RIGHT, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);
        assertThat(read("#weight-place")).isEqualTo(TEXTS.get("kernels.weight", 1, 1, 2));
        float before = kernels(CONVOLUTION_1).at(0, 0, 1, 2);
        assertThat(read("#weight-loaded"))
                .isEqualTo("As loaded: "
                        + String.format(Locale.ROOT, "%.4f", before).replace('-', '−'));
        type("#weight-number", "not a number");
        assertThat(edits().isEmpty()).isTrue();
        type("#weight-number", "−9,5");
        assertThat(edits().weights())
                .containsExactly(Map.entry(new WeightEdits.Weight(CONVOLUTION_1, 0, 0, 1, 2), -9.5f));
        Answer changed = answerOtherThan(loaded);
        assertThat(read("#edit-effect")).isEqualTo(effect(loaded, changed));
        assertThat(read("#edit-notice")).isEqualTo(TEXTS.get("kernels.notice"));
        assertThat(read("#reset-weights")).isEqualTo("Reset all changes (1)");
        assertThat(look("#filter-tiles")).isNotEqualTo(tiles);

        Fx.run(() -> ((Slider) find("#weight-slider")).setValue(4));
        assertThat(edits().weights()).containsValue(4f);
        click("#weight-back");
        assertThat(edits().isEmpty()).isTrue();
        Fx.run(() -> ((Slider) find("#weight-slider")).setValue(6));
        click("#reset-weights");
        assertThat(edits().isEmpty()).isTrue();
        assertThat(reading().answer().probabilities()).isEqualTo(loaded.probabilities());
        assertThat(sees("#edit-effect")).isFalse();
        assertThat(Fx.get(() -> ((Slider) find("#weight-slider")).getValue())).isEqualTo(before);
    }

    @Test
    void aFilterAndTheBiasesAreSilenced() {
        use(classic);
        Answer loaded = drawSeven();
        click("#filter-tiles", 200, 10);
        int filter = shownFilter();
        click("#silence-filter");
        assertThat(edits().silencedFilters()).containsExactly(new WeightEdits.Filter(CONVOLUTION_1, filter));
        reading();
        assertThat(read("#filter-title")).isEqualTo(TEXTS.get("kernels.filter", filter + 1, "0", "0", "0"));
        assertThat(Fx.get(() -> find("#weight-slider").isDisabled())).isTrue();
        assertThat(read("#weight-loaded")).isEqualTo(TEXTS.get("kernels.silenced"));
        click("#silence-biases");
        assertThat(edits().silencedBiases()).containsExactly(CONVOLUTION_1);
        assertThat(read("#reset-weights")).isEqualTo("Reset all changes (2)");
        Answer changed = answerOtherThan(loaded);
        assertThat(read("#edit-effect")).isEqualTo(effect(loaded, changed));
        press(KeyCode.SPACE);
        assertThat(edits().silencedBiases()).isEmpty();
        click("#silence-filter");
        assertThat(edits().isEmpty()).isTrue();
        assertThat(reading().answer().probabilities()).isEqualTo(loaded.probabilities());
    }

    @Test
    void theAnswerAsLoadedIsToldForEachDrawing() {
        use(classic);
        drawSeven();
        click("#silence-filter");
        Answer changed = draw(146, 50, 138, 230);
        Fx.await(
                "the comparison",
                () -> ((Labeled) find("#edit-effect")).getText().contains("→"));
        String compared = read("#edit-effect");
        click("#reset-weights");
        Answer loaded = reading().answer();
        assertThat(compared).isEqualTo(effect(loaded, changed));
        click("#silence-biases");
        Answer other = answerOtherThan(loaded);
        assertThat(read("#edit-effect")).isEqualTo(effect(loaded, other));
        draw();
        assertThat(read("#edit-effect")).isEqualTo(TEXTS.get("kernels.draw"));
    }

    @Test
    void anotherModelIsNotChanged() {
        use(classic);
        drawSeven();
        chooseLayer(1);
        click("#silence-filter");
        use(load());
        assertThat(edits().isEmpty()).isTrue();
        assertThat(read("#reset-weights")).isEqualTo("Reset all changes (0)");
        assertThat(read("#filter-title")).startsWith(title(CONVOLUTION_1, 0));
        assertThat(Fx.get(() -> ((CheckBox) find("#silence-filter")).isSelected()))
                .isFalse();
    }

    @Test
    void samplesThatExciteAFilterMostAreFoundWhenAsked() {
        use(classic);
        drawSeven();
        chooseLayer(1);
        click("#filter-tiles", 200, 10);
        int filter = shownFilter();
        click("#tab-likes");
        assertThat(children("#liked-samples")).isZero();
        click("#find-samples");
        Fx.await("the search to end", () -> find("#find-samples").isDisabled() && !isSearching());
        assertThat(children("#liked-samples")).isEqualTo(8);
        try (DigitNetwork network = load().network()) {
            double highest = referenceDigits().stream()
                    .mapToDouble(image -> peak(network, filter, image))
                    .max()
                    .orElseThrow();
            assertThat(Fx.get(() -> find("#liked-samples").lookupAll(".label").stream()
                            .map(label -> ((Labeled) label).getText())
                            .toList()))
                    .contains(String.format(Locale.ROOT, "%.2f", highest));
        }
        click("#filter-tiles", 10, 10);
        assertThat(children("#liked-samples")).isZero();
    }

    @Test
    void preferredPatternIsSearchedForTheWeightsAsTheyAre() {
        use(classic);
        chooseLayer(1);
        click("#tab-likes");
        assertThat(sees("#liked-pattern")).isFalse();
        int[] pattern = searchPattern();
        assertThat(read("#pattern-meaning")).matches(RISE);
        Matcher rise = RISE.matcher(read("#pattern-meaning"));
        assertThat(rise.find()).isTrue();
        double after = Double.parseDouble(rise.group(2).replace('−', '-'));
        assertThat(after).isGreaterThan(Double.parseDouble(rise.group(1).replace('−', '-')));

        click("#silence-filter");
        assertThat(sees("#liked-pattern")).isFalse();
        assertThat(searchPattern()).isNotEqualTo(pattern);
        assertThat(read("#pattern-meaning")).startsWith(TEXTS.get("likes.pattern-value", 8, 8, "0", "0"));
        click("#silence-filter");
        assertThat(searchPattern()).isEqualTo(pattern);
    }

    @Test
    void searchForThePatternEndsWhenAnotherFilterIsChosen() {
        use(classic);
        chooseLayer(1);
        click("#tab-likes");
        click("#find-pattern");
        click("#filter-tiles", 200, 10);
        assertThat(isSearching()).isFalse();
        reading();
        Fx.pause(100);
        assertThat(sees("#liked-pattern")).isFalse();
        assertThat(Fx.get(() -> find("#find-pattern").isDisabled())).isFalse();
    }

    @Test
    void nothingGoesOnWhileTheViewIsHidden() {
        use(classic);
        drawSeven();
        click("#tab-likes");
        click("#find-samples");
        Fx.run(() -> view.setActive(false));
        assertThat(isSearching()).isFalse();
        String title = read("#filter-title");
        draw(146, 50, 138, 230);
        Fx.pause(200);
        assertThat(isSearching()).isFalse();
        assertThat(children("#liked-samples")).isZero();
        assertThat(read("#filter-title")).isEqualTo(title);
        Fx.run(() -> view.setActive(true));
        assertThat(read("#filter-title")).isNotEqualTo(title);
    }

    private LoadedModel load() {
        try {
            return new ModelCatalog(new Dl4jModels(), folder).load("classic");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void use(LoadedModel next) {
        Fx.run(() -> session.use(next));
        settle();
        reading();
    }

    /** The highest value of a map of the second convolution for an image, by a network of its own. */
    private static double peak(DigitNetwork network, int filter, DigitImage image) {
        FeatureMaps maps = network.run(image).outputs().get(CONVOLUTION_2);
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = maps.shape().offset(filter); i < maps.shape().offset(filter + 1); i++) {
            highest = Math.max(highest, maps.values()[i]);
        }
        return highest;
    }

    private static List<DigitImage> referenceDigits() {
        try {
            InkRasterizer rasterizer = new InkRasterizer();
            return ReferenceDigits.read().stream()
                    .limit(60)
                    .map(digit -> rasterizer.rasterize(digit.drawing()).image())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Answer drawSeven() {
        return draw(75, 70, 205, 70, 120, 225);
    }

    /** Draws a line through points x, y, x, y, … and waits for what the network says of it. */
    private Answer draw(double... line) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < line.length; i += 2) {
            points.add(new Point(line[i], line[i + 1], 50 * i));
        }
        Drawing drawing = points.isEmpty() ? Drawing.empty() : new Drawing(List.of(new Stroke(points)));
        Fx.run(() -> session.commit(drawing));
        return reading().answer();
    }

    /** What the network said last, when it has said something of the newest drawing. */
    private Inference reading() {
        Fx.await(
                "a reading of what is drawn",
                () -> session.readingProperty()
                        .get()
                        .filter(reading -> reading.inference().isPresent()
                                && reading.subject() instanceof Subject.Ink ink
                                && ink.drawing()
                                        .equals(session.drawingProperty().get()))
                        .isPresent());
        AtomicBoolean idle = new AtomicBoolean();
        // Comes after everything that the recogniser has been asked for.
        session.inBackground(network -> {
            Platform.runLater(() -> idle.set(true));
            return true;
        });
        Fx.await("the recogniser to rest", idle::get);
        return Fx.get(() ->
                session.readingProperty().get().flatMap(Reading::inference).orElseThrow());
    }

    private Answer answerOtherThan(Answer other) {
        Answer now = reading().answer();
        assertThat(now.probabilities()).isNotEqualTo(other.probabilities());
        return now;
    }

    private WeightEdits edits() {
        return Fx.get(() -> session.editsProperty().get());
    }

    private static String effect(Answer loaded, Answer now) {
        return TEXTS.get("kernels.effect", written(loaded), written(now));
    }

    private static String written(Answer answer) {
        return answer.isDigit()
                ? answer.prediction() + ", " + new Percentage(Locale.ENGLISH).of(answer.confidence())
                : "not a digit";
    }

    private Kernels kernels(int layer) {
        return classic.kernels().get(layer).orElseThrow();
    }

    private double strength(int layer, int filter) {
        Kernels kernels = kernels(layer);
        double sum = 0;
        for (int channel = 0; channel < kernels.channels(); channel++) {
            sum += Math.pow(strength(layer, filter, channel), 2);
        }
        return Math.sqrt(sum);
    }

    private double strength(int layer, int filter, int channel) {
        Kernels kernels = kernels(layer);
        double sum = 0;
        for (int y = 0; y < kernels.height(); y++) {
            for (int x = 0; x < kernels.width(); x++) {
                sum += Math.pow(kernels.at(filter, channel, x, y), 2);
            }
        }
        return Math.sqrt(sum);
    }

    private double activity(int layer, int filter) {
        FeatureMaps maps = reading().outputs().get(layer);
        double sum = 0;
        for (int i = maps.shape().offset(filter); i < maps.shape().offset(filter + 1); i++) {
            sum += Math.abs(maps.values()[i]);
        }
        return sum / maps.shape().offset(1);
    }

    /** How the title of a filter begins. */
    private String title(int layer, int filter) {
        return String.format(Locale.ROOT, "Filter %d · strength %.2f · ", filter + 1, strength(layer, filter));
    }

    private int shownFilter() {
        Matcher title = Pattern.compile("^Filter (\\d+) ").matcher(read("#filter-title"));
        assertThat(title.find()).isTrue();
        return Integer.parseInt(title.group(1)) - 1;
    }

    @SuppressWarnings("unchecked")
    private List<Integer> channels() {
        return Fx.get(() -> List.copyOf(((ListView<Integer>) find("#kernel-channels")).getItems()));
    }

    private void chooseLayer(int place) {
        Fx.run(() -> ((ComboBox<?>) find("#kernel-layer")).getSelectionModel().select(place));
        settle();
    }

    private void sortBy(int place) {
        Fx.run(() -> ((ComboBox<?>) find("#kernel-order")).getSelectionModel().select(place));
        settle();
    }

    private void type(String spinner, String text) {
        Fx.run(() -> {
            Spinner<?> field = (Spinner<?>) find(spinner);
            field.getEditor().requestFocus();
            field.getEditor().setText(text);
        });
        press(KeyCode.ENTER);
    }

    private int[] searchPattern() {
        click("#find-pattern");
        Fx.await("the pattern", () -> sees("#liked-pattern") && !isSearching());
        return look("#liked-pattern");
    }

    private boolean isSearching() {
        return Fx.get(() -> view.lookupAll(".progress-bar").stream().anyMatch(Node::isVisible));
    }

    private int children(String query) {
        return Fx.get(() -> ((Parent) find(query)).getChildrenUnmodifiable().size());
    }

    private Node find(String query) {
        return Fx.get(() -> Objects.requireNonNull(scene.getRoot().lookup(query), query));
    }

    private boolean sees(String query) {
        Node node = find(query);
        return Fx.get(() -> Person.isShown(node));
    }

    private String read(String query) {
        return Fx.get(() -> ((Labeled) find(query)).getText());
    }

    private void click(String query) {
        Bounds bounds = Fx.get(() -> find(query).getLayoutBounds());
        click(query, bounds.getWidth() / 2, bounds.getHeight() / 2);
    }

    private void click(String query, double x, double y) {
        point(query, x, y);
        device.pressMouse(MouseButton.PRIMARY);
        settle();
        device.releaseMouse(MouseButton.PRIMARY);
        settle();
    }

    private void point(String query, double x, double y) {
        settle();
        Point2D place = Fx.get(() -> find(query).localToScreen(x, y));
        device.moveMouse(place);
        settle();
    }

    /** Presses keys one after the other. */
    private void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            device.pressKeyboard(key);
            settle();
            device.releaseKeyboard(key);
            settle();
        }
    }

    private int[] look(String query) {
        settle();
        return Fx.get(() -> {
            Image image = find(query).snapshot(null, null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] argb = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            return argb;
        });
    }

    /** Lets events arrive, and what follows from them be laid out. */
    private void settle() {
        for (int i = 0; i < 3; i++) {
            Fx.run(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
        }
    }
}
