package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.value.ChangeListener;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.Test;

/** The window for those who do not see it, or have no mouse. */
final class AccessTest extends WindowTest {
    @Test
    void everyControlHasATooltipAndAName() {
        person.drawSeven();
        reading();
        person.click(person.find("#tiles-2"), 4, 4);
        List<Control> controls = Fx.get(() -> {
            List<Control> all = new ArrayList<>();
            collect(open.scene().getRoot(), all);
            return all;
        });
        assertThat(controls).hasSizeGreaterThanOrEqualTo(13);
        assertNamed(controls);
    }

    @Test
    void everyControlOfAPopOverHasATooltipAndAName() {
        for (KeyCode[] keys : new KeyCode[][] {{KeyCode.CONTROL, KeyCode.COMMA}, {KeyCode.ENTER}}) {
            Fx.run(person.find("#seen")::requestFocus);
            person.press(keys);
            Fx.await("the pop-over", () -> popOver().isPresent());
            List<Control> controls = Fx.get(() -> {
                List<Control> all = new ArrayList<>();
                collect(popOver().orElseThrow(), all);
                return all;
            });
            assertNamed(controls);
            assertThat(controls).extracting(Control::getAccessibleText).contains("Close");
            person.press(KeyCode.ESCAPE);
            Fx.await("the pop-over to go", () -> popOver().isEmpty());
        }
    }

    @Test
    void popOverIsClosedByTheKeyboardWithItsButton() {
        Fx.run(person.find("#seen")::requestFocus);
        person.press(KeyCode.ENTER);
        Fx.await("the pop-over", () -> popOver().isPresent());
        Node close = Fx.get(() -> popOver().orElseThrow().lookup("#close-panel"));
        assertThat(Fx.get(close::getAccessibleRole)).isEqualTo(AccessibleRole.BUTTON);
        Fx.run(close::requestFocus);
        person.press(KeyCode.SPACE);
        Fx.await("the pop-over to go", () -> popOver().isEmpty());
    }

