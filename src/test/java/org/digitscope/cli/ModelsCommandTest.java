package org.digitscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitscope.cli.Program.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void listsTheBundledModelWithItsFigures() {
        Run run = Program.in(folder).run("models");

        assertThat(run.status()).isZero();
        assertThat(run.outLines()).hasSize(3);
        assertThat(run.outLines().get(1)).startsWith("pad").contains("176587");
        assertThat(run.outLines().get(2)).startsWith("classic").contains("225034");
    }

    @Test
    void printsWholeCardsAsJson() throws IOException {
        Run run = Program.in(folder).run("models", "--format", "json");

        assertThat(run.json().get(0).asMap())
                .containsKeys("name", "architecture", "parameters", "data", "command", "figures", "sha256");
    }

    @Test
    void listsOwnModelsAndReadsThemByName() throws IOException {
        Program program = Program.in(folder);
        Path models = Files.createDirectories(folder.resolve("user").resolve("models"));
        Path plan = TestFiles.plan(folder.resolve("plan.json"), TestFiles.bars(folder, 60, 1), 1);
        program.run("train", "--plan", plan, "--out", models.resolve("mine.zip"));

        assertThat(program.run("models").out()).contains("mine", "Tells bars apart");
        Path ink = TestFiles.ink(
                folder.resolve("a.ndjson"), TestFiles.referenceInk().subList(0, 1));
        assertThat(program.run("classify", ink, "--model", "mine").status()).isZero();
    }
}
