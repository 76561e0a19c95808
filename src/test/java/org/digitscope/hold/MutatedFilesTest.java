package org.digitscope.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.digitscope.files.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged file opens or is refused with one sentence; 5,000 of them with {@code -Ddigitscope.hold=full}. */
final class MutatedFilesTest {
    private static final long LIMIT_SECONDS = 30;

    @TempDir
    Path folder;

    @Test
    void everyDamagedFileOpensOrIsRefusedWithOneSentence() throws Exception {
        List<SeedFile> seeds = SeedFiles.make(folder);
        for (SeedFile seed : seeds) {
            assertThat(fault(seed, seed.bytes())).as("whole " + seed.ending()).isEmpty();
        }
        int count = Extent.of(150, 5_000);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SeedFile seed = seeds.get(i % seeds.size());
            byte[] damaged = seed.damaged(new Mutation(Extent.seed() * 1_000_003 + i));
            String fault = fault(seed, damaged);
            if (!fault.isEmpty()) {
                Path kept = Files.write(Files.createTempFile("damaged-" + i + "-", seed.ending()), damaged);
                faults.add("number " + i + ", kept as " + kept + ": " + fault);
            }
        }
        assertThat(faults).isEmpty();
    }

    /** What is wrong about how the file was taken; empty if nothing is. */
    private String fault(SeedFile seed, byte[] bytes) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("opened" + seed.ending()), bytes);
        FutureTask<Boolean> opening = new FutureTask<>(() -> {
            seed.opening().open(file);
            return true;
        });
        Thread thread = new Thread(opening, "opening");
        thread.setDaemon(true);
        thread.start();
        try {
            opening.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            return "";
        } catch (TimeoutException e) {
            return "hangs at " + Arrays.toString(thread.getStackTrace());
        } catch (ExecutionException e) {
            return e.getCause() instanceof FileProblem problem
                    ? fault(problem, file)
                    : described(Optional.ofNullable(e.getCause()).orElse(e));
        }
    }

    private static String fault(FileProblem problem, Path file) {
        String sentence = problem.getMessage();
        boolean clear = sentence.contains(file.toString())
                && sentence.endsWith(".")
                && sentence.lines().count() == 1
                && sentence.length() < 600;
        return clear ? "" : "is refused with " + sentence;
    }

    private static String described(Throwable problem) {
        StackTraceElement[] trace = problem.getStackTrace();
        return problem + " at " + Arrays.toString(Arrays.copyOf(trace, Math.min(12, trace.length)));
    }
}
