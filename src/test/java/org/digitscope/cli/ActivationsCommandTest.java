package org.digitscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.digitscope.cli.Program.Run;
import org.digitscope.json.Json;
import org.digitscope.json.JsonNode;
import org.digitscope.network.FakeNetwork;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.MapShape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivationsCommandTest {
    private static final String SEVEN = "{\"drawing\":[[[40,160,90],[40,42,200]]]}";
    private static final String ONE = "{\"drawing\":[[[100,100],[20,200]]]}";
    private static final int NEUTRAL = 0xFFF4F5F7;

    @TempDir
    private Path folder;

    private Program program;
    private Path ink;
    private Path out;

    @BeforeEach
    void startWithTwoDrawings() throws IOException {
        program = Program.in(folder);
        ink = TestFiles.ink(folder.resolve("a.ndjson"), List.of(SEVEN, ONE));
        out = folder.resolve("new").resolve("activations");
    }

    @Test
    void writesAPictureAndAnArrayOfEveryLayer() throws IOException {
        Run run = program.run("activations", ink, "--model", "classic", "--out", out);

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.outLines()).hasSize(1);
        assertThat(run.out()).contains(out.toString(), "a.ndjson", "classic", "7");
        JsonNode index = index(out);
        assertThat(index.get("file").asString()).isEqualTo(ink.toString());
        assertThat(index.get("model").asString()).isEqualTo("classic");
        assertThat(index.get("prediction").asString()).isEqualTo("7");
        List<JsonNode> layers = index.get("layers").items();
        assertThat(layers.get(0).get("kind").asString()).isEqualTo("convolution");
        assertThat(Npy.read(out.resolve("00-layer0.npy")).shape).containsExactly(32, 26, 26);
        assertThat(layers.get(layers.size() - 1).get("kind").asString()).isEqualTo("output");
        Set<String> named = new HashSet<>(Set.of("index.json", "input.png", "input.npy"));
        for (JsonNode layer : layers) {
            named.add(layer.get("picture").asString());
            named.add(layer.get("array").asString());
            assertThatArrayIsAsDescribed(layer);
        }
        assertThatArrayIsAsDescribed(index.get("input"));
        assertThat(names(out)).isEqualTo(named).hasSize(3 + 2 * layers.size());
    }

    @Test
    void endsWithTheProbabilitiesOfTheTenDigits() throws IOException {
        program.run("activations", ink, "--index", 1, "--model", "classic", "--out", out);

        JsonNode last = index(out)
                .get("layers")
                .items()
                .get(index(out).get("layers").items().size() - 1);
        float[] values = Npy.read(out.resolve(last.get("array").asString())).values;
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        assertThat(sum).isCloseTo(1, within(1e-4f));
        assertThat(values[1]).isGreaterThan(0.5f);
        assertThat(index(out).get("index").asLong()).isEqualTo(1);
    }

    @Test
    void writesWhatTheNetworkSaw() throws IOException {
        program.run("activations", ink, "--out", out);

        Npy input = Npy.read(out.resolve("input.npy"));
        BufferedImage picture = ImageIO.read(out.resolve("input.png").toFile());
        assertThat(input.shape).containsExactly(28, 28);
        assertThat(picture.getWidth()).isEqualTo(28);
        assertThat(picture.getHeight()).isEqualTo(28);
        for (int i = 0; i < 28 * 28; i++) {
            int level = Math.round(255 - 255 * input.values[i]);
            assertThat(picture.getRGB(i % 28, i / 28) & 0xFF).isEqualTo(level);
        }
        assertThat(index(out).get("input").get("max").asDouble()).isEqualTo(1, within(0.1));
    }

    @Test
    void paintsEachMapAsATileOnOneScaleWithZeroNeutral() throws IOException {
        program.run("activations", ink, "--model", "classic", "--out", out);

        BufferedImage picture = ImageIO.read(out.resolve("00-layer0.png").toFile());
        Npy maps = Npy.read(out.resolve("00-layer0.npy"));
        int gap = 2;
        int scale = 2;
        int tile = 26 * scale;
        int columns = 8;
        assertThat(picture.getWidth()).isEqualTo(columns * (tile + gap) + gap);
        assertThat(picture.getHeight()).isEqualTo(4 * (tile + gap) + gap);
        assertThat(picture.getRGB(gap + tile, gap)).as("the gap").isEqualTo(picture.getRGB(0, 0));
        Set<Integer> strongest = new HashSet<>();
        float most = 0;
        for (float value : maps.values) {
            most = Math.max(most, Math.abs(value));
        }
        for (int i = 0; i < maps.values.length; i++) {
            int map = i / (26 * 26);
            int x = gap + map % columns * (tile + gap) + i % 26 * scale;
            int y = gap + map / columns * (tile + gap) + i / 26 % 26 * scale;
            int rgb = picture.getRGB(x, y);
            assertThat(rgb).isNotEqualTo(picture.getRGB(0, 0));
            if (maps.values[i] == 0) {
                assertThat(rgb).isEqualTo(NEUTRAL);
            } else if (maps.values[i] > most / 20) {
                assertThat(rgb >> 16 & 0xFF).isGreaterThan(rgb & 0xFF);
            }
            if (Math.abs(maps.values[i]) == most) {
                strongest.add(rgb);
            }
        }
        assertThat(strongest).hasSize(1).doesNotContain(NEUTRAL);
    }

    @Test
    void replacesItsOwnFilesWithTheSameBytesAndLeavesOthersAlone() throws IOException {
        Files.createDirectories(out);
        Path other = Files.writeString(out.resolve("notes.txt"), "mine");
        program.run("activations", ink, "--out", out);
        byte[] picture = Files.readAllBytes(out.resolve("00-layer0.png"));
        byte[] array = Files.readAllBytes(out.resolve("00-layer0.npy"));
        Files.writeString(out.resolve("00-layer0.png"), "spoilt");

        Run again = program.run("activations", ink, "--out", out);

        assertThat(again.status()).isZero();
        assertThat(Files.readAllBytes(out.resolve("00-layer0.png"))).isEqualTo(picture);
        assertThat(Files.readAllBytes(out.resolve("00-layer0.npy"))).isEqualTo(array);
        assertThat(other).hasContent("mine");
    }

    @Test
    void takesABlankDrawing() throws IOException {
        Path blank = TestFiles.ink(folder.resolve("blank.ndjson"), List.of("{\"drawing\":[]}"));

        Run run = program.run("activations", blank, "--out", out);

        assertThat(run.status()).isZero();
        assertThat(Npy.read(out.resolve("input.npy")).values).containsOnly(0);
    }

    @Test
    void saysInJsonWhatItWrote() throws IOException {
        Run run = program.run("activations", ink, "--out", out, "--format", "json");

        assertThat(run.json()).hasSize(1);
        assertThat(run.json().get(0).get("out").asString()).isEqualTo(out.toString());
        assertThat(run.json().get(0).get("layers").items())
                .hasSameSizeAs(index(out).get("layers").items());
    }

    @Test
    void answersWrongUsageWithStatus2() {
        assertThat(program.run("activations", ink).status()).isEqualTo(2);
        assertThat(program.run("activations", "--out", out).status()).isEqualTo(2);
        Run negative = program.run("activations", ink, "--out", out, "--index", -1);
        assertThat(negative.status()).isEqualTo(2);
        assertThat(negative.err().lines()).hasSize(1);
        assertThat(out).doesNotExist();
    }

    @Test
    void writesNothingWhereItFails() throws IOException {
        assertFails("gone.ndjson", "is not there", folder.resolve("gone.ndjson"), "--out", out);
        assertFails("a.ndjson", "no drawing 7", ink, "--out", out, "--index", 7);
        assertFails("classical", "choose one of", ink, "--out", out, "--model", "classical");
        assertFails("a.ndjson", "name a folder", ink, "--out", ink);
        assertThat(out.getParent()).doesNotExist();
        assertThat(ink).hasContent(SEVEN + "\n" + ONE);
    }

    @Test
    void doesNotReplaceThePictureThatItReads() throws IOException {
        program.run("activations", ink, "--out", out);
        Path input = out.resolve("input.png");
        byte[] before = Files.readAllBytes(input);

        assertFails("input.png", "would be replaced", input, "--out", out, "--model", "classic");

        assertThat(Files.readAllBytes(input)).isEqualTo(before);
        assertThat(index(out).get("model").asString()).isEqualTo("pad");
    }

    @Test
    void keepsFilesInTheFolderWhateverLayersAreCalled() throws IOException {
        String longName = "x".repeat(300);
        FakeNetwork network = new FakeNetwork(List.of(
                FakeNetwork.layer("../../etc/a b", LayerKind.DENSE, MapShape.units(20), LayerInfo.IMAGE),
                FakeNetwork.layer("卷积", LayerKind.DENSE, MapShape.units(20), 0),
                FakeNetwork.layer(longName, LayerKind.OUTPUT, MapShape.units(10), 1)));

        Run run = OtherNetwork.run(network, folder, "activations", ink, "--out", out);

        assertThat(run.err()).isEmpty();
        assertThat(names(out))
                .hasSize(9)
                .contains("00-.._.._etc_a_b.png", "01-__.npy", "02-" + "x".repeat(60) + ".png");
        assertThat(index(out).get("layers").items().get(1).get("name").asString())
                .isEqualTo("卷积");
        assertThat(Npy.read(out.resolve("01-__.npy")).shape).containsExactly(20);
    }

    private void assertFails(String name, String reason, Object... arguments) {
        Run run = program.run(
                Stream.concat(Stream.of("activations"), Stream.of(arguments)).toArray());

        assertThat(run.status()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains(name, reason);
    }

    private void assertThatArrayIsAsDescribed(JsonNode entry) throws IOException {
        Npy array = Npy.read(out.resolve(entry.get("array").asString()));
        List<Integer> shape = new ArrayList<>();
        for (JsonNode extent : entry.get("shape").items()) {
            shape.add((int) extent.asLong());
        }
        float least = array.values[0];
        float most = array.values[0];
        for (float value : array.values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        assertThat(array.shape).isEqualTo(shape);
        assertThat((float) entry.get("min").asDouble()).isEqualTo(least);
        assertThat((float) entry.get("max").asDouble()).isEqualTo(most);
        assertThat(ImageIO.read(out.resolve(entry.get("picture").asString()).toFile()))
                .isNotNull();
    }

    private static JsonNode index(Path folder) throws IOException {
        return JsonNode.root(Json.parse(Files.readString(folder.resolve("index.json"))));
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    /** An array of 32-bit floats, read as NumPy's format 1.0 says. */
    private static final class Npy {
        private static final Pattern HEADER =
                Pattern.compile("\\{'descr': '<f4', 'fortran_order': False, 'shape': \\(([0-9, ]+)\\), \\} *\n");

        final List<Integer> shape = new ArrayList<>();
        final float[] values;

        private Npy(byte[] bytes) {
            ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            byte[] magic = new byte[8];
            data.get(magic);
            assertThat(magic).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
            byte[] header = new byte[data.getShort() & 0xFFFF];
            data.get(header);
            assertThat(data.position() % 64).as("where the values begin").isZero();
            Matcher matcher = HEADER.matcher(new String(header, StandardCharsets.US_ASCII));
            assertThat(matcher.matches()).isTrue();
            assertThat(matcher.group(1)).as("a tuple").contains(",");
            int size = 1;
            for (String extent : matcher.group(1).split(",", -1)) {
                if (!extent.isBlank()) {
                    shape.add(Integer.parseInt(extent.strip()));
                    size *= shape.get(shape.size() - 1);
                }
            }
            assertThat(data.remaining()).isEqualTo(4 * size);
            values = new float[size];
            data.asFloatBuffer().get(values);
        }

        static Npy read(Path file) throws IOException {
            return new Npy(Files.readAllBytes(file));
        }
    }
}
