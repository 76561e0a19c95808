package org.digitscope.hold;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.data.ReferenceDigits;
import org.digitscope.files.FileProblem;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.image.PictureNormalizer;
import org.digitscope.image.PictureReader;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkRecord;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.state.AskedQuestion;
import org.digitscope.state.SavedState;
import org.digitscope.state.ShownView;
import org.digitscope.state.StateFile;
import org.digitscope.state.UsedModel;
import org.digitscope.training.dl4j.CheckpointFiles;
import org.digitscope.ui.dl4j.ModelFiles;
import org.digitscope.ui.session.Settings;
import org.digitscope.ui.window.FileKind;

/** Whole files of every kind that the program opens. */
final class SeedFiles {
    private static final int EDGE = 40;

    private SeedFiles() {}

    /** @param folder for the time of making them */
    static List<SeedFile> make(Path folder) throws IOException {
        List<SeedFile> files = new ArrayList<>();
        List<InkRecord> ink = ReferenceDigits.read().subList(0, 3);
        ModelCatalog catalog = new ModelCatalog(new Dl4jModels(), folder.resolve("none"));
        SeedFile.Opening model = file -> runOnce(catalog.load(file));
        files.add(new SeedFile(".zip", read(ModelFiles.perceptron(folder.resolve("dense.zip"))), true, model));
        files.add(new SeedFile(".zip", read(ModelFiles.twoBranches(folder.resolve("graph.zip"))), true, model));
        for (String ending : List.of(".ndjson", ".inkml")) {
            Path file = folder.resolve("ink" + ending);
            InkFiles.save(file, ink);
            files.add(new SeedFile(ending, read(file), false, SeedFiles::open));
        }
        for (String format : List.of("png", "jpg", "bmp", "gif")) {
            files.add(new SeedFile("." + format, picture(format), false, SeedFiles::open));
        }
        files.add(new SeedFile(".pgm", pgm(), false, SeedFiles::open));
        files.add(new SeedFile(".pgm", plainPgm(), false, SeedFiles::open));
        Path settings = folder.resolve("settings.json");
        Settings.initial().withRecent(folder.resolve("ink.ndjson")).write(settings);
        files.add(new SeedFile(".json", read(settings), false, SeedFiles::openSettings));
        Path state = folder.resolve("state.digitscope");
        StateFile.write(state, state(ink.get(0)));
        files.add(new SeedFile(StateFile.ENDING, read(state), false, SeedFiles::open));
        DigitImage picture = new InkRasterizer().rasterize(ink.get(0).drawing()).image();
        StateFile.write(
                state,
                new SavedState(
                        Drawing.empty(),
                        Optional.of(picture),
                        Optional.empty(),
                        new ShownView("tab-layers", false, Optional.empty())));
        files.add(new SeedFile(StateFile.ENDING, read(state), false, SeedFiles::open));
        Path checkpoint = folder.resolve("model.zip.checkpoint");
        CheckpointFiles.write(checkpoint, 3);
        // Another number behind a checksum that fits is no damage that can be seen.
        files.add(new SeedFile(".checkpoint", read(checkpoint), true, CheckpointFiles::open));
        return files;
    }

    static SavedState state(InkRecord ink) {
        return new SavedState(
                ink.drawing(),
                Optional.empty(),
                Optional.of(new UsedModel(
                        "mine", Optional.of(Path.of("folder", "mine.zip")), Optional.of("0a".repeat(32)))),
                new ShownView(
                        "tab-explain",
                        true,
                        Optional.of(new AskedQuestion("occlusion", OptionalInt.of(7), OptionalInt.of(1)))));
    }

    private static void runOnce(LoadedModel model) {
        model.network().run(DigitImage.blank());
        model.network().close();
    }

    /** As the window does: as what its first bytes say that it is. */
    private static void open(Path file) throws IOException {
        switch (FileKind.of(file)) {
            case STATE -> openState(file);
            case INK -> {
                InkRasterizer rasterizer = new InkRasterizer();
                for (InkRecord record : InkFiles.readAll(file)) {
                    rasterizer.rasterize(record.drawing());
                }
            }
            case PICTURE -> PictureNormalizer.normalize(PictureReader.read(file));
            case MODEL -> runOnce(new ModelCatalog(new Dl4jModels(), file.resolveSibling("none")).load(file));
        }
    }

    /** They are no reason not to start, whatever is in them. */
    private static void openSettings(Path file) {
        try {
            Settings.read(file).write(file.resolveSibling("again.json"));
        } catch (IOException e) {
            throw new AssertionError("settings that were read can be written", e);
        }
    }

    /** What was opened is the same when it is saved and opened again. */
    private static void openState(Path file) throws IOException {
        SavedState state = StateFile.read(file);
        Path again = file.resolveSibling("again" + StateFile.ENDING);
        try {
            StateFile.write(again, state);
            SavedState opened = StateFile.read(again);
            if (!opened.view().equals(state.view()) || !opened.picture().equals(state.picture())) {
                throw new AssertionError("another view or picture");
            }
        } catch (FileProblem e) {
            throw new AssertionError("a state that was read can be written", e);
        }
    }

    private static byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < EDGE; y++) {
            for (int x = 0; x < EDGE; x++) {
                image.setRGB(x, y, isInk(x, y) ? 0x102030 : 0xF0F0E0);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("no writer for " + format);
        }
        return out.toByteArray();
    }

    private static byte[] pgm() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("P5 " + EDGE + " " + EDGE + " 255\n").getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < EDGE * EDGE; i++) {
            out.write(isInk(i % EDGE, i / EDGE) ? 10 : 250);
        }
        return out.toByteArray();
    }

    private static byte[] plainPgm() {
        StringBuilder text = new StringBuilder("P2\n# digit\n" + EDGE + " " + EDGE + "\n15\n");
        for (int i = 0; i < EDGE * EDGE; i++) {
            text.append(isInk(i % EDGE, i / EDGE) ? 0 : 15).append(i % 20 == 19 ? '\n' : ' ');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isInk(int x, int y) {
        return Math.abs(x - EDGE / 2) < 3 && y > 6 && y < EDGE - 6;
    }
}
