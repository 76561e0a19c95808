package org.digitscope.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramLogTest {
    private final Logger logger = Logger.getAnonymousLogger();

    ProgramLogTest() {
        logger.setUseParentHandlers(false);
    }

    @Test
    void keepsWhatIsLoggedWithWhatWasThrown(@TempDir Path folder) throws IOException {
        Path state = folder.resolve("state 100%").resolve("digitscope");
        try (ProgramLog log = new ProgramLog(state, logger)) {
            log.open();
            logger.info("uses the model pad");
            logger.log(Level.SEVERE, "uncaught", new IllegalStateException("a mishap"));
        }

        assertThat(Files.readString(state.resolve("digitscope-0.log")))
                .contains("INFO uses the model pad\n")
                .contains("SEVERE uncaught\njava.lang.IllegalStateException: a mishap\n\tat ");
        assertThat(ProgramLog.lastLines(state, 1000)).hasSizeGreaterThan(3);
        assertThat(ProgramLog.lastLines(state, 2)).hasSize(2);
    }

    @Test
    void goesOnInTheSameFileAtTheNextStart(@TempDir Path folder) {
        for (String run : new String[] {"first", "second"}) {
            try (ProgramLog log = new ProgramLog(folder, logger)) {
                log.open();
                logger.info(run);
            }
        }

        assertThat(ProgramLog.lastLines(folder, 10))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("first"),
                        line -> assertThat(line).endsWith("second"));
    }

    @Test
    void staysSmall(@TempDir Path folder) throws IOException {
        try (ProgramLog log = new ProgramLog(folder, logger)) {
            log.open();
            for (int i = 0; i < 2000; i++) {
                logger.info("x".repeat(1000));
            }
        }

        try (var files = Files.list(folder)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(1 << 20);
        }
    }

    @Test
    void isSilentWhereItCannotBeWritten(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        try (ProgramLog log = new ProgramLog(file.resolve("below"), logger)) {
            log.open();
            logger.info("nobody reads this");
        }

        assertThat(ProgramLog.lastLines(file.resolve("below"), 10)).isEmpty();
        assertThat(Files.readString(file)).isEqualTo("in the way");
    }
}
