package org.digitscope.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.digitscope.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileProblemTest {
    private static final Path FILE = Path.of("some", "it's {0} file.zip");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("causes")
    void saysInAPersonsTermsWhatTheSystemSaid(IOException cause, String sentence) {
        FileProblem problem = FileProblem.of(FILE, cause);

        assertThat(problem.getMessage())
                .startsWith(FILE + " ")
                .contains(sentence)
                .endsWith(".");
        assertThat(problem).hasCause(cause);
    }

    static Stream<Arguments> causes() {
        String file = FILE.toString();
        return Stream.of(
                Arguments.of(new NoSuchFileException(file), "is not there"),
                Arguments.of(new NoSuchFileException(FILE + ".part"), "its folder does not exist"),
                Arguments.of(new AccessDeniedException(file), "this account may not"),
                Arguments.of(new FileSystemException(file, null, "Read-only file system"), "this account may not"),
                Arguments.of(new IOException("No space left on device"), "the disk is full"),
                Arguments.of(new FileSystemException(file, null, "Disk quota exceeded"), "the disk is full"),
                Arguments.of(new IOException("There is not enough space on the disk"), "the disk is full"),
                Arguments.of(new IOException("Is a directory"), "is a folder"),
                Arguments.of(new FileSystemException(file, null, "Not a directory"), "its folder does not exist"),
                Arguments.of(new IOException("Input/output error"), "failed (Input/output error)"),
                Arguments.of(new IOException(), "failed (IOException)"));
    }

    @Test
    void aMissingFileInAnExistingFolderIsNoMissingFolder() {
        Path file = folder.resolve("gone");

        assertThat(FileProblem.of(file, new NoSuchFileException(file.toString())))
                .hasMessage(file + " is not there: check the name and the folder.");
    }

    @Test
    void aProblemStaysAsItIs() {
        FileProblem problem = new FileProblem(FILE, "file.missing");

        assertThat(FileProblem.of(Path.of("other"), problem)).isSameAs(problem);
    }

    @Test
    void fillsInItsArgumentsAfterTheFile() {
        FileProblem problem = FileProblem.causedBy(new IOException(), FILE, "file.failed", "a reason");

        assertThat(problem.sentence(Texts.of("problems", Locale.ENGLISH)))
                .isEqualTo(FILE + " failed (a reason): check the disk and try again.");
    }

    @Test
    void everySentenceNamesWhatItIsAboutAndTheMend() throws IOException {
        Properties sentences = new Properties();
        try (InputStream in =
                Texts.class.getResourceAsStream("/org/digitscope/assets/translations/problems.properties")) {
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        sentences.keySet().removeIf(key -> key.toString().startsWith("part."));

        assertThat(sentences).isNotEmpty().allSatisfy((key, pattern) -> {
            String sentence =
                    new MessageFormat((String) pattern, Locale.ENGLISH).format(new Object[] {"FILE", 1, 2, 3, 4, 5, 6});
            // What a person typed instead of a file comes as argument 1.
            assertThat((String) pattern).as("%s", key).containsAnyOf("{0}", "{1}");
            assertThat(sentence).as("%s", key).containsAnyOf(": ", "; ").endsWith(".");
            assertThat(sentence).as("%s has a lone apostrophe", key).doesNotContainPattern("\\{\\d");
        });
    }
}
