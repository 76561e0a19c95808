package org.digitscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.Application;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.digitscope.ui.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OpenRequestsTest {
    private final List<Path> opened = new ArrayList<>();
    private Application.EventHandler usual;

    @BeforeEach
    void start() {
        Fx.start();
        usual = Fx.get(() -> Application.GetApplication().getEventHandler());
    }

    @AfterEach
    void putBack() {
        Fx.get(() -> {
            Application.GetApplication().setEventHandler(usual);
            return true;
        });
    }

    @Test
    void filesOfTheStartAndLaterOnesAreOpenedInTheirOrder() {
        Fx.get(() -> {
            systemAsksToOpen("/home/a/seven.ndjson");
            OpenRequests.passTo(opened::add);
            systemAsksToOpen("/home/a/moment.digitscope", "/home/a/1.png");
            return true;
        });
        assertThat(opened)
                .containsExactly(
                        Path.of("/home/a/seven.ndjson"),
                        Path.of("/home/a/moment.digitscope"),
                        Path.of("/home/a/1.png"));
    }

    @Test
    void nothingThatJavaFxListensToIsLost() {
        assertThat(Arrays.stream(usual.getClass().getDeclaredMethods()).map(Method::getName))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Arrays.stream(OpenRequests.class.getDeclaredMethods())
                                .map(Method::getName))
                        .contains(name));
    }

    /** As the native part of JavaFX does on macOS. */
    private static void systemAsksToOpen(String... files) throws ReflectiveOperationException {
        Method notify = Application.class.getDeclaredMethod("notifyOpenFiles", String[].class);
        notify.setAccessible(true);
        notify.invoke(Application.GetApplication(), (Object) files);
    }
}
