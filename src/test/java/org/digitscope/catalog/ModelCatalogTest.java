package org.digitscope.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.digitscope.files.FileProblem;
import org.digitscope.network.FakeNetwork;
import org.digitscope.network.ModelArchive;
import org.digitscope.network.Readout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelCatalogTest {
    private final List<Readout> readouts = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();

    @TempDir
    private Path folder;

    private ModelCatalog catalog;

    @BeforeEach
    void open() {
        catalog = new ModelCatalog(
                (archive, readout) -> {
                    readouts.add(readout);
                    files.add(archive.file());
                    return FakeNetwork.classic();
                },
                folder);
    }

    @Test
    void ownModelsAreFoundByNameAndByFile() throws IOException {
        Path file = Files.write(folder.resolve("mine.zip"), zip(""));

        LoadedModel byName = catalog.load("mine");
        LoadedModel byFile = catalog.load(file.toString());

        assertThat(byName.card()).isEqualTo(ModelCard.unknown("mine", ModelArchive.sha256(zip(""))));
        assertThat(byFile.card()).isEqualTo(byName.card());
        assertThat(byName.kernels()).hasSize(6);
        assertThat(files).containsExactly(file, file);
    }

    @Test
    void theCardBesideAModelCountsIfItIsOfThisVeryFile() throws IOException {
        byte[] zip = zip("");
        Path file = Files.write(folder.resolve("mine.zip"), zip);
        write("mine.json", card("Mine", ModelArchive.sha256(zip)));

        assertThat(catalog.load(file).card().name()).isEqualTo("Mine");
        assertThat(readouts).containsExactly(new Readout(2, 0.5));
    }

    @Test
    void theCardOfAnotherFileIsIgnored() throws IOException {
        Path file = Files.write(folder.resolve("mine.zip"), zip(""));
        write("mine.json", card("Mine", "00".repeat(32)));

        assertThat(catalog.load(file).card().name()).isEqualTo("mine");
        assertThat(readouts).containsExactly(Readout.plain());
    }

    @Test
    void theCardInAModelCountsAndGetsTheFilesDigest() throws IOException {
        byte[] zip = zip(card("Inside", ""));
        Path file = Files.write(folder.resolve("mine.zip"), zip);
        write("mine.json", card("Beside", "00".repeat(32)));

        ModelCard card = catalog.load(file).card();

        assertThat(card.name()).isEqualTo("Inside");
        assertThat(card.sha256()).isEqualTo(ModelArchive.sha256(zip));
        assertThat(card.readout()).isEqualTo(new Readout(2, 0.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "[]", "{\"name\": 7}", "{\"name\": \"a\", \"temperature\": -1}", "\u0000"})
    void jsonBesideAModelThatIsNoCardDoesNotMatter(String text) throws IOException {
        Path file = Files.write(folder.resolve("mine.zip"), zip(text));
        write("mine.json", text);

        assertThat(catalog.load(file).card().name()).isEqualTo("mine");
    }

    @Test
    void listsBundledModelsFirstAndOwnOnesInOrder() throws IOException {
        Files.write(folder.resolve("zebra.zip"), zip(""));
        Files.write(folder.resolve("ant.zip"), zip(""));
        write("notes.txt", "not a model");

        List<String> names = catalog.cards().stream().map(ModelCard::name).toList();

        assertThat(names).hasSize(ModelCatalog.BUNDLED.size() + 2).endsWith("ant", "zebra");
        assertThat(names.subList(0, ModelCatalog.BUNDLED.size())).isEqualTo(ModelCatalog.BUNDLED);
    }

    @Test
    void aBrokenOwnModelHidesNoOther() throws IOException {
        write("broken.zip", "no zip");
        Files.createDirectory(folder.resolve("folder.zip"));
        Files.write(folder.resolve("mine.zip"), zip(""));

        assertThat(catalog.cards())
                .extracting(ModelCard::name)
                .contains("classic", "mine")
                .doesNotContain("broken");
        assertThatThrownBy(() -> catalog.load("broken"))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("broken.zip is no model");
    }

    @Test
    void withoutAFolderOfOwnModelsThereAreTheBundledOnes() throws IOException {
        ModelCatalog bare = new ModelCatalog((archive, readout) -> new FakeNetwork(), folder.resolve("none"));

        assertThat(bare.cards()).extracting(ModelCard::name).isEqualTo(ModelCatalog.BUNDLED);
        assertThat(bare.load("classic").card().name()).isEqualTo("classic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clasic", "", "..", "no\u0000name"})
    void anUnknownNameIsToldWithTheKnownOnes(String name) throws IOException {
        Files.write(folder.resolve("mine.zip"), zip(""));

        assertThatThrownBy(() -> catalog.load(name))
                .isInstanceOf(FileProblem.class)
                .satisfies(problem -> assertThat(problem.getMessage())
                        .containsAnyOf("choose one of pad, classic, mine", "is a folder"));
    }

    @Test
    void aMissingFileIsTold() {
        assertThatThrownBy(() -> catalog.load(folder.resolve("no.zip").toString()))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("no.zip is not there");
        assertThatThrownBy(() -> catalog.load("no.zip"))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("no.zip is not there");
    }

    @Test
    void theBundledModelsCardIsOfItsFile() throws IOException {
        catalog.load("classic");
        ModelCard card = catalog.cards().stream()
                .filter(bundled -> bundled.name().equals("classic"))
                .findFirst()
                .orElseThrow();

        try (var in = ModelCatalog.class.getResourceAsStream("/org/digitscope/models/classic.zip")) {
            assertThat(in).isNotNull();
            assertThat(ModelArchive.sha256(in.readAllBytes())).isEqualTo(card.sha256());
        }
        assertThat(card.parameterCount()).isEqualTo(225_034);
        assertThat(card.data()).isNotEmpty();
        assertThat(card.seed()).isPresent();
        assertThat(card.command()).contains("digitscope train");
        assertThat(card.figures().getOrDefault("mnist:test", java.util.Map.of()).get("accuracy"))
                .isGreaterThanOrEqualTo(0.99);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static String card(String name, String sha256) {
        return "{\"name\": \"" + name + "\", \"temperature\": 2, \"digitThreshold\": 0.5, \"sha256\": \"" + sha256
                + "\"}";
    }

    private static byte[] zip(String card) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("configuration.json", "coefficients.bin", "card.json")) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTime(1_000_000_000_000L);
                zip.putNextEntry(entry);
                zip.write((name.equals("card.json") ? card : "{}").getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
