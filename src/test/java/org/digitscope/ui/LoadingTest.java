package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Toggle;
import javafx.scene.paint.Color;
import org.digitscope.network.NetworkLoader;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.ui.dl4j.ModelFiles;
import org.digitscope.ui.pad.PadViewModel;
import org.digitscope.ui.session.Appearance;
import org.digitscope.ui.session.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoadingTest {
    @TempDir
    Path folder;

    @Test
    void takesInkWhileTheModelIsStillLoadingAndCatchesUp() {
        Fx.start();
        CountDownLatch gate = new CountDownLatch(1);
        OpenWindow open = OpenWindow.open(folder, after(gate));
        try {
            Person person = new Person(open);
            int[] blank = person.look("#seen");
            person.drawSeven();
            person.awaitAnswer("…");
            assertThat(person.read("#confidence")).isEqualTo(OpenWindow.TEXTS.get("answer.waiting"));
            assertThat(person.look("#seen")).isNotEqualTo(blank);
            assertThat(person.readAll("#status")).contains(OpenWindow.TEXTS.get("task.load", "classic"));
            assertThat(person.readAll("#layers")).contains(OpenWindow.TEXTS.get("layers.waiting"));
            gate.countDown();
            person.awaitAnswer("7");
            assertThat(person.sees("#tiles-5")).isTrue();
            assertThat(person.readAll("#layers")).doesNotContain(OpenWindow.TEXTS.get("layers.waiting"));
            assertThat(Fx.takeUncaught()).isEmpty();
        } finally {
            gate.countDown();
            open.close();
        }
    }

    @Test
    void comesWithThePadFirstAndWithTheRestFrameByFrame() {
        Fx.start();
        AtomicReference<Bounds> first = new AtomicReference<>();
        OpenWindow open = Fx.get(() -> {
            OpenWindow started = OpenWindow.start(folder, new Dl4jModels(), OpenWindow.TEXTS.locale());
            assertThat(started.stage().isShowing()).isTrue();
            assertThat(started.has("#pad")).isTrue();
            first.set(place(started));
            assertThat(started.has("#undo")).isFalse();
            assertThat(started.has("#bar-9")).isFalse();
            assertThat(started.has("#model")).isFalse();
            assertThat(started.has("#layers")).isFalse();
            return started;
        });
        try {
            Person person = new Person(open);
            person.drawSeven();
            Fx.await("the rest", () -> open.has("#model") && open.has("#undo") && open.has("#tiles-5"));
            person.awaitAnswer("7");
            person.layOut();
            assertThat(Fx.get(() -> place(open)))
                    .as("nothing makes room for what comes later")
                    .isEqualTo(first.get());
            assertThat(Fx.takeUncaught()).isEmpty();
        } finally {
            open.close();
        }
    }

    @Test
    void viewsThatComeLaterShowWhatWasDoneBefore() {
        Fx.start();
        CountDownLatch gate = new CountDownLatch(1);
        OpenWindow open = Fx.get(() -> {
            OpenWindow started = OpenWindow.start(folder, after(gate), OpenWindow.TEXTS.locale());
            PadViewModel pad = started.window().pad();
            pad.down(80, 60, false);
            pad.drag(200, 60);
            pad.drag(140, 240);
            pad.up();
            pad.toolProperty().set(PadViewModel.Tool.ERASER);
            return started;
        });
        try {
            Person person = new Person(open);
            Fx.await("all views", () -> open.has("#model") && open.has("#bar-9") && open.has("#layers"));
            assertThat(Fx.get(() -> ((Toggle) person.find("#eraser")).isSelected()))
                    .isTrue();
            assertThat(Fx.get(() -> ((Toggle) person.find("#pen")).isSelected()))
                    .isFalse();
            assertThat(person.read("#confidence")).isEqualTo(OpenWindow.TEXTS.get("answer.waiting"));
            person.layOut();
            int[] seen = person.look("#seen");
            Fx.run(open.window().pad()::clear);
            Fx.await("a blank picture", () -> !Arrays.equals(seen, person.look("#seen")));
            gate.countDown();
            assertThat(Fx.takeUncaught()).isEmpty();
        } finally {
            gate.countDown();
            open.close();
        }
    }

    @Test
    void filesOfTheStartAreOpenedAfterTheModel(@TempDir Path files) throws IOException {
        Fx.start();
        Path model = ModelFiles.perceptron(files.resolve("perceptron.zip"));
        OpenWindow open = OpenWindow.start(folder, new Dl4jModels(), OpenWindow.TEXTS.locale(), model);
        try {
            Person person = new Person(open);
            Fx.await("the model of the file", () -> usedModel(open).equals("perceptron"));
            Fx.await(
                    "nothing in the background",
                    () -> !person.readAll("#status").contains(OpenWindow.TEXTS.get("task.load", "classic")));
            assertThat(Fx.get(() -> usedModel(open))).isEqualTo("perceptron");
        } finally {
            open.close();
        }
    }

    private static String usedModel(OpenWindow open) {
        return open.window()
                .session()
                .modelProperty()
                .get()
                .map(model -> model.card().name())
                .orElse("");
    }

    @Test
    void isDarkBeforeAnythingIsPaintedWhereTheThemeIs() throws IOException {
        Fx.start();
        Settings.initial().withAppearance(Appearance.initial().withDark(true)).write(folder.resolve("settings.json"));
        OpenWindow dark = OpenWindow.start(folder, new Dl4jModels(), OpenWindow.TEXTS.locale());
        try {
            assertThat(((Color) dark.scene().getFill()).getBrightness()).isLessThan(0.2);
            Fx.run(() -> dark.window().use(dark.window().appearance().withDark(false)));
            assertThat(dark.scene().getFill()).isEqualTo(Color.WHITE);
        } finally {
            dark.close();
        }
    }

    /** Where the pad is in the window. For the JavaFX thread. */
    private static Bounds place(OpenWindow open) {
        Node pad = open.scene().getRoot().lookup("#pad");
        return pad.localToScene(pad.getLayoutBounds());
    }

    private static NetworkLoader after(CountDownLatch gate) {
        NetworkLoader real = new Dl4jModels();
        return (archive, readout) -> {
            try {
                if (!gate.await(60, TimeUnit.SECONDS)) {
                    throw new IOException("nobody opened the gate");
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return real.load(archive, readout);
        };
    }
}
