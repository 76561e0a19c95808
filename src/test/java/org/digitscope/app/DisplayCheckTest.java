package org.digitscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DisplayCheckTest {
    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(strings = {"dev/dri", "dev/nvidiactl", "dev/dxg"})
    void openGlIsTriedWhereThereAreItsLibrariesAndAGraphicsProcessor(String device) throws IOException {
        add("usr/lib/x86_64-linux-gnu/libGL.so.1");
        add("usr/lib/x86_64-linux-gnu/libXxf86vm.so.1");
        assertThat(DisplayCheck.lacksOpenGl(root, List.of()))
                .as("without a graphics processor")
                .isTrue();
        add(device);
        assertThat(DisplayCheck.lacksOpenGl(root, List.of())).isFalse();
    }

    @Test
    void openGlIsNotTriedWithoutALibraryThatItNeeds() throws IOException {
        add("dev/dri");
        add("usr/lib/x86_64-linux-gnu/libGL.so.1");
        assertThat(DisplayCheck.lacksOpenGl(root, List.of())).isTrue();
    }

    @Test
    void librariesThatAreNoneOfTheUsualPlacesMayBeAnywhere() throws IOException {
        add("dev/dri");
        assertThat(DisplayCheck.lacksOpenGl(root, List.of())).isFalse();
    }

    private void add(String file) throws IOException {
        Path added = root.resolve(file);
        Files.createDirectories(added.getParent());
        Files.createFile(added);
    }
}
