package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.digitscope.ink.Drawing;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.ui.session.Appearance;
import org.digitscope.ui.session.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChineseTest {
    @Test
    void everyViewOpensInChinese(@TempDir Path folder) {
        Fx.start();
        OpenWindow open = OpenWindow.open(folder, new Dl4jModels(), Locale.SIMPLIFIED_CHINESE)
                .awaitAnswer();
        try {
            Person person = new Person(open);
            assertThat(person.read("#confidence")).isEqualTo("写一个数字");
            person.drawSeven();
            person.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            assertThat(((Labeled) person.find("#tab-explain")).getText()).isEqualTo("为什么？");
            person.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            person.press(KeyCode.CONTROL, KeyCode.T);
            Fx.await("the time line", () -> person.read("#timeline-what").startsWith("现在：7"));
            person.press(KeyCode.CONTROL, KeyCode.COMMA);
            Fx.await(
                    "the name of the close button",
                    () -> Window.getWindows().stream()
                            .filter(Window::isShowing)
                            .map(window -> window.getScene().getRoot().lookup("#close-panel"))
                            .anyMatch(close -> close != null && "关闭".equals(close.getAccessibleText())));
            person.press(KeyCode.ESCAPE);
            assertThat(Fx.takeUncaught()).isEmpty();
        } finally {
            open.close();
        }
    }

    @Test
    void anotherLanguageComesWhileEverythingElseStays(@TempDir Path folder) {
        Fx.start();
        OpenWindow open =
                OpenWindow.open(folder, new Dl4jModels()).awaitAnswer().awaitSurvey();
        try {
            Person person = new Person(open);
            person.drawOne();
            person.press(KeyCode.DELETE);
            person.drawSeven();
            person.awaitAnswer("7");
            person.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            person.press(KeyCode.CONTROL, KeyCode.T);
            Drawing drawn = drawing(open);
            Object reading = reading(open);

            Fx.run(() -> open.window().speak(Appearance.Language.CHINESE));

            Fx.await(
                    "Chinese",
                    () -> ((Labeled) person.find("#tab-explain")).getText().equals("为什么？"));
            assertThat(open.stage().getTitle()).isEqualTo("Digitscope");
            assertThat(drawing(open)).isEqualTo(drawn);
            assertThat(reading(open)).isSameAs(reading);
            assertThat(person.answer()).isEqualTo("7");
            assertThat(person.sees("#explain")).isTrue();
            assertThat(person.sees("#timeline")).isTrue();
            assertThat(person.read("#timeline-what")).startsWith("现在：7");

            person.press(KeyCode.CONTROL, KeyCode.Z);
            person.awaitAnswer(" ");
            person.press(KeyCode.CONTROL, KeyCode.Z);
            person.awaitAnswer("1");

            Fx.run(() -> open.window().speak(Appearance.Language.ENGLISH));
            Fx.await(
                    "English",
                    () -> ((Labeled) person.find("#tab-explain")).getText().equals("Why?"));
            person.press(KeyCode.DELETE);
            person.drawSeven();
            person.awaitAnswer("7");
            assertThat(Fx.takeUncaught()).isEmpty();
        } finally {
            open.close();
        }
        assertThat(Settings.read(folder.resolve("settings.json")).appearance().language())
                .isEqualTo(Appearance.Language.ENGLISH);
    }

    @Test
    void theViewsOfAnotherLanguageAreForgotten(@TempDir Path folder) {
        Fx.start();
        OpenWindow open =
                OpenWindow.open(folder, new Dl4jModels()).awaitAnswer().awaitSurvey();
        try {
            Person person = new Person(open);
            person.drawSeven();
            person.awaitAnswer("7");
            WeakReference<Object> session = new WeakReference<>(open.window().session());
            WeakReference<Object> views = new WeakReference<>(person.find("#tab-explain"));

            Fx.run(() -> open.window().speak(Appearance.Language.CHINESE));
            Fx.await(
                    "Chinese",
                    () -> ((Labeled) person.find("#tab-explain")).getText().equals("为什么？"));
            // What was painted last is kept until something else is.
            person.drawOne();

            Fx.await("the old session to go", () -> {
                System.gc();
                return session.get() == null;
            });
            Fx.await("the old views to go", () -> {
                System.gc();
                return views.get() == null;
            });
        } finally {
            open.close();
        }
    }

    private static Object reading(OpenWindow open) {
        return Fx.get(() -> open.window().session().readingProperty().get());
    }

    private static Drawing drawing(OpenWindow open) {
        return Fx.get(() -> open.window().session().committedProperty().get());
    }
}
