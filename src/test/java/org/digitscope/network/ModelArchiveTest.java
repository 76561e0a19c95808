package org.digitscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.digitscope.files.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
final class ModelArchiveTest {
    private static final Path FILE = Path.of("some model.zip");

    @Test
    void takesOutConfigurationCoefficientsUpdaterAndCard() throws IOException {
        Map<String, byte[]> entries = entries();
        entries.put("updaterState.bin", new byte[] {1, 2, 3});
        entries.put("card.json", "{}".getBytes(StandardCharsets.UTF_8));
        byte[] zip = zip(entries);

        ModelArchive archive = ModelArchive.of(FILE, zip);

        assertThat(archive.configuration()).isEqualTo("{\"é\": 1}");
        assertThat(archive.coefficients()).isEqualTo(entries.get("coefficients.bin"));
        assertThat(archive.updaterState().orElseThrow()).containsExactly(1, 2, 3);
        assertThat(archive.card()).contains("{}");
        assertThat(archive.sha256()).isEqualTo(ModelArchive.sha256(zip)).hasSize(64);
        assertThat(ModelArchive.of(FILE, zip(entries())).updaterState()).isEmpty();
    }

    @Test
    void knowsSha256() {
        assertThat(ModelArchive.sha256("abc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] zip = zip(entries());

        for (int length = 0; length < zip.length; length++) {
            byte[] cut = Arrays.copyOf(zip, length);
            assertRefused(() -> ModelArchive.of(FILE, cut), length < 4 ? "is no model" : "is cut off or damaged");
        }
    }

    @Test
    void aChangedByteInTheWeightsIsNoticed() {
        byte[] zip = zip(entries());
        int middle = zip.length / 2;
        zip[middle] ^= 0x55;

        assertThatThrownBy(() -> ModelArchive.of(FILE, zip)).isInstanceOf(FileProblem.class);
    }

    @Test
    void damagedBytesNeverEscapeAsAnotherException() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            byte[] zip = zip(entries());
            for (int i = 0; i < 3; i++) {
                zip[random.nextInt(zip.length)] = (byte) random.nextInt(256);
            }
            try {
                ModelArchive.of(FILE, zip);
            } catch (IOException e) {
                assertThat(e).isInstanceOf(FileProblem.class).hasMessageStartingWith("some model.zip ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "just a text", "\u0089PNG", "{\"layers\": []}"})
    void whatIsNoZipIsRefused(String content) {
        assertRefused(() -> ModelArchive.of(FILE, content.getBytes(StandardCharsets.ISO_8859_1)), "is no model");
    }

    @Test
    void foreignZipIsRefused() {
        assertRefused(
                () -> ModelArchive.of(FILE, zip(Map.of("hello.txt", new byte[] {65}))), "no Deeplearning4j model");
        Map<String, byte[]> half = entries();
        half.remove("coefficients.bin");
        assertRefused(() -> ModelArchive.of(FILE, zip(half)), "no Deeplearning4j model");
        assertRefused(() -> ModelArchive.of(FILE, zip(Map.of())), "no Deeplearning4j model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"normalizer.bin", "preprocessor.bin", "normalizer.obj"})
    void entriesThatDeeplearning4jDeserializesAreRefusedWhateverTheyHold(String name) {
        Map<String, byte[]> entries = entries();
        entries.put(name, new byte[] {0, 0});

        assertRefused(() -> ModelArchive.of(FILE, zip(entries)), "serialized Java object (" + name + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"labels.bin", "configuration.json", "coefficients.bin", "updaterState.bin", "card.json", "a/b"})
    void aSerializedObjectUnderAnyNameIsRefused(String name) throws IOException {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(object)) {
            out.writeObject("harmless");
        }
        Map<String, byte[]> entries = entries();
        entries.put(name, object.toByteArray());

        assertRefused(() -> ModelArchive.of(FILE, zip(entries)), "serialized Java object (" + name + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"coefficients.bin", "updaterState.bin", "configuration.json", "readme.txt", "card.json"})
    void aZipBombIsRefusedWithoutUnpackingIt(String name) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("configuration.json", "{}".getBytes(StandardCharsets.UTF_8));
        entries.put(name, new byte[64 << 20]);
        byte[] bomb = zip(entries);
        assertThat(bomb.length).isLessThan(100_000);

        long before = usedMemory();
        assertRefused(() -> ModelArchive.of(FILE, bomb), "unpacks far beyond");
        assertThat(usedMemory() - before).isLessThan(40L << 20);
    }

    @Test
    void manySmallEntriesAreRefused() {
        Map<String, byte[]> entries = entries();
        for (int i = 0; i < 100; i++) {
            entries.put("entry" + i, new byte[1]);
        }

        assertRefused(() -> ModelArchive.of(FILE, zip(entries)), "no Deeplearning4j model");
    }

    @Test
    void anEntryThatIsThereTwiceIsRefused() {
        assertRefused(() -> ModelArchive.of(FILE, withDuplicate()), "no Deeplearning4j model");
    }

    @Test
    void emptyMissingAndFolderAreTold(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.zip"));

        assertThatThrownBy(() -> ModelArchive.read(empty))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("empty.zip is no model");
        assertThatThrownBy(() -> ModelArchive.read(folder.resolve("no.zip")))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("no.zip is not there");
        assertThatThrownBy(() -> ModelArchive.read(folder))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void readsWhatIsOnTheDisk(@TempDir Path folder) throws IOException {
        byte[] zip = zip(entries());
        Path file = Files.write(folder.resolve("model.zip"), zip);

        assertThat(ModelArchive.read(file).sha256()).isEqualTo(ModelArchive.sha256(zip));
        assertThat(ModelArchive.read(file).file()).isEqualTo(file);
    }

    private static void assertRefused(ThrowingCallable call, String reason) {
        assertThatThrownBy(call)
                .isInstanceOf(FileProblem.class)
                .hasMessageStartingWith("some model.zip ")
                .hasMessageContaining(reason)
                .hasMessageContaining(": ");
    }

    private static Map<String, byte[]> entries() {
        byte[] weights = new byte[500];
        new Random(1).nextBytes(weights);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("configuration.json", "{\"é\": 1}".getBytes(StandardCharsets.UTF_8));
        entries.put("coefficients.bin", weights);
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Java writes no entry twice, so two names of one length are made the same afterwards. */
    private static byte[] withDuplicate() {
        Map<String, byte[]> entries = entries();
        entries.put("coefficientz.bin", new byte[] {7});
        byte[] zip = zip(entries);
        byte[] name = "coefficientz.bin".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i + name.length <= zip.length; i++) {
            if (Arrays.equals(zip, i, i + name.length, name, 0, name.length)) {
                zip[i + 11] = 's';
            }
        }
        return zip;
    }

    private static long usedMemory() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
