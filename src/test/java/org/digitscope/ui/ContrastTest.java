package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.digitscope.image.ColorVision;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.ui.common.CanvasColors;
import org.digitscope.ui.session.Appearance;
import org.digitscope.ui.session.Settings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrast by WCAG 2.2 AA, of the colours that are on the screen. */
final class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double LARGE = 3;
    private static final double GRAPHICS = 3;
    /** 18 pt at 96 dpi, or 14 pt if bold. */
    private static final double LARGE_PX = 24;

    private static final double LARGE_BOLD_PX = 18.66;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "dark {0}, high contrast {1}")
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void isEnoughForTypeFramesBarsAndFocus(boolean dark, boolean high) throws IOException {
        OpenWindow open = open(dark, high);
        List<String> weak = new ArrayList<>();
        try {
            Person person = new Person(open);
            weak.addAll(weaknesses(open)); // with the invitation to draw
            person.drawSeven();
            person.awaitAnswer("7");
            Fx.run(person.find("#tiles-0")::requestFocus);
            person.press(KeyCode.ENTER);
            assertThat(person.sees("#map-detail")).isTrue();
            person.press(KeyCode.CONTROL, KeyCode.T);
            weak.addAll(weaknesses(open));
            weak.addAll(Fx.get(() -> canvases(open, dark)));
            for (KeyCode tab : List.of(KeyCode.DIGIT2, KeyCode.DIGIT3)) {
                person.press(KeyCode.CONTROL, tab);
                weak.addAll(weaknesses(open));
                weak.addAll(Fx.get(() -> canvases(open, dark)));
            }
            person.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            Drop.files(person.find("#pad"), Path.of("/there/is/no/such.zip"));
            person.awaitNotice();
            Fx.await(
                    "the bar to be there",
                    () -> isOpaque(person.find(".notification-bar").lookup(".text")));
            weak.addAll(weaknesses(open));
            for (String query : List.of(
                    "#pad", "#seen", "#tiles-0", "#undo", "#model", "#tab-layers", "#open", "#present", "#theme")) {
                Node node = person.find(query);
                Fx.run(node::requestFocus);
                weak.addAll(Fx.get(() -> ring(open, node)));
            }
            weak.addAll(Fx.get(() -> bars(person)));
        } finally {
            open.close();
        }
        assertThat(weak.stream().distinct().toList()).isEmpty();
        assertThat(Fx.takeUncaught()).isEmpty();
    }

    @ParameterizedTest(name = "dark {0}, high contrast {1}")
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void isEnoughInWhatHelpsAndInFrontOfAnAudience(boolean dark, boolean high) throws IOException {
        OpenWindow open = open(dark, high);
        List<String> weak = new ArrayList<>();
        try {
            Person person = new Person(open);
            person.drawSeven();
            person.awaitAnswer("7");
            for (String page : List.of("menu-help", "menu-about", "menu-gallery")) {
                person.chooseFromHelp(page);
                if (page.equals("menu-gallery")) {
                    Fx.await(
                            "what both models read",
                            () -> person.readAll("#exhibit-1").contains("(pad)"));
                }
                weak.addAll(weaknesses(open));
                person.click("#close-panel");
            }
            person.chooseFromHelp("menu-anew");
            Fx.await("the lesson", () -> person.sees("#lesson-card"));
            for (int step = 1; step <= 8; step++) {
                assertThat(person.read("#lesson-place")).isEqualTo("Step " + step + " of 8");
                weak.addAll(weaknesses(open));
                person.press(KeyCode.RIGHT);
            }
            person.click("#settings");
            Fx.await("the settings", () -> beside(open).stream().anyMatch(ContrastTest::isSettled));
            weak.addAll(Fx.get(() -> settings(open)));
            person.press(KeyCode.ESCAPE);
            person.press(KeyCode.F11);
            for (KeyCode picture : List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4)) {
                person.press(picture);
                weak.addAll(weaknesses(open));
            }
            person.press(KeyCode.ESCAPE);
        } finally {
            open.close();
        }
        assertThat(weak.stream().distinct().toList()).isEmpty();
        assertThat(Fx.takeUncaught()).isEmpty();
    }

    private OpenWindow open(boolean dark, boolean high) throws IOException {
        Fx.start();
        Settings.initial()
                .withAppearance(Appearance.initial().withDark(dark).withHighContrast(high))
                .write(folder.resolve("settings.json"));
        return OpenWindow.open(folder, new Dl4jModels()).awaitAnswer();
    }

    private static List<String> settings(OpenWindow open) {
        List<String> weak = new ArrayList<>();
        int texts = 0;
        for (Parent root : beside(open)) {
            texts += look(root, 1, weak);
        }
        assertThat(texts).isGreaterThan(8);
        return weak;
    }

    /** What is in windows of its own. On the JavaFX thread. */
    private static List<Parent> beside(OpenWindow open) {
        return Window.getWindows().stream()
                .filter(window -> window != open.stage() && window.isShowing())
                .map(window -> window.getScene().getRoot())
                .toList();
    }

    private static boolean isSettled(Parent root) {
        return root.lookup("#settings-language") != null && isOpaque(root.lookup("#settings-language"));
    }

    private static boolean isOpaque(Node node) {
        for (Node part = node; part != null; part = part.getParent()) {
            if (part.getOpacity() < 1) {
                return false;
            }
        }
        return true;
    }

    private static List<String> weaknesses(OpenWindow open) {
        return Fx.get(() -> {
            Parent root = open.scene().getRoot();
            root.applyCss();
            root.layout();
            List<String> weak = new ArrayList<>();
            int texts = look(root, 1, weak);
            assertThat(texts).isGreaterThan(20);
            return weak;
        });
    }

    /** @return how much type was looked at */
    private static int look(Node node, double above, List<String> weak) {
        // Nobody has to read what cannot be used now.
        if (!node.isVisible() || node.isDisabled()) {
            return 0;
        }
        double opacity = above * node.getOpacity();
        int texts = 0;
        if (node instanceof Text text && !text.getText().isBlank()) {
            texts++;
            Color ground = ground(text.getParent());
            double contrast = contrast(over(color(text.getFill()), ground, opacity), ground);
            boolean bold = text.getFont().getStyle().contains("Bold");
            double size = text.getFont().getSize();
            if (contrast < (size >= (bold ? LARGE_BOLD_PX : LARGE_PX) ? LARGE : TEXT)) {
                weak.add("“%s” %s on %s: %.2f, in %s"
                        .formatted(text.getText(), text.getFill(), ground, contrast, path(text)));
            }
        }
        boolean framed = node instanceof ToggleButton button && !isOtherChoice(button)
                || node instanceof ComboBoxBase
                || node instanceof TextInputControl
                || node.getStyleClass().contains("pad")
                || node.getStyleClass().contains("box") && node.getParent() instanceof CheckBox
                || node.getStyleClass().contains("button") && !isInBar(node);
        if (framed && node instanceof Region region) {
            Color outside = ground(node.getParent());
            double best = edges(region).stream()
                    .mapToDouble(edge -> contrast(over(edge, outside, opacity), outside))
                    .max()
                    .orElse(0);
            if (best < GRAPHICS) {
                weak.add("frame %s on %s: %.2f, of %s".formatted(edges(region), outside, best, path(node)));
            }
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                texts += look(child, opacity, weak);
            }
        }
        return texts;
    }

    /** What is drawn on canvases, on the grounds that they have. */
    private static List<String> canvases(OpenWindow open, boolean dark) {
        CanvasColors colors = CanvasColors.of(dark);
        Map<Color, Double> needed = new LinkedHashMap<>();
        for (Color line : List.of(
                colors.line(),
                colors.guide(),
                colors.eraser(),
                colors.field(),
                colors.chosen(),
                colors.pointed(),
                colors.changed())) {
            needed.put(line, GRAPHICS);
        }
        needed.put(colors.ink(), TEXT);
        needed.put(colors.text(), TEXT);
        List<String> weak = new ArrayList<>();
        int looked = 0;
        for (Node canvas : open.scene().getRoot().lookupAll("*")) {
            if (canvas instanceof Canvas) {
                looked++;
                Color ground = ground(canvas.getParent());
                needed.forEach((color, least) -> {
                    if (contrast(color, ground) < least) {
                        weak.add("%s on %s, in %s".formatted(color, ground, path(canvas)));
                    }
                });
            }
        }
        assertThat(looked).isGreaterThan(8);
        return weak;
    }

    /** Type in a row of choices, of which the chosen one is framed. */
    private static boolean isOtherChoice(ToggleButton button) {
        return button.getStyleClass().contains("present-choice") && !button.isSelected();
    }

    /** Buttons that consist of type or an icon alone are known by it. */
    private static boolean isInBar(Node node) {
        for (Node part = node; part != null; part = part.getParent()) {
            if (part.getStyleClass().contains("tool-bar")
                    || part.getStyleClass().contains("notification-bar")
                    || part.getStyleClass().contains("increment-arrow-button")
                    || part.getStyleClass().contains("flat")) {
                return true;
            }
        }
        return false;
    }

    private static List<String> ring(OpenWindow open, Node node) {
        open.scene().getRoot().applyCss();
        if (!node.isFocused() || !(node instanceof Region region)) {
            return List.of(node + " takes no focus");
        }
        Color outside = ground(node.getParent());
        double best = edges(region).stream()
                .mapToDouble(edge -> contrast(over(edge, outside, 1), outside))
                .max()
                .orElse(0);
        return best < GRAPHICS ? List.of("focus of %s: %.2f".formatted(path(node), best)) : List.of();
    }

    private static List<String> bars(Person person) {
        List<String> weak = new ArrayList<>();
        Color track = fill((Region) person.find("#bar-7").lookup(".bar-track"));
        Color best = fill((Region) person.find("#bar-7").lookup(".bar-best"));
        Color other = fill((Region) person.find("#bar-1").lookup(".bar"));
        for (Color bar : List.of(best, other)) {
            if (contrast(bar, track) < GRAPHICS) {
                weak.add("bar %s on %s".formatted(bar, track));
            }
        }
        for (ColorVision vision : ColorVision.values()) {
            if (vision.distance(argb(best), argb(other)) < 15) {
                weak.add("%s does not tell the bars %s and %s apart: %.1f"
                        .formatted(vision, best, other, vision.distance(argb(best), argb(other))));
            }
        }
        return weak;
    }

    private static List<Color> edges(Region region) {
        List<Color> edges = new ArrayList<>();
        if (region.getBorder() != null) {
            for (BorderStroke stroke : region.getBorder().getStrokes()) {
                edges.add(color(stroke.getTopStroke()));
            }
        }
        if (region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                edges.add(color(fill.getFill()));
            }
        }
        return edges;
    }

    /** What is behind something that lies in a node. */
    private static Color ground(Node node) {
        if (node == null) {
            return Color.WHITE;
        }
        Color own = node instanceof Region region ? fill(region) : Color.TRANSPARENT;
        return own.getOpacity() >= 1 ? own : over(own, ground(node.getParent()), 1);
    }

    /** The uppermost fill of a region. */
    private static Color fill(Region region) {
        if (region.getBackground() == null || region.getBackground().getFills().isEmpty()) {
            return Color.TRANSPARENT;
        }
        List<BackgroundFill> fills = region.getBackground().getFills();
        Color result = Color.TRANSPARENT;
        for (BackgroundFill fill : fills) {
            Color color = color(fill.getFill());
            result = color.getOpacity() >= 1 || result.getOpacity() == 0 ? color : over(color, result, 1);
        }
        return result;
    }

    private static Color color(Paint paint) {
        if (paint instanceof Color color) {
            return color;
        }
        if (paint instanceof LinearGradient gradient) {
            return gradient.getStops().get(0).getColor();
        }
        return Color.TRANSPARENT;
    }

    private static Color over(Color upper, Color lower, double opacity) {
        double share = upper.getOpacity() * opacity;
        return Color.color(
                upper.getRed() * share + lower.getRed() * (1 - share),
                upper.getGreen() * share + lower.getGreen() * (1 - share),
                upper.getBlue() * share + lower.getBlue() * (1 - share));
    }

    private static double contrast(Color first, Color second) {
        return ColorVision.contrast(argb(first), argb(second));
    }

    private static int argb(Color color) {
        return 0xFF << 24
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    private static String path(Node node) {
        StringBuilder path = new StringBuilder();
        Node part = node;
        for (int i = 0; i < 4 && part != null; i++, part = part.getParent()) {
            path.append(part.getId() == null ? "" : "#" + part.getId())
                    .append(part.getStyleClass())
                    .append(part instanceof Labeled labeled ? "“" + labeled.getText() + "”" : "")
                    .append(" < ");
        }
        return path.toString();
    }
}
