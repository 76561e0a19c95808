package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.digitscope.ink.Drawing;
import org.digitscope.live.Reading;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.ui.pad.PadViewModel;
import org.digitscope.ui.session.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A test with one window for all its methods, with the bundled model loaded and an empty pad at the start of each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all
abstract class WindowTest {
    OpenWindow open;
    Person person;

    @BeforeAll
    void openWindow(@TempDir Path folder) {
        Fx.start();
        open = OpenWindow.open(folder, new Dl4jModels()).awaitAnswer();
        person = new Person(open);
    }

    @BeforeEach
    void clearPad() {
        Fx.run(() -> {
            PadViewModel pad = open.window().pad();
            pad.clear();
            pad.toolProperty().set(PadViewModel.Tool.PEN);
            pad.penWidthProperty().set(14);
        });
        person.point(person.find("#status"), 500, 10);
        if (person.sees("#map-detail")) {
            person.click("#close-detail");
        }
        if (person.isTold()) {
            person.dismissNotice();
        }
        person.click("#pad");
        // Without this wait the dot might be read after the answer to the pad that was empty before it was seen.
        reading();
        person.press(KeyCode.DELETE);
        person.awaitAnswer(" ");
    }

    @AfterEach
    void nothingFailedOnTheJavaFxThread() {
        assertThat(Fx.takeUncaught()).isEmpty();
    }

    @AfterAll
    void closeWindow() {
        open.close();
    }

    Session session() {
        return open.window().session();
    }

    /** Waits until the network of that name is used. */
    void awaitModel(String name) {
        Fx.await(
                "the model " + name,
                () -> session()
                        .modelProperty()
                        .get()
                        .filter(model -> model.card().name().equals(name))
                        .isPresent());
    }

    /** The newest reading of the newest drawing. */
    Reading reading() {
        Fx.await("a reading of what is drawn", open::hasRead);
        return Fx.get(() -> session().readingProperty().get().orElseThrow());
    }

    /** What is on the pad now. */
    Drawing ink() {
        return Fx.get(() -> session().drawingProperty().get());
    }
}
