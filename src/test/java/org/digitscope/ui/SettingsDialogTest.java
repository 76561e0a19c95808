package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.ui.session.Appearance;
import org.digitscope.ui.session.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window as each person needs it. */
final class SettingsDialogTest {
    @TempDir
    Path folder;

    private OpenWindow open;
    private Person person;

    @BeforeEach
    void open() {
        Fx.start();
        open = OpenWindow.open(folder, new Dl4jModels());
        person = new Person(open);
    }

    @AfterEach
    void close() {
        open.close();
        assertThat(Fx.takeUncaught()).isEmpty();
    }

    @Test
    void everythingThatIsChosenIsSeenAtOnceAndThereAgain() throws IOException {
        double before = type();
        double pad = x("#pad");
        person.click("#settings");
        choose("settings-contrast");
        choose("settings-dark");
        choose("settings-left");
        choose("settings-motion");
        Fx.run(() ->
                ((ComboBox<?>) inDialog("settings-scale")).getSelectionModel().select(2));
        Fx.run(() -> ((ComboBox<?>) inDialog("settings-language"))
                .getSelectionModel()
                .select(2));

        assertSeen(before, pad);
        open.close();
        Appearance kept = Settings.read(folder.resolve("settings.json")).appearance();
        assertThat(kept).isEqualTo(new Appearance(true, true, Appearance.Language.CHINESE, 1.5, true, true));
        open = OpenWindow.open(folder, new Dl4jModels());
        person = new Person(open);
        assertSeen(before, pad);
    }

    private void assertSeen(double type, double pad) {
        assertThat(type()).isEqualTo(Math.round(1.5 * type), org.assertj.core.data.Offset.offset(0.6));
        assertThat(Fx.get(() -> person.find(".window-root").getStyleClass())).contains("dark", "high-contrast");
        assertThat(x("#pad")).isGreaterThan(pad + 500);
        assertThat(x("#answer")).isLessThan(400);
    }

    @Test
    void keysMakeTypeLargerAndSmaller() {
        double before = type();
        person.press(KeyCode.CONTROL, KeyCode.ADD);
        person.press(KeyCode.CONTROL, KeyCode.EQUALS);
        assertThat(type()).isGreaterThan(1.4 * before);
        person.press(KeyCode.CONTROL, KeyCode.MINUS);
        double once = type();
        assertThat(once).isBetween(1.2 * before, 1.3 * before);
        for (int i = 0; i < 6; i++) {
            person.press(KeyCode.CONTROL, KeyCode.ADD);
        }
        assertThat(type()).isEqualTo(2 * before);
        person.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertThat(type()).isEqualTo(before);
    }

    @Test
    void resetTellsWhatItDidAndCanBeUndone() {
        person.press(KeyCode.CONTROL, KeyCode.COMMA);
        choose("settings-left");
        choose("settings-contrast");
        Fx.run(() -> open.window().pad().penWidthProperty().set(30));
        fire("settings-reset");
        assertThat(penWidth()).isEqualTo(Settings.initial().penWidth());
        assertThat(((CheckBox) inDialog("settings-left")).isSelected()).isFalse();
        assertThat(Fx.get(() -> ((Labeled) inDialog("settings-done")).getText()))
                .startsWith("Language, size of type, contrast");
        fire("settings-undo");
        assertThat(penWidth()).isEqualTo(30);
        assertThat(((CheckBox) inDialog("settings-left")).isSelected()).isTrue();
        assertThat(((CheckBox) inDialog("settings-contrast")).isSelected()).isTrue();
        assertThat(inDialog("settings-undo").isVisible()).isFalse();
        assertThat(inDialog("settings-done").isVisible()).isFalse();
    }

    @Test
    void escapeClosesTheDialogAndGivesTheKeyboardBack() {
        person.press(KeyCode.CONTROL, KeyCode.COMMA);
        assertThat(search("settings-view")).isPresent();
        person.press(KeyCode.ESCAPE);
        Fx.await("the dialog to go", () -> search("settings-view").isEmpty());
    }

    private double penWidth() {
        return Fx.get(() -> open.window().pad().penWidthProperty().get());
    }

    private void choose(String id) {
        Node box = inDialog(id);
        Fx.run(((CheckBox) box)::fire);
    }

    private void fire(String id) {
        Node button = inDialog(id);
        Fx.run(((javafx.scene.control.Button) button)::fire);
    }

    private Node inDialog(String id) {
        Fx.await("the dialog with " + id, () -> search(id).isPresent());
        return search(id).orElseThrow();
    }

    private Optional<Node> search(String id) {
        return Fx.get(() -> Window.getWindows().stream()
                .filter(window -> window != open.stage() && window.isShowing())
                .flatMap(window ->
                        Optional.ofNullable(window.getScene().getRoot().lookup("#" + id)).stream())
                .findFirst());
    }

    private double type() {
        return Fx.get(() -> {
            open.scene().getRoot().applyCss();
            return ((Labeled) person.find("#tab-layers")).getFont().getSize();
        });
    }

    private double x(String query) {
        return Fx.get(() -> {
            open.scene().getRoot().applyCss();
            open.scene().getRoot().layout();
            return person.find(query).localToScene(0, 0).getX();
        });
    }
}
