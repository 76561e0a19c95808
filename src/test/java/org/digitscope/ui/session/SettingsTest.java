package org.digitscope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void areTheSameWhenTheyAreReadAgain() throws IOException {
        Settings settings = Settings.initial()
                .withAppearance(new Appearance(true, true, Appearance.Language.CHINESE, 1.5, true, true))
                .withLessonStep(3)
                .withPenWidth(21.5)
                .withWindow(1600, 900)
                .withRecent(folder.resolve("eins \"zwei\".ndjson"));
        Path file = folder.resolve("new/folder/settings.json");
        settings.write(file);
        assertThat(Settings.read(file)).isEqualTo(settings);
    }

    @Test
    void areTheInitialOnesWithoutAFile() {
        assertThat(Settings.read(folder.resolve("settings.json"))).isEqualTo(Settings.initial());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"dark\": tru",
                "[]",
                "{}",
                "{\"dark\":true,\"penWidth\":1e9,\"recentFiles\":[],\"windowWidth\":1280,\"windowHeight\":800}",
                "{\"dark\":true,\"penWidth\":14,\"recentFiles\":[\"a\\u0000b\"],\"windowWidth\":1280,\"windowHeight\":800}",
                "{\"dark\":true,\"penWidth\":14,\"recentFiles\":[],\"windowWidth\":\"wide\",\"windowHeight\":800}"
            })
    void areTheInitialOnesIfTheFileIsDamaged(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), text);
        assertThat(Settings.read(file)).isEqualTo(Settings.initial());
    }

    @Test
    void ofAnEarlierVersionKeepWhatTheySay() throws IOException {
        Path file = Files.writeString(
                folder.resolve("settings.json"),
                "{\"dark\":true,\"penWidth\":20,\"recentFiles\":[],\"windowWidth\":1300,\"windowHeight\":810}");

        assertThat(Settings.read(file))
                .isEqualTo(Settings.initial()
                        .withAppearance(Appearance.initial().withDark(true))
                        .withPenWidth(20)
                        .withWindow(1300, 810));
    }

    @Test
    void areTheInitialOnesIfTheFileIsBinary() throws IOException {
        Path file = Files.write(folder.resolve("settings.json"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 7});
        assertThat(Settings.read(file)).isEqualTo(Settings.initial());
    }

    @Test
    void keepTheNewestEightFilesEachOnce() {
        Settings settings = Settings.initial();
        for (int i = 0; i < 10; i++) {
            settings = settings.withRecent(folder.resolve(i + ".zip"));
        }
        settings = settings.withRecent(folder.resolve("5.zip"));
        assertThat(settings.recentFiles())
                .hasSize(8)
                .startsWith(folder.resolve("5.zip"), folder.resolve("9.zip"))
                .doesNotHaveDuplicates();
    }
}
