package org.digitscope.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    Path folder;

    @Test
    void writesANewFile() throws IOException {
        Path file = folder.resolve("new.txt");

        AtomicFiles.writeText(file, "größer");

        assertThat(file).hasBinaryContent("größer".getBytes(StandardCharsets.UTF_8));
        assertThat(entries()).containsExactly("new.txt");
    }

    @Test
    void replacesALongerFileWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("old.txt"), "a long old text");

        AtomicFiles.writeText(file, "new");

        assertThat(file).hasContent("new");
        assertThat(entries()).containsExactly("old.txt");
    }

    @Test
    void theNewFileIsAsReadableAsOthers() throws IOException {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        Path file = folder.resolve("new.txt");

        AtomicFiles.writeText(file, "x");

        assertThat(Files.getPosixFilePermissions(file).toString()).contains("OWNER_WRITE", "GROUP_READ", "OTHERS_READ");
    }

    @Test
    void aWriterThatFailsLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("old.txt"), "old");

        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> AtomicFiles.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("No space left on device");
                }))
                .withMessageStartingWith(file.toString())
                .withMessageContaining("disk is full");

        assertThat(file).hasContent("old");
        assertThat(entries()).containsExactly("old.txt");
    }

    @Test
    void aWriterWithABugLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("old.txt"), "old");

        assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                    throw new IllegalStateException("bug");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(file).hasContent("old");
        assertThat(entries()).containsExactly("old.txt");
    }

    @Test
    void keepsTheProblemThatTheWriterTells() {
        Path other = folder.resolve("other.txt");

        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> AtomicFiles.write(folder.resolve("new.txt"), out -> {
                    throw new FileProblem(other, "file.missing");
                }))
                .withMessageStartingWith(other.toString());
    }

    @Test
    void refusesAFolderAsTarget() throws IOException {
        Path target = Files.createDirectory(folder.resolve("folder"));

        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> AtomicFiles.writeText(target, "x"))
                .withMessage(target + " is a folder: name a file.");
        assertThat(target).isEmptyDirectory();
        assertThat(entries()).containsExactly("folder");
    }

    @Test
    void saysThatTheFolderIsMissing() {
        Path file = folder.resolve("missing").resolve("new.txt");

        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> AtomicFiles.writeText(file, "x"))
                .withMessageStartingWith(file + " cannot be written because its folder does not exist");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysThatAFileIsInThePlaceOfTheFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file")).resolve("new.txt");

        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> AtomicFiles.writeText(file, "x"))
                .withMessageStartingWith(file.toString())
                .withMessageContaining("choose another one");
    }

    @Test
    void saysThatTheFolderMayNotBeWrittenTo() {
        Assumptions.assumeTrue(folder.toFile().setWritable(false), "permissions cannot be set here");
        Assumptions.assumeFalse(Files.isWritable(folder), "this account may write everywhere");
        Path file = folder.resolve("new.txt");

        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> AtomicFiles.writeText(file, "x"))
                .withMessageStartingWith(file + " cannot be opened because this account may not");
    }

    @Test
    void clearsWhatAKilledWriterOfTheSameFileLeft() throws IOException {
        Path file = Files.writeString(folder.resolve("a[1].txt"), "old");
        left(".a[1].txt.123.part", Duration.ofHours(1));
        left(".a[1].txt.9223372036854775809.part", Duration.ofDays(400));

        AtomicFiles.writeText(file, "new");

        assertThat(file).hasContent("new");
        assertThat(entries()).containsExactly("a[1].txt");
    }

    @Test
    void leavesWhatAnotherWriterIsAtAndWhatIsNoneOfIts() throws IOException {
        Path file = folder.resolve("a.txt");
        left(".a.txt.1.part", Duration.ofMinutes(1));
        left(".a.txt.bak.2.part", Duration.ofHours(1));
        left(".a.txt.part", Duration.ofHours(1));
        left("a.txt.3.part", Duration.ofHours(1));
        left(".b.txt.4.part", Duration.ofHours(1));
        Files.createDirectory(folder.resolve(".a.txt.5.part"));

        AtomicFiles.writeText(file, "new");

        assertThat(entries())
                .containsExactlyInAnyOrder(
                        "a.txt",
                        ".a.txt.1.part",
                        ".a.txt.bak.2.part",
                        ".a.txt.part",
                        "a.txt.3.part",
                        ".b.txt.4.part",
                        ".a.txt.5.part");
    }

    private void left(String name, Duration ago) throws IOException {
        Path part = Files.writeString(folder.resolve(name), "half");
        Files.setLastModifiedTime(part, FileTime.from(Instant.now().minus(ago)));
    }

    private Stream<String> entries() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> String.valueOf(path.getFileName())).toList().stream();
        }
    }
}
