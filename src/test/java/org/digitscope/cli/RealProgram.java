package org.digitscope.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.digitscope.files.UserFolders;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.network.dl4j.Nd4jRuntime;
import org.digitscope.training.dl4j.Dl4jTrainer;

/** The program with its real networks and trainer, but without a window; also to be run as a process of its own. */
public final class RealProgram {
    private RealProgram() {}

    public static void main(String[] args) {
        System.exit(CommandLineProgram.run(
                args,
                services(UserFolders.ofThisProcess(), new FakeWindow()),
                Locale.ENGLISH,
                new FileInputStream(FileDescriptor.in),
                System.out,
                System.err));
    }

    static Services services(UserFolders folders, WindowLauncher window) {
        return new Services(folders, new Dl4jModels(), Dl4jTrainer::new, Nd4jRuntime::description, window);
    }

    /** Counts how often it was opened. */
    static final class FakeWindow implements WindowLauncher {
        int opened;
        List<Path> files = List.of();

        @Override
        public int open(List<Path> files) {
            opened++;
            this.files = files;
            return 0;
        }

        @Override
        public WindowFigures bench(Duration drawing) {
            return new WindowFigures(1234.5, 2345.6, 3.21, 9.87, 210, 211, Double.NaN);
        }

        @Override
        public SoakFigures soak(Duration duration, long seed) {
            SoakFigures.Frames frames = new SoakFigures.Frames(100, 16.7, 17.5, 30, 40);
            return new SoakFigures(
                    7,
                    IntStream.range(0, 4)
                            // A seed that the tests know makes threads grow.
                            .mapToObj(quarter -> new SoakFigures.Footprint(50, 20, 300, seed == 13 ? 25 * quarter : 25))
                            .map(held -> new SoakFigures.Quarter(frames, List.of(held)))
                            .toList(),
                    List.of());
        }
    }
}
