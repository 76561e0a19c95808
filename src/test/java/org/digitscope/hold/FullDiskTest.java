package org.digitscope.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.digitscope.data.IdxFiles;
import org.digitscope.data.ReferenceDigits;
import org.digitscope.data.Sample;
import org.digitscope.files.AtomicFiles;
import org.digitscope.files.FileProblem;
import org.digitscope.image.DigitImage;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkRecord;
import org.digitscope.state.StateFile;
import org.digitscope.training.dl4j.CheckpointFiles;
import org.digitscope.ui.session.Autosave;
import org.digitscope.ui.session.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When the disk is full, what was there before is whole, and one sentence says which file was not written and why. */
final class FullDiskTest {
    private static final int MOMENTS = 6;

    @TempDir
    Path folder;

    private FullDisk disk;

    @BeforeEach
    void makeDisk() {
        disk = new FullDisk(FileSystems.getDefault());
    }

    /** What a person's files are written by. */
    enum Saving {
        INK("digit.ndjson") {
            @Override
            void save(Path file, int number) throws IOException {
                InkFiles.save(file, digits(number));
            }
        },
        INKML("digit.inkml") {
            @Override
            void save(Path file, int number) throws IOException {
                InkFiles.save(file, digits(number));
            }
        },
        STATE("moment.digitscope") {
            @Override
            void save(Path file, int number) throws IOException {
                StateFile.write(file, SeedFiles.state(digits(number).get(number)));
            }
        },
        SETTINGS("settings.json") {
            @Override
            void save(Path file, int number) throws IOException {
                Settings.initial().withPenWidth(10 + number).write(file);
            }
        },
        CHECKPOINT("model.zip.checkpoint") {
            @Override
            void save(Path file, int number) throws IOException {
                CheckpointFiles.write(file, number);
            }
        },
        MODEL("model.zip") {
            @Override
            void save(Path file, int number) throws IOException {
                byte[] zip = new byte[200_000];
                new Random(number).nextBytes(zip);
                AtomicFiles.write(file, out -> out.write(zip));
            }
        },
        IMAGES("images-idx3-ubyte") {
            @Override
            void save(Path file, int number) throws IOException {
                IdxFiles.write(
                        file,
                        file.resolveSibling("labels-idx1-ubyte"),
                        List.of(Sample.of(DigitImage.ofLevels(filled(number)), Integer.toString(number))));
            }
        };

        private final String file;

        Saving(String file) {
            this.file = file;
        }

        abstract void save(Path file, int number) throws IOException;

        private static byte[] filled(int level) {
            byte[] levels = new byte[DigitImage.SIZE * DigitImage.SIZE];
            Arrays.fill(levels, (byte) level);
            return levels;
        }

        private static List<InkRecord> digits(int number) {
            try {
                return ReferenceDigits.read().subList(0, 2 + number);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOldFileStaysWholeAndTheSentenceSaysWhy(Saving saving) throws IOException {
        Path file = folder.resolve(saving.file);
        saving.save(disk.of(file), 1);
        byte[] old = Files.readAllBytes(file);
        List<String> names = names();
        for (int moment = 0; moment < MOMENTS; moment++) {
            disk.leave((long) old.length * moment / MOMENTS);
            assertThatExceptionOfType(FileProblem.class)
                    .isThrownBy(() -> saving.save(disk.of(file), 2))
                    .withMessage(file + " was not written because the disk is full: free some space and try again;"
                            + " nothing was changed.");
            assertThat(file).hasBinaryContent(old);
            assertThat(names()).isEqualTo(names);
        }
        disk.leave(Long.MAX_VALUE);
        saving.save(disk.of(file), 2);
        assertThat(Files.readAllBytes(file)).isNotEqualTo(old);
    }

    @Test
    void anAutosaveThatFailsIsToldOnceAndTriedAgain() throws Exception {
        List<IOException> told = new ArrayList<>();
        CompletableFuture<IOException> first = new CompletableFuture<>();
        Drawing one = Saving.digits(1).get(0).drawing();
        Drawing two = Saving.digits(1).get(1).drawing();
        Path file = folder.resolve("autosave.ndjson");
        try (Autosave autosave = new Autosave(disk.of(folder), problem -> {
            told.add(problem);
            first.complete(problem);
        })) {
            autosave.keep(one);
            await(file, one);
            disk.leave(20);
            autosave.keep(two);
            assertThat(first.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(FileProblem.class)
                    .hasMessageStartingWith(file + " was not written because the disk is full");
            autosave.keep(Drawing.empty().plus(two.strokes().get(0)));
            assertThat(InkFiles.readAll(file).get(0).drawing()).isEqualTo(one);
            disk.leave(Long.MAX_VALUE);
            autosave.keep(two);
            await(file, two);
            assertThat(told).hasSize(1);
        }
    }

    private static void await(Path file, Drawing drawing) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!Files.exists(file) || !InkFiles.readAll(file).get(0).drawing().equals(drawing)) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(5);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(Path::toString).sorted().toList();
        }
    }
}
