package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.digitscope.ui.help.Shortcut;
import org.digitscope.ui.help.Shortcuts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HelpTest extends WindowTest {
    @AfterEach
    void close() {
        if (person.sees("#panel")) {
            person.click("#close-panel");
        }
        assertThat(person.sees("#panel")).isFalse();
    }

    @Test
    void listsEveryKeyOfTheWindowAndNoOther() {
        Set<KeyCombination> listed = Shortcuts.everywhere().stream()
                .flatMap(shortcut -> shortcut.keys().stream())
                .collect(Collectors.toSet());
        Set<KeyCombination> all = new HashSet<>(listed);
        all.addAll(Shortcuts.twins());

        assertThat(Fx.get(() -> Set.copyOf(open.scene().getAccelerators().keySet())))
                .containsExactlyInAnyOrderElementsOf(all);

        person.press(KeyCode.F1);
        Fx.await("the page", () -> person.sees("#help-shortcuts"));
        String page = person.readAll("#help-shortcuts");
        for (Shortcut shortcut : Shortcuts.everywhere()) {
            assertThat(page).contains(OpenWindow.TEXTS.get(shortcut.key()));
            for (KeyCombination keys : shortcut.keys()) {
                assertThat(page).contains(keys.getDisplayText());
            }
        }
        assertThat(person.readAll("#help-gestures")).contains("Right button on the pad");
    }

    @Test
    void aQuestionMarkOpensItAndEscapeClosesItAndTheKeyboardIsWhereItWas() {
        person.click("#pad");

        person.press(KeyCode.SHIFT, KeyCode.SLASH);

        Fx.await("the page", () -> person.sees("#help-page"));
        assertThat(person.read("#panel-title")).isEqualTo("Help and shortcuts");

        person.press(KeyCode.ESCAPE);

        assertThat(person.sees("#help-page")).isFalse();
        assertThat(Fx.get(() -> open.scene().getFocusOwner().getId())).isEqualTo("pad");
    }

    @Test
    void thePadIsBesideItAndCanBeDrawnOn() {
        person.chooseFromMenu("#help", "menu-help");
        Fx.await("the page", () -> person.sees("#help-page"));

        person.drawSeven();

        person.awaitAnswer("7");
    }

    @Test
    void aboutNamesVersionModelsAndLicences() {
        person.chooseFromMenu("#help", "menu-about");

        Fx.await("the page", () -> person.sees("#about-models"));
        Fx.await("the models", () -> person.read("#about-models").contains("pad: "));
        assertThat(person.read("#about-version")).startsWith("Digitscope ");
        assertThat(person.read("#about-runtimes"))
                .startsWith("Java " + System.getProperty("java.version") + " · JavaFX 21.")
                .contains("ND4J 1.0.0");
        assertThat(person.read("#about-models")).contains("classic: ");
        assertThat(Fx.get(() -> ((javafx.scene.control.TextArea) person.find("#licences")).getText()))
                .contains("JavaFX", "GNU General Public License, version 2, with the Classpath Exception")
                .contains("Apache License")
                .contains("END OF TERMS AND CONDITIONS");
    }

    @Test
    void diagnosticsGoOnTheClipboard() {
        person.chooseFromMenu("#help", "menu-about");

        Fx.await("the page", () -> person.sees("#copy-diagnostics"));
        person.click("#copy-diagnostics");

        assertThat(person.awaitNotice()).isEqualTo("The diagnostics are on the clipboard.");
        String text = Fx.get(() -> Clipboard.getSystemClipboard().getString());
        assertThat(text)
                .contains("Java: " + System.getProperty("java.runtime.version"))
                .contains("System: " + System.getProperty("os.name"))
                .containsPattern("JavaFX: \\d+.*, \\w+")
                .containsPattern("Network: ND4J .*, threads: \\d+")
                .containsPattern("Model: classic, \\d+ layers, \\d+ parameters, [0-9a-f]{64}")
                .containsPattern("Memory: \\d+ MiB used")
                .contains("Locale: ")
                .contains("Log:")
                .doesNotContain(System.getProperty("user.home") + "/");
    }

    @Test
    void whatNobodyCaughtIsToldOnce() {
        Thread.UncaughtExceptionHandler mishaps = open.window().mishaps();

        mishaps.uncaughtException(Thread.currentThread(), new IllegalStateException("a test’s own mishap"));

        assertThat(person.awaitNotice()).startsWith("Something went wrong");
        person.dismissNotice();

        mishaps.uncaughtException(Thread.currentThread(), new IllegalStateException("a test’s own mishap"));

        Fx.run(() -> {});
        assertThat(person.isTold()).isFalse();
    }

    @Test
    void theKeyboardReachesTheButton() {
        assertThat(Fx.get(() -> person.find("#help").isFocusTraversable())).isTrue();
        assertThat(List.of("#help", "#theme")).allMatch(person::sees);
    }
}
