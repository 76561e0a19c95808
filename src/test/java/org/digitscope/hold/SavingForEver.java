package org.digitscope.hold;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.digitscope.data.ReferenceDigits;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkRecord;
import org.digitscope.state.StateFile;
import org.digitscope.training.dl4j.CheckpointFiles;
import org.digitscope.ui.session.Autosave;
import org.digitscope.ui.session.Settings;

/** A process that saves everything over and over and trains, until it is killed. */
final class SavingForEver {
    private SavingForEver() {}

    /** @param arguments the folder */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<InkRecord> digits = ReferenceDigits.read();
        Autosave autosave = new Autosave(folder);
        run(() -> {
            for (int number = 1; ; number++) {
                save(folder, digits, number);
                autosave.keep(digits.get(number % digits.size()).drawing());
                if (number == 1) {
                    say("saving");
                }
            }
        });
        run(() -> {
            for (int number = 1; ; number++) {
                CheckpointFiles.train(folder);
                if (number == 1) {
                    say("training");
                }
                CheckpointFiles.write(folder.resolve("other.checkpoint"), number);
            }
        });
    }

    /** All of one number, so that two savings in one file would be seen. */
    private static void save(Path folder, List<InkRecord> digits, int number) throws IOException {
        List<InkRecord> ink = new ArrayList<>();
        for (int i = 0; i < 10 + number % 30; i++) {
            ink.add(new InkRecord(
                    digits.get((i + number) % digits.size()).drawing(),
                    Optional.of(Integer.toString(number)),
                    Map.of()));
        }
        InkFiles.save(folder.resolve("digits.ndjson"), ink);
        InkFiles.save(folder.resolve("digits.inkml"), ink);
        StateFile.write(folder.resolve("moment" + StateFile.ENDING), SeedFiles.state(ink.get(0)));
        Settings.initial()
                .withPenWidth(15 + number % 30)
                .withRecent(folder.resolve("digits.ndjson"))
                .write(folder.resolve("settings.json"));
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        new Thread(() -> {
                    try {
                        work.run();
                    } catch (IOException | RuntimeException | Error e) {
                        say("failed: " + e);
                        System.exit(3);
                    }
                })
                .start();
    }

    @SuppressWarnings("SystemOut") // to the process that kills this one
    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
