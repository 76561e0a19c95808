package org.digitscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitscope.cli.Program.Run;
import org.digitscope.files.UserFolders;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
    @TempDir
    private Path folder;

    @Test
    void listsDataSetsWithSizeLicenceSourceAndChecksum() {
        Run run = Program.in(folder).run("data", "list");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("mnist", "60000 to train", "CC BY-SA 3.0", "11.6 MB", "yann.lecun.com")
                .contains("pendigits", "3498 to test", "CC BY 4.0")
                .contains("no: digitscope data fetch mnist")
                .contains("ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")
                .contains(folder.resolve("data-sets").toString());
    }

    @Test
    void listsThemAsJsonToo() throws IOException {
        Run run = Program.in(folder).run("data", "list", "--format", "json");

        assertThat(run.json()).hasSize(2);
        assertThat(run.json().get(0).get("name").asString()).isEqualTo("mnist");
        assertThat(run.json().get(0).get("here").asBoolean()).isFalse();
    }

    @Test
    void namesTheSetsWhereOneIsUnknown() {
        Run run = Program.in(folder).run("data", "fetch", "mnits");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("mnits", "mnist, pendigits");
    }

    @Test
    void saysInOneSentenceThatTheFolderCannotBeMade() throws IOException {
        Files.createFile(folder.resolve("data-sets"));

        Run run = Program.in(folder).run("data", "fetch", "mnist");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("data-sets");
    }

    @Test
    void fetchesNothingThatIsHere() {
        Assumptions.assumeTrue(
                System.getenv("DIGITSCOPE_DATA") != null, "DIGITSCOPE_DATA is not set: MNIST is not here");

        Run run = new Program(UserFolders.ofThisProcess()).run("data", "fetch", "mnist");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("mnist is here already");
    }
}
