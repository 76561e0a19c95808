package org.digitscope.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.files.AtomicFiles;
import org.digitscope.image.DigitImage;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkRecord;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.state.StateFile;
import org.digitscope.training.dl4j.CheckpointFiles;
import org.digitscope.ui.session.Autosave;
import org.digitscope.ui.session.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** However a process that saves and trains is killed, every file is whole; 200 times with {@code -Ddigitscope.hold=full}. */
final class KilledWhileSavingTest {
    private static final List<String> SAVED = List.of(
            "digits.ndjson",
            "digits.inkml",
            "moment.digitscope",
            "settings.json",
            "autosave.ndjson",
            "autosave.lock",
            "model.zip",
            "model.zip.checkpoint",
            "other.checkpoint");

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void everyFileIsWholeWheneverTheProcessIsKilled() throws Exception {
        Random chance = new Random(Extent.seed());
        int kills = Extent.of(4, 200);
        for (int kill = 0; kill < kills; kill++) {
            // One in two already while the libraries for training are still being loaded.
            String awaited = kill % 2 == 1 ? "saving" : "training";
            killAfter(awaited, chance.nextInt(600));
            requireWhole();
        }
        assertThat(folder.resolve("model.zip")).exists();
        assertThat(folder.resolve("other.checkpoint")).exists();
        assertThat(names()).allMatch(name -> SAVED.contains(name) || isPart(name));
        theNextWritingClearsWhatTheKilledOnesLeft();
    }

    /** As long afterwards as nobody would still be writing. */
    private void theNextWritingClearsWhatTheKilledOnesLeft() throws IOException {
        FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
        for (String name : names()) {
            if (isPart(name)) {
                Files.setLastModifiedTime(folder.resolve(name), longAgo);
            }
        }
        for (String name : SAVED) {
            AtomicFiles.writeText(folder.resolve(name), "");
        }
        assertThat(names()).noneMatch(KilledWhileSavingTest::isPart);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private static boolean isPart(String name) {
        return name.startsWith(".") && name.endsWith(".part");
    }

    private void killAfter(String awaited, int millis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SavingForEver.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.equals(awaited)) {
                assertThat(line).doesNotStartWith("failed");
                line = out.readLine();
            }
            assertThat(line).as("what the process says").isEqualTo(awaited);
            Thread.sleep(millis);
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    private void requireWhole() throws IOException {
        for (String name : List.of("digits.ndjson", "digits.inkml")) {
            List<InkRecord> ink = InkFiles.readAll(folder.resolve(name));
            String number = ink.get(0).label().orElseThrow();
            assertThat(ink)
                    .hasSize(10 + Integer.parseInt(number) % 30)
                    .allMatch(record -> record.label().orElseThrow().equals(number));
        }
        assertThat(StateFile.read(folder.resolve("moment.digitscope")).ink().isEmpty())
                .isFalse();
        Settings settings = Settings.read(folder.resolve("settings.json"));
        assertThat(settings.recentFiles()).containsExactly(folder.resolve("digits.ndjson"));
        assertThat(settings.penWidth()).isGreaterThan(Settings.initial().penWidth());
        boolean kept = Files.exists(folder.resolve("autosave.ndjson"));
        Drawing restored;
        Path copy = folder.resolve("autosave.ndjson");
        byte[] bytes = kept ? Files.readAllBytes(copy) : new byte[0];
        try (Autosave autosave = new Autosave(folder)) {
            restored = autosave.restore().orElse(Drawing.empty());
        }
        assertThat(restored.isEmpty()).isEqualTo(!kept);
        if (kept) {
            Files.write(copy, bytes);
        }
        for (String name : List.of("model.zip.checkpoint", "other.checkpoint")) {
            if (Files.exists(folder.resolve(name))) {
                CheckpointFiles.requireWhole(folder.resolve(name));
            }
        }
        if (Files.exists(folder.resolve("model.zip"))) {
            LoadedModel model =
                    new ModelCatalog(new Dl4jModels(), folder.resolve("none")).load(folder.resolve("model.zip"));
            model.network().run(DigitImage.blank());
            model.network().close();
        }
    }
}
