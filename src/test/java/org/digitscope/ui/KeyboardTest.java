package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything by the keyboard alone, and always to be seen where it is. */
final class KeyboardTest extends WindowTest {
    private static final int ENOUGH = 80;
    private static final double RING = 6;

    @ParameterizedTest
    @EnumSource(
            value = KeyCode.class,
            names = {"DIGIT1", "DIGIT2", "DIGIT3"})
    void tabReachesEverythingAndShowsWhereItIs(KeyCode tab) {
        person.drawSeven();
        person.drawOne();
        person.press(KeyCode.CONTROL, KeyCode.Z);
        reading();
        person.press(KeyCode.CONTROL, tab);
        person.point(person.find("#status"), 500, 10);
        Fx.run(person.find("#pad")::requestFocus);
        Set<Node> reached = new LinkedHashSet<>();
        List<String> nameless = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        for (int i = 0; i < ENOUGH; i++) {
            Node node = Fx.get(() -> open.scene().getFocusOwner());
            if (!reached.add(node)) {
                break;
            }
            Object name = Fx.get(() -> node.queryAccessibleAttribute(AccessibleAttribute.TEXT));
            if (name == null || name.toString().isBlank()) {
                nameless.add(node.toString());
            }
            Bounds place = Fx.get(() -> node.localToScene(node.getLayoutBounds()));
            int[] with = look(place);
            person.press(KeyCode.TAB);
            Bounds now = Fx.get(() -> node.localToScene(node.getLayoutBounds()));
            if (now.equals(place) && Arrays.equals(with, look(place))) {
                unseen.add(node.toString());
            }
        }
        person.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(nameless).as("without a name").isEmpty();
        assertThat(unseen).as("focus is not seen").isEmpty();
        assertThat(reached).hasSizeGreaterThan(15);
        assertThat(expected(tab).stream()
                        .filter(node -> reached.stream().noneMatch(other -> isSame(node, other)))
                        .map(Node::toString))
                .as("not reached")
                .isEmpty();
    }

    /** It would go to the list of models, where the next key changes the model. */
    @Test
    void whatIsHiddenLeavesTheKeyboardBesideIt() {
        person.drawSeven();
        reading();
        person.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        Fx.run(() -> person.find(".methods").lookup(".toggle-button").requestFocus());

        person.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(Fx.get(() -> open.scene().getFocusOwner().getId())).startsWith("tab-");

        person.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        person.press(KeyCode.CONTROL, KeyCode.T);
        Fx.run(() -> person.find(".timeline-chart").requestFocus());
        person.press(KeyCode.CONTROL, KeyCode.T);
        assertThat(Fx.get(() -> open.scene().getFocusOwner().getId())).isEqualTo("pad");
    }

    private List<Node> expected(KeyCode tab) {
        person.press(KeyCode.CONTROL, tab);
        List<Node> all = new ArrayList<>();
        Fx.run(() -> collect(open.scene().getRoot(), all));
        person.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        return all;
    }

    /** Of buttons of which one is always on, Tab reaches that one and the arrow keys the others. */
    private static boolean isSame(Node expected, Node reached) {
        return expected == reached
                || expected instanceof ToggleButton one
                        && reached instanceof ToggleButton other
                        && one.getToggleGroup() != null
                        && one.getToggleGroup() == other.getToggleGroup();
    }

    private static void collect(Node node, List<Node> all) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        boolean inAnother = node.getParent() instanceof Spinner<?>; // which takes the focus for its editor
        if (node.isFocusTraversable() && !inAnother) {
            all.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }

    private int[] look(Bounds place) {
        return Fx.get(() -> {
            open.scene().getRoot().applyCss();
            open.scene().getRoot().layout();
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setViewport(new Rectangle2D(
                    Math.max(0, place.getMinX() - RING),
                    Math.max(0, place.getMinY() - RING),
                    place.getWidth() + 2 * RING,
                    place.getHeight() + 2 * RING));
            WritableImage image = open.scene().getRoot().snapshot(parameters, null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] argb = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            return argb;
        });
    }
}
