package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCard;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.explain.Method;
import org.digitscope.explain.Question;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.live.Subject;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.FakeNetwork;
import org.digitscope.network.Readout;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.text.Texts;
import org.digitscope.ui.explain.ExplainView;
import org.digitscope.ui.explain.ExplainViewModel;
import org.digitscope.ui.pad.PadView;
import org.digitscope.ui.pad.PadViewModel;
import org.digitscope.ui.seen.SeenView;
import org.digitscope.ui.session.Explained;
import org.digitscope.ui.session.PictureOnPad;
import org.digitscope.ui.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.robot.BaseRobot;

/** The view of why, beside a pad and what the network sees, with the mouse and the keyboard. */
@SuppressWarnings("NullAway.Init") // set before each
final class ExplainTest {
    private static final Texts TEXTS = Texts.of("window", Locale.ENGLISH);
    private static final double PAD_SIDE = 280;

    private final BaseRobot device = new FxRobot().robotContext().getBaseRobot();

    @TempDir
    Path folder;

    /** Explanations by a gated network wait for it. */
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private Stage stage;
    private Scene scene;
    private Session session;
    private ExplainView view;

    @BeforeEach
    void open() {
        Fx.start();
        LoadedModel classic = load("classic");
        Fx.run(() -> {
            Application.setUserAgentStylesheet(new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
            session = new Session(new InkRasterizer(), Platform::runLater);
            BooleanProperty dark = new SimpleBooleanProperty();
            PadViewModel pad = new PadViewModel(session, System::nanoTime, 14);
            view = new ExplainView(new ExplainViewModel(session), TEXTS, dark);
            PadView padView = new PadView(session, pad, TEXTS, dark);
            SeenView seen = new SeenView(session, TEXTS);
            padView.setPrefSize(PAD_SIDE, PAD_SIDE);
            padView.setMaxSize(PAD_SIDE, PAD_SIDE);
            seen.setPrefSize(PAD_SIDE, 310);
            view.setPrefSize(640, 640);
            HBox root = new HBox(20, new VBox(20, padView, seen), view);
            root.getStyleClass().addAll("window-root", "light");
            root.setStyle("-fx-font-size: 13px; -fx-padding: 10px;");
            scene = new Scene(root, 980, 680);
            scene.getStylesheets()
                    .add(Objects.requireNonNull(
                                    ExplainTest.class.getResource("/org/digitscope/assets/styles/digitscope.css"))
                            .toExternalForm());
            stage = new Stage();
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            view.setActive(true);
            session.use(classic);
        });
        awaitReading();
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            stage.close();
            session.close();
        });
        assertThat(Fx.takeUncaught()).isEmpty();
    }

    @Test
    void emptyPadInvitesToDraw() {
        assertThat(read("#explain-hint")).isEqualTo(TEXTS.get("explain.empty"));
        assertThat(sees("#explain-hint")).isTrue();
        assertThat(question()).isEmpty();
    }

    @Test
    void whatTheAnswerRestsOnLiesOverPictureInkAndInput() {
        drawSeven();
        Explained explained = awaitExplained();
        assertThat(explained.relevance().question()).isEqualTo(Question.why(Method.GRADIENT_X_INPUT, 7));
        assertThat(sees("#explain-hint")).isFalse();
        for (String query : List.of("#explain-picture", "#pad", "#seen")) {
            assertThat(colourful(query)).as(query).isGreaterThan(200);
        }
        assertThat(read("#explain-means")).contains("the logit of 7");
        assertThat(read("#legend-high")).matches("for \\d.*");
        assertThat(read("#legend-low")).matches("against −\\d.*");
    }

    @Test
    void whileItIsNotShownNothingIsAskedAndNothingIsPainted() {
        drawSeven();
        awaitExplained();
        Fx.run(() -> view.setActive(false));
        assertThat(question()).isEmpty();
        drawOne();
        awaitReading();
        assertThat(question()).isEmpty();
        assertThat(explained()).isEmpty();
        assertThat(sees("#pad-heat")).isFalse();
        assertThat(colourful("#seen")).isZero();
        Fx.run(() -> view.setActive(true));
        awaitExplained();
        assertThat(sees("#pad-heat")).isTrue();
    }

    @Test
    void questionFollowsTheAnswerUntilADigitIsChosen() {
        drawSeven();
        assertThat(awaitExplained().relevance().question().digit()).isEqualTo(7);
        clear();
        drawOne();
        assertThat(awaitExplained().relevance().question().digit()).isEqualTo(1);
        assertThat(boxText("#explain-digit")).isEqualTo("1, the answer");
        focus("#explain-digit");
        for (int i = 0; i < 4; i++) {
            press(KeyCode.DOWN);
        }
        assertThat(awaitExplained().relevance().question().digit()).isEqualTo(3);
        clear();
        drawSeven();
        assertThat(awaitExplained().relevance().question().digit()).isEqualTo(3);
        assertThat(read("#explain-means")).contains("the logit of 3");
    }

    @Test
    void digitIsHeldAgainstAnotherByTheKeyboard() {
        drawSeven();
        awaitExplained();
        focus("#explain-against");
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        assertThat(awaitExplained().relevance().question().against()).hasValue(1);
        assertThat(read("#explain-means")).contains("the lead of 7 over 1");
        for (int i = 0; i < 6; i++) {
            press(KeyCode.DOWN);
        }
        assertThat(read("#explain-hint")).isEqualTo(TEXTS.get("explain.same-digit"));
        assertThat(question()).isEmpty();
        press(KeyCode.DOWN);
        assertThat(awaitExplained().relevance().question().against()).hasValue(8);
    }

    @Test
    void noDigitIsAskedAboutWhereTheModelKnowsIt() {
        drawSeven();
        awaitExplained();
        focus("#explain-digit");
        for (int i = 0; i < 12; i++) {
            press(KeyCode.DOWN);
        }
        assertThat(awaitExplained().relevance().question().digit()).isEqualTo(9);
        LoadedModel pad = load("pad");
        Fx.run(() -> session.use(pad));
        awaitReading();
        press(KeyCode.DOWN);
        assertThat(awaitExplained().relevance().question().digit()).isEqualTo(Readout.NO_DIGIT);
        assertThat(boxText("#explain-digit")).isEqualTo("not a digit");
        assertThat(read("#explain-means")).contains("the logit of “not a digit”");
        LoadedModel classic = load("classic");
        Fx.run(() -> session.use(classic));
        awaitReading();
        assertThat(awaitExplained().relevance().question().digit())
                .as("of a model that does not know it, the answer")
                .isEqualTo(7);
        assertThat(boxText("#explain-digit")).isEqualTo("7, the answer");
    }

    @Test
    void whereTheAnswerIsNotADigitThatIsAskedAbout() {
        LoadedModel pad = load("pad");
        Fx.run(() -> session.use(pad));
        awaitReading();
        draw(60, 60, 220, 60, 220, 220, 60, 220, 60, 60);
        assertThat(awaitExplained().relevance().question().digit()).isEqualTo(Readout.NO_DIGIT);
        assertThat(boxText("#explain-digit")).isEqualTo("not a digit, the answer");
    }

    @Test
    void methodsAreChosenWithTheMouseAndTheArrowKeys() {
        drawSeven();
        awaitExplained();
        click("#method-saliency");
        assertThat(awaitExplained().relevance().question().method()).isEqualTo(Method.SALIENCY);
        assertThat(read("#legend-low")).isEmpty();
        assertThat(read("#legend-high")).startsWith("strongest ");
        press(KeyCode.RIGHT);
        press(KeyCode.RIGHT);
        assertThat(awaitExplained().relevance().question().method()).isEqualTo(Method.INTEGRATED_GRADIENTS);
        assertThat(read("#explain-means-not")).isEqualTo(TEXTS.get("not.integrated-gradients", ""));
    }

    @Test
    void strokesAreListedAndOutlined() {
        drawSeven();
        draw(110, 150, 190, 150);
        awaitExplained();
        click("#method-stroke-occlusion");
        Explained explained = awaitExplained();
        float[] falls = explained.relevance().strokes().orElseThrow();
        assertThat(falls).hasSize(2);
        assertThat(sees("#stroke-1")).isTrue();
        assertThat(sees("#stroke-2")).isTrue();
        assertThat(search("#stroke-3")).isEmpty();
        assertThat(Fx.get(() -> find("#stroke-1").getAccessibleText()))
                .startsWith("Stroke 1: " + (falls[0] > 0 ? "falls by " : "rises by "));
        int[] before = look("#explain-picture");
        point(find("#stroke-2"), 5, 5);
        assertThat(look("#explain-picture")).isNotEqualTo(before);
        point(find("#explain-means"), 5, 5);
        assertThat(look("#explain-picture")).isEqualTo(before);
        focus("#stroke-1");
        assertThat(look("#explain-picture")).isNotEqualTo(before);
    }

    @Test
    void pictureHasNoStrokes() {
        drawSeven();
        awaitExplained();
        click("#method-stroke-occlusion");
        awaitExplained();
        Fx.run(() -> session.show(PictureOnPad.of(sevenAsImage())));
        awaitReading();
        Fx.await("the hint", () -> find("#explain-hint").isVisible());
        assertThat(read("#explain-hint")).isEqualTo(TEXTS.get("explain.needs-ink"));
        assertThat(Fx.get(() -> find("#method-stroke-occlusion").isDisabled())).isTrue();
        assertThat(question()).isEmpty();
        click("#method-saliency");
        awaitExplained();
        assertThat(sees("#explain-hint")).isFalse();
        assertThat(sees("#pad-heat")).isFalse();
        assertThat(colourful("#seen")).isGreaterThan(200);
        Fx.run(session::undo);
        awaitReading();
        Fx.await("strokes again", () -> !find("#method-stroke-occlusion").isDisabled());
        assertThat(Fx.get(() -> session.failureProperty().get())).isEmpty();
    }

    @Test
    void gradCamLooksAtTheConvolutionOfChoice() {
        drawSeven();
        awaitExplained();
        assertThat(sees("#explain-layer")).isFalse();
        click("#method-grad-cam");
        assertThat(awaitExplained().relevance().question().layer()).isEmpty();
        assertThat(boxText("#explain-layer")).isEqualTo("Convolution 2 · 64 × 11×11");
        focus("#explain-layer");
        press(KeyCode.UP);
        assertThat(awaitExplained().relevance().question().layer()).hasValue(0);
    }

    @Test
    void modelWithoutConvolutionHasNoGradCam() {
        drawSeven();
        awaitExplained();
        click("#method-grad-cam");
        awaitExplained();
        Fx.run(() -> session.use(LoadedModel.of(ModelCard.unknown("dense", ""), new FakeNetwork())));
        awaitReading();
        Fx.await("the hint", () -> find("#explain-hint").isVisible());
        assertThat(read("#explain-hint")).isEqualTo(TEXTS.get("explain.needs-convolution"));
        assertThat(Fx.get(() -> find("#method-grad-cam").isDisabled())).isTrue();
        assertThat(sees("#explain-layer")).isFalse();
        assertThat(Fx.get(() -> session.failureProperty().get())).isEmpty();
    }

    @Test
    void saysThatItIsCatchingUpWhileAnOlderExplanationIsShown() {
        LoadedModel classic = Fx.get(() -> session.modelProperty().get().orElseThrow());
        Fx.run(() -> session.use(LoadedModel.of(
                classic.card(), gatedWhenExplaining(load("classic").network()))));
        awaitReading();
        // At once, so that there is one reading of it alone.
        Drawing seven = seven();
        Fx.run(() -> session.commit(seven));
        awaitReading();
        Explained older = awaitExplained();
        assertThat(sees("#explain-catching-up")).isFalse();
        CountDownLatch closed = new CountDownLatch(1);
        gate = closed;
        Fx.run(() -> session.commit(seven.plus(line(110, 150, 190, 150))));
        Fx.await("the word", () -> find("#explain-catching-up").isVisible());
        assertThat(explained()).containsSame(older);
        closed.countDown();
        awaitExplained();
        Fx.await("the word to go", () -> !find("#explain-catching-up").isVisible());
    }

    @Test
    void heatStaysOverInkThatGrowsAndGoesWithInkThatIsTakenBack() {
        drawSeven();
        Drawing seven = Fx.get(() -> session.drawingProperty().get());
        awaitExplained();
        Fx.run(() -> {
            // Before the recogniser can answer.
            session.sketch(seven.plus(seven.strokes().get(0)));
            assertThat(find("#pad-heat").isVisible()).isTrue();
            session.sketch(Drawing.empty());
            assertThat(find("#pad-heat").isVisible()).isFalse();
        });
    }

    @Test
    void valueOfAPixelIsToldByPointerAndKeyboard() {
        drawSeven();
        Explained explained = awaitExplained();
        int strongest = 0;
        float[] values = explained.relevance().pixels();
        for (int i = 0; i < values.length; i++) {
            strongest = values[i] > values[strongest] ? i : strongest;
        }
        Node picture = find("#explain-picture");
        double cell = Fx.get(() -> picture.getLayoutBounds().getWidth()) / DigitImage.SIZE;
        int x = strongest % DigitImage.SIZE;
        int y = strongest / DigitImage.SIZE;
        point(picture, (x + 0.5) * cell, (y + 0.5) * cell);
        String high = read("#legend-high").replace("for ", "");
        assertThat(read("#explain-pixel")).isEqualTo("column " + x + ", row " + y + ": " + high);
        focus("#explain-picture");
        press(KeyCode.LEFT);
        press(KeyCode.LEFT);
        assertThat(read("#explain-pixel")).startsWith("column 13, row 14: ");
    }

    private DigitNetwork gatedWhenExplaining(DigitNetwork network) {
        Set<String> explaining = Set.of("logits", "gradients", "imageGradients");
        return (DigitNetwork) Proxy.newProxyInstance(
                DigitNetwork.class.getClassLoader(),
                new Class<?>[] {DigitNetwork.class},
                (proxy, method, arguments) -> {
                    if (explaining.contains(method.getName()) && !gate.await(30, TimeUnit.SECONDS)) {
                        throw new IllegalStateException("nobody opened the gate");
                    }
                    try {
                        return method.invoke(network, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private LoadedModel load(String model) {
        try {
            return new ModelCatalog(new Dl4jModels(), folder.resolve("models")).load(model);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Drawing seven() {
        return new Drawing(List.of(line(75, 70, 205, 70, 120, 225)));
    }

    private static DigitImage sevenAsImage() {
        return new InkRasterizer().rasterize(seven()).image();
    }

    private static Stroke line(double... line) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < line.length; i += 2) {
            points.add(new Point(line[i], line[i + 1], i));
        }
        return new Stroke(points);
    }

    private void drawSeven() {
        draw(75, 70, 205, 70, 120, 225);
    }

    private void drawOne() {
        draw(146, 50, 138, 230);
    }

    private void draw(double... line) {
        Node pad = find("#pad");
        point(pad, line[0], line[1]);
        device.pressMouse(MouseButton.PRIMARY);
        settle();
        for (int i = 2; i < line.length; i += 2) {
            for (int step = 1; step <= 10; step++) {
                point(
                        pad,
                        line[i - 2] + (line[i] - line[i - 2]) * step / 10,
                        line[i - 1] + (line[i + 1] - line[i - 1]) * step / 10);
            }
        }
        device.releaseMouse(MouseButton.PRIMARY);
        settle();
        awaitReading();
    }

    private void clear() {
        Fx.run(session::clear);
        awaitReading();
    }

    /** Waits for a reading by the current model of what is on the pad. */
    private void awaitReading() {
        Fx.await(
                "a reading",
                () -> session.readingProperty()
                        .get()
                        .filter(reading -> reading.inference()
                                .filter(of -> of.outputs().size()
                                        == session.modelProperty()
                                                .get()
                                                .orElseThrow()
                                                .network()
                                                .layers()
                                                .size())
                                .isPresent())
                        .filter(reading -> reading.subject() instanceof Subject.Ink ink
                                ? ink.drawing().equals(session.drawingProperty().get())
                                : session.pictureProperty().get().isPresent())
                        .isPresent());
    }

    /** Waits for the explanation that is asked for, of the newest reading. */
    private Explained awaitExplained() {
        Fx.await(
                "an explanation",
                () -> !session.catchingUpProperty().get()
                        && session.questionProperty().get().isPresent()
                        && session.explainedProperty()
                                .get()
                                .map(of -> of.relevance().question())
                                .equals(session.questionProperty().get()));
        return Fx.get(() -> session.explainedProperty().get().orElseThrow());
    }

    private Optional<Question> question() {
        return Fx.get(() -> session.questionProperty().get());
    }

    private Optional<Explained> explained() {
        return Fx.get(() -> session.explainedProperty().get());
    }

    private Node find(String query) {
        return search(query).orElseThrow(() -> new AssertionError("there is no " + query));
    }

    private Optional<Node> search(String query) {
        return Fx.get(() -> Optional.ofNullable(scene.getRoot().lookup(query)));
    }

    private boolean sees(String query) {
        Node node = find(query);
        return Fx.get(() -> {
            boolean shown = true;
            for (Node part = node; part != null; part = part.getParent()) {
                shown &= part.isVisible();
            }
            return shown;
        });
    }

    private String read(String query) {
        Node node = find(query);
        return Fx.get(() -> ((Label) node).getText());
    }

    private String boxText(String query) {
        ComboBox<?> box = (ComboBox<?>) find(query);
        return Fx.get(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return box.getButtonCell() == null
                    ? String.valueOf(box.getValue())
                    : box.getButtonCell().getText();
        });
    }

    private void focus(String query) {
        Node node = find(query);
        Fx.run(node::requestFocus);
        settle();
    }

    private void click(String query) {
        Node node = find(query);
        Bounds bounds = Fx.get(node::getLayoutBounds);
        point(node, bounds.getCenterX(), bounds.getCenterY());
        device.pressMouse(MouseButton.PRIMARY);
        settle();
        device.releaseMouse(MouseButton.PRIMARY);
        settle();
    }

    private void point(Node node, double x, double y) {
        Point2D place = Fx.get(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return node.localToScreen(x, y);
        });
        device.moveMouse(place);
        settle();
    }

    private void press(KeyCode key) {
        device.pressKeyboard(key);
        settle();
        device.releaseKeyboard(key);
        settle();
    }

    private static void settle() {
        for (int i = 0; i < 3; i++) {
            Fx.run(() -> {});
        }
    }

    /** Pixels that are clearly neither grey nor the blue of the pad's guide. */
    private long colourful(String query) {
        return Arrays.stream(look(query))
                .filter(argb -> argb >>> 24 == 0xFF)
                .filter(argb -> Math.abs((argb >> 16 & 0xFF) - (argb & 0xFF)) > 70)
                .count();
    }

    private int[] look(String query) {
        Node node = find(query);
        return Fx.get(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            Image image = node.snapshot(new SnapshotParameters(), null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] argb = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            return argb;
        });
    }
}