    private Optional<Node> popOver() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof PopOver && window.isShowing())
                .findFirst()
                .map(window -> window.getScene().getRoot());
    }

    private static void assertNamed(List<Control> controls) {
        for (Control control : controls) {
            assertThat(control.getTooltip()).as("tooltip of %s", control).isNotNull();
            assertThat(control.getTooltip().getText())
                    .as("tooltip of %s", control)
                    .isNotBlank();
            boolean named = isFilled(control.getAccessibleText())
                    || (control instanceof Labeled labeled && isFilled(labeled.getText()));
            assertThat(named).as("name of %s", control).isTrue();
        }
    }

    @Test
    void whatIsNoControlHasANameToo() {
        person.drawSeven();
        person.awaitAnswer("7");
        for (String query : List.of("#pad", "#seen", "#tiles-0", "#tiles-5", "#bar-3")) {
            assertThat(Fx.get(() -> person.find(query).getAccessibleText()))
                    .as(query)
                    .isNotBlank();
        }
        assertThat(said("#bar-7")).matches("7: (more than )?[0-9.]+ percent");
        assertThat(said("#bar-0")).matches("0: (less than )?[0-9.]+ percent");
    }

    @Test
    void answerIsSaidInASentenceWhenThePenRestsAndNotBefore() {
        List<String> sentences = new CopyOnWriteArrayList<>();
        Node answer = person.find("#answer");
        ChangeListener<String> listener = (property, before, said) -> sentences.add(said);
        Fx.run(() -> answer.accessibleTextProperty().addListener(listener));
        try {
            person.drawSeven();
            Fx.await("the sentence", () -> said("#answer").startsWith("7, "));
        } finally {
            Fx.run(() -> answer.accessibleTextProperty().removeListener(listener));
        }
        assertThat(said("#answer")).matches("7, [0-9]+ percent, sure");
        assertThat(Fx.get(answer::getAccessibleRole)).isEqualTo(AccessibleRole.TEXT);
        // Drawing gives dozens of answers; on the slowest of machines it pauses now and then.
        assertThat(sentences).hasSizeLessThan(8);
    }

    @Test
    void everythingThatIsPaintedHasARoleAndASentence() {
        person.drawSeven();
        person.awaitAnswer("7");
        for (String query : List.of("#pad", "#seen", "#tiles-0", "#tiles-5", "#bar-3")) {
            assertThat(said(query)).as(query).hasSizeGreaterThan(4);
            assertThat(Fx.get(() -> person.find(query).queryAccessibleAttribute(AccessibleAttribute.ROLE)))
                    .as(query)
                    .isNotIn(AccessibleRole.NODE, AccessibleRole.PARENT, null);
        }
    }

    private String said(String query) {
        return Fx.get(() -> String.valueOf(person.find(query).queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    }

    /** A screen reader speaks of what has the keyboard. */
    @Test
    void whoDrawsHearsTheAnswerAndWhatIsTold() {
        // Another answer than before: the same is not said again.
        person.drawOne();
        Fx.await("the sentence", () -> said("#pad").contains(". 1, "));
        person.press(KeyCode.DELETE);
        person.drawSeven();
        Fx.await("the sentence", () -> said("#pad").matches("Pad: .*\\. 7, [0-9]+ percent, sure"));

        Drop.files(person.find("#pad"), java.nio.file.Path.of("/there/is/no/such.zip"));
        String told = person.awaitNotice();
        assertThat(said("#pad")).endsWith(". " + told);
        person.dismissNotice();
    }

    @Test
    void noticeIsClosedByTheKeyboard() {
        Drop.files(person.find("#pad"), java.nio.file.Path.of("/there/is/no/such.zip"));
        person.awaitNotice();
        person.press(KeyCode.ESCAPE);
        Fx.await("the notice to go", () -> !person.isTold());

        Drop.files(person.find("#pad"), java.nio.file.Path.of("/there/is/no/such.zip"));
        person.awaitNotice();
        tabTo("close-notice");
        person.press(KeyCode.SPACE);
        Fx.await("the notice to go", () -> !person.isTold());
    }

    @Test
    void arrowsReadThePixelsOfThe28x28() {
        person.drawSeven();
        reading();
        tabTo("seen");
        person.press(KeyCode.DOWN);
        assertThat(person.readAll("#seen")).contains("column 13, row 13");
        person.press(KeyCode.RIGHT);
        person.press(KeyCode.UP);
        assertThat(person.readAll("#seen")).contains("column 14, row 12");
        assertThat(said("#seen")).contains("column 14, row 12");
        person.press(KeyCode.TAB);
        assertThat(person.readAll("#seen")).doesNotContain("column 14");
    }

    @Test
    void arrowsMarkOneDigitAfterTheOther() {
        person.drawSeven();
        person.awaitAnswer("7");
        tabTo("prediction");
        person.press(KeyCode.DOWN);
        person.press(KeyCode.DOWN);
        assertThat(session().pointedDigitProperty().get()).hasValue(1);
        assertThat(said("#prediction")).startsWith("1: ");
        person.press(KeyCode.UP);
        assertThat(session().pointedDigitProperty().get()).hasValue(0);
        person.press(KeyCode.TAB);
        assertThat(session().pointedDigitProperty().get()).isEmpty();
    }

    @Test
    void mapUnderTheArrowKeysIsSpoken() {
        person.drawSeven();
        reading();
        person.click(person.find("#tiles-0"), 4, 4);
        person.press(KeyCode.RIGHT);
        assertThat(Fx.get(() -> person.find("#tiles-0").getAccessibleText()))
                .startsWith("Convolution 1, map 2 of 32, highest value ");
    }

    @Test
    void tabReachesEverythingButDrawing() {
        person.drawSeven();
        person.drawOne();
        person.press(KeyCode.CONTROL, KeyCode.Z);
        Set<String> reached = tabThrough();
        assertThat(reached)
                .contains("model", "open", "save-ink", "export", "theme")
                .contains("pad", "undo", "redo", "replay", "clear", "pen-width", "seen")
                .contains("settings", "language", "help", "present", "show-timeline", "prediction")
                .contains("tiles-0", "tiles-1", "tiles-2", "tiles-3", "tiles-4", "tiles-5")
                .containsAnyOf("tab-layers", "tab-explain", "tab-kernels")
                .containsAnyOf("pen", "eraser");
    }

    @Test
    void controlsWorkByTheKeyboardAlone() {
        person.drawSeven();
        tabTo("undo");
        person.press(KeyCode.SPACE);
        assertThat(ink().isEmpty()).isTrue();
        tabTo("redo");
        person.press(KeyCode.SPACE);
        assertThat(ink().isEmpty()).isFalse();
        tabTo("pen-width");
        double before = Fx.get(() -> open.window().pad().penWidthProperty().get());
        person.press(KeyCode.RIGHT);
        assertThat(Fx.get(() -> open.window().pad().penWidthProperty().get())).isGreaterThan(before);
        tabTo("tiles-1");
        person.press(KeyCode.RIGHT);
        person.press(KeyCode.ENTER);
        assertThat(person.readAll("#map-detail")).startsWith("Max pooling 1 · map 2 of 32");
        tabTo("close-detail");
        person.press(KeyCode.SPACE);
        assertThat(person.sees("#map-detail")).isFalse();
    }

    private void tabTo(String id) {
        for (int i = 0; i < 40; i++) {
            if (id.equals(focused())) {
                return;
            }
            person.press(KeyCode.TAB);
        }
        throw new AssertionError("the keyboard does not reach " + id);
    }

    private Set<String> tabThrough() {
        Set<String> reached = new LinkedHashSet<>();
        for (int i = 0; i < 40; i++) {
            reached.add(focused());
            person.press(KeyCode.TAB);
        }
        return reached;
    }

    private String focused() {
        return Fx.get(() -> {
            Node owner = open.scene().getFocusOwner();
            return owner == null ? "nothing" : String.valueOf(owner.getId());
        });
    }

    private static boolean isFilled(String text) {
        return text != null && !text.isBlank();
    }

    /** The controls that a person works with; not the parts that they are made of. */
    private static void collect(Node node, List<Control> all) {
        if (!node.isVisible()) {
            return;
        }
        boolean working = node instanceof ButtonBase
                || node instanceof ComboBoxBase
                || node instanceof Slider
                || node instanceof SplitMenuButton
                || node instanceof TextInputControl
                || node instanceof Control && node.getAccessibleRole() == AccessibleRole.BUTTON;
        if (working) {
            all.add((Control) node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }
}
