package org.digitscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.digitscope.cli.Program.Run;
import org.digitscope.json.Json;
import org.digitscope.json.JsonNode;
import org.digitscope.network.FakeNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
    private static final String SEVEN = "{\"word\":\"7\",\"drawing\":[[[40,160,90],[40,42,200]],[[70,130],[120,122]]]}";
    private static final String ONE = "{\"drawing\":[[[100,100],[20,200]]]}";
    private static final int SCALE = 16;

    @TempDir
    private Path folder;

    private Program program;
    private Path ink;

    @BeforeEach
    void startWithTwoDrawings() throws IOException {
        program = Program.in(folder);
        ink = TestFiles.ink(folder.resolve("a.ndjson"), List.of(SEVEN, ONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "saliency",
                "gradient-x-input",
                "integrated-gradients",
                "smoothgrad",
                "grad-cam",
                "occlusion",
                "stroke-occlusion"
            })
    void explainsByEachMethodInNumbers(String method) throws IOException {
        Path out = folder.resolve("why.json");

        Run run = program.run("explain", ink, "--method", method, "--out", out);

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.outLines()).hasSize(1);
        assertThat(run.out()).contains(out.toString(), "why 7", method, "a.ndjson", "pad");
        JsonNode json = read(out);
        assertThat(json.get("file").asString()).isEqualTo(ink.toString());
        assertThat(json.get("index").asLong()).isZero();
        assertThat(json.get("model").asString()).isEqualTo("pad");
        assertThat(json.get("method").asString()).isEqualTo(method);
        assertThat(json.get("class").asString()).isEqualTo("7");
        assertThat(json.get("prediction").asString()).isEqualTo("7");
        assertThat(json.get("logits").items()).hasSize(11);
        assertThat(json.get("explained").asDouble())
                .isEqualTo(json.get("logits").items().get(7).asDouble(), within(1e-5));
        assertThat(json.find("against")).isEmpty();
        assertThat(json.find("layer").isPresent()).isEqualTo(method.equals("grad-cam"));
        assertThat(json.find("strokes").isPresent()).isEqualTo(method.equals("stroke-occlusion"));
        double[][] pixels = pixels(json);
        assertThat(Stream.of(pixels).flatMapToDouble(Arrays::stream).sum())
                .isCloseTo(json.get("sum").asDouble(), within(1e-3));
        assertThat(Stream.of(pixels).flatMapToDouble(Arrays::stream).anyMatch(value -> value != 0))
                .isTrue();
    }

    @Test
    void paintsWhatSpeaksForItOrangeAndWhatSpeaksAgainstItBlue() throws IOException {
        Path picture = folder.resolve("why.png");
        Path numbers = folder.resolve("why.json");

        program.run("explain", ink, "--method", "integrated-gradients", "--out", picture);
        program.run("explain", ink, "--method", "integrated-gradients", "--out", numbers);

        BufferedImage image = ImageIO.read(picture.toFile());
        double[][] pixels = pixels(read(numbers));
        double strongest = Stream.of(pixels)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        assertThat(image.getWidth()).isEqualTo(28 * SCALE);
        assertThat(image.getHeight()).as("with a legend").isGreaterThan(28 * SCALE);
        int positive = 0;
        int negative = 0;
        for (int y = 0; y < 28; y++) {
            for (int x = 0; x < 28; x++) {
                int warmth = warmth(image, x * SCALE, y * SCALE);
                assertThat(image.getRGB((x + 1) * SCALE - 1, (y + 1) * SCALE - 1))
                        .as("a square of one colour")
                        .isEqualTo(image.getRGB(x * SCALE, y * SCALE));
                if (pixels[y][x] > strongest / 20) {
                    assertThat(warmth).isPositive();
                    positive++;
                } else if (pixels[y][x] < -strongest / 20) {
                    assertThat(warmth).isNegative();
                    negative++;
                } else if (pixels[y][x] == 0) {
                    assertThat(warmth).isZero();
                }
            }
        }
        assertThat(positive).isPositive();
        assertThat(negative).isPositive();
    }

    @Test
    void showsTheScaleFromAgainstToFor() throws IOException {
        Path picture = folder.resolve("why.png");

        program.run("explain", ink, "--method", "occlusion", "--out", picture);

        BufferedImage image = ImageIO.read(picture.toFile());
        int bar = 28 * SCALE + 18;
        assertThat(warmth(image, 12, bar)).isLessThan(-100);
        assertThat(warmth(image, 28 * SCALE - 12, bar)).isGreaterThan(100);
    }

    @Test
    void contrastsTwoDigits() throws IOException {
        Path out = folder.resolve("why.json");

        Run run =
                program.run("explain", ink, "--method", "gradient-x-input", "--class", 3, "--against", 1, "--out", out);

        assertThat(run.out()).contains("why 3 and not 1");
        JsonNode json = read(out);
        List<JsonNode> logits = json.get("logits").items();
        assertThat(json.get("class").asString()).isEqualTo("3");
        assertThat(json.get("against").asString()).isEqualTo("1");
        assertThat(json.get("prediction").asString()).isEqualTo("7");
        assertThat(json.get("explained").asDouble())
                .isCloseTo(logits.get(3).asDouble() - logits.get(1).asDouble(), within(1e-4));
    }

    @Test
    void explainsWhatSpeaksForNoDigit() throws IOException {
        Path out = folder.resolve("why.json");

        Run run = program.run(
                "explain", ink, "--method", "occlusion", "--class", "no-digit", "--against", 7, "--out", out);

        assertThat(run.out()).contains("why no-digit and not 7");
        JsonNode json = read(out);
        List<JsonNode> logits = json.get("logits").items();
        assertThat(json.get("class").asString()).isEqualTo("no-digit");
        assertThat(json.get("explained").asDouble())
                .isCloseTo(logits.get(10).asDouble() - logits.get(7).asDouble(), within(1e-4));
    }

    @Test
    void takesTheDrawingAndTheModelThatAreAskedFor() throws IOException {
        Path out = folder.resolve("why.json");

        program.run("explain", ink, "--index", 1, "--model", "classic", "--method", "saliency", "--out", out);

        JsonNode json = read(out);
        assertThat(json.get("index").asLong()).isEqualTo(1);
        assertThat(json.get("model").asString()).isEqualTo("classic");
        assertThat(json.get("class").asString()).isEqualTo("1");
        assertThat(json.get("logits").items()).hasSize(10);
    }

    @Test
    void looksAtTheConvolutionThatIsNamedOrCounted() throws IOException {
        Path last = folder.resolve("last.json");
        Path named = folder.resolve("named.json");
        Path counted = folder.resolve("counted.json");

        program.run("explain", ink, "--method", "grad-cam", "--out", last);
        program.run("explain", ink, "--method", "grad-cam", "--layer", "layer2", "--out", named);
        program.run("explain", ink, "--method", "grad-cam", "--layer", "2", "--out", counted);

        assertThat(read(named).get("layer").asString()).isEqualTo("layer2");
        assertThat(Files.readString(counted)).isEqualTo(Files.readString(named));
        assertThat(read(last).get("layer").asString()).isNotEqualTo("layer2");
    }

    @Test
    void givesTheStrokesTheirValues() throws IOException {
        Path out = folder.resolve("why.json");

        program.run("explain", ink, "--method", "stroke-occlusion", "--out", out);

        assertThat(read(out).get("strokes").items()).hasSize(2);
    }

    @Test
    void explainsAPictureAndInkFromStandardInput() throws IOException {
        Path picture = picture();
        Path out = folder.resolve("why.json");

        Run fromPicture = program.run("explain", picture, "--method", "occlusion", "--out", out);
        assertThat(fromPicture.status()).isZero();
        assertThat(read(out).get("class").asString()).isEqualTo("1");

        Run fromInput = program.runWith(SEVEN + "\n", "explain", "-", "--method", "saliency", "--out", out);
        assertThat(fromInput.status()).isZero();
        assertThat(read(out).get("file").asString()).isEqualTo("-");
        assertThat(read(out).get("class").asString()).isEqualTo("7");
    }

    @Test
    void saysInJsonWhatItWrote() throws IOException {
        Path out = folder.resolve("why.png");

        Run run = program.run("explain", ink, "--method", "saliency", "--out", out, "--format", "json");

        assertThat(run.json()).hasSize(1);
        assertThat(run.json().get(0).asMap().keySet())
                .containsExactly(
                        "file", "index", "model", "method", "class", "prediction", "logits", "explained", "sum", "out");
        assertThat(run.json().get(0).get("out").asString()).isEqualTo(out.toString());
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        Path first = folder.resolve("first.png");
        Path second = folder.resolve("second.png");

        program.run("explain", ink, "--method", "smoothgrad", "--out", first);
        program.run("explain", ink, "--method", "smoothgrad", "--out", second);

        assertThat(second).hasSameBinaryContentAs(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--out why.png",
                "--method saliency",
                "--method magic --out why.png",
                "--method saliency --out why.gif",
                "--method saliency --out why",
                "--method saliency --class 10 --out why.png",
                "--method saliency --class -1 --out why.png",
                "--method saliency --class seven --out why.png",
                "--method saliency --against 11 --out why.png",
                "--method saliency --class 3 --against 3 --out why.png",
                "--method saliency --layer layer0 --out why.png",
                "--method saliency --index -1 --out why.png"
            })
    void answersWrongUsageWithOneSentence(String arguments) throws IOException {
        String words = "explain " + ink + " "
                + arguments.replace("why", folder.resolve("why").toString());

        Run run = program.run((Object[]) words.split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("see 'digitscope explain --help'");
        assertThatNothingWasWritten(run);
    }

    @Test
    void namesTheMethodsWhereOneIsUnknown() {
        assertThat(program.run("explain", ink, "--method", "magic", "--out", "why.png")
                        .err())
                .contains("'magic'", "saliency", "grad-cam", "stroke-occlusion");
    }

    @Test
    void saysWhyItCannotExplain() throws IOException {
        Path out = folder.resolve("why.png");
        Path blank = TestFiles.ink(folder.resolve("blank.ndjson"), List.of("{\"drawing\":[]}"));
        Path picture = picture();

        assertFails(out, "blank.ndjson", "blank", blank, "--method", "saliency");
        assertFails(out, "one.png", "needs strokes", picture, "--method", "stroke-occlusion");
        assertFails(out, "one.png", "leave --index out", picture, "--method", "saliency", "--index", 1);
        assertFails(out, "layer1", "layer0 (0)", ink, "--method", "grad-cam", "--layer", "layer1");
        assertFails(out, "99", "layer0 (0)", ink, "--method", "grad-cam", "--layer", 99);
        assertFails(out, "a.ndjson", "no drawing 2", ink, "--method", "saliency", "--index", 2);
        assertFails(
                out,
                "classic",
                "no output for no-digit",
                ink,
                "--method",
                "saliency",
                "--model",
                "classic",
                "--class",
                "no-digit");
        assertFails(out, "7", "nothing to contrast", ink, "--method", "saliency", "--against", 7);
        assertFails(out, "gone.png", "is not there", folder.resolve("gone.png"), "--method", "saliency");
        assertFails(out, "classical", "choose one of", ink, "--method", "saliency", "--model", "classical");
        assertFails(folder.resolve("no").resolve("why.png"), "why.png", "folder", ink, "--method", "saliency");
    }

    @Test
    void saysThatGradCamNeedsAConvolution() throws IOException {
        Path out = folder.resolve("why.png");

        Run run = OtherNetwork.run(new FakeNetwork(), folder, "explain", ink, "--method", "grad-cam", "--out", out);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("pad has no convolution", "grad-cam");
        assertThatNothingWasWritten(run);
    }

    @Test
    void replacesNeitherAFolderNorTheFileThatItReads() throws IOException {
        Path picture = picture();
        byte[] before = Files.readAllBytes(picture);
        Path inTheWay = Files.createDirectory(folder.resolve("folder.png"));

        Run overItself = program.run("explain", picture, "--method", "saliency", "--out", picture);
        Run overFolder = program.run("explain", picture, "--method", "saliency", "--out", inTheWay);

        assertThat(overItself.status()).isEqualTo(1);
        assertThat(overItself.err()).contains("one.png", "would be replaced");
        assertThat(Files.readAllBytes(picture)).isEqualTo(before);
        assertThat(overFolder.status()).isEqualTo(1);
        assertThat(overFolder.err()).contains("folder.png", "is a folder");
    }

    private void assertFails(Path out, String name, String reason, Object... arguments) throws IOException {
        Object[] all = Stream.concat(Stream.concat(Stream.of("explain"), Stream.of(arguments)), Stream.of("--out", out))
                .toArray();

        Run run = program.run(all);

        assertThat(run.status()).as(run.err()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains(name, reason);
        assertThatNothingWasWritten(run);
    }

    private void assertThatNothingWasWritten(Run run) throws IOException {
        assertThat(run.out()).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("why") || name.endsWith(".part"));
        }
    }

    private Path picture() throws IOException {
        Path file = folder.resolve("one.png");
        BufferedImage image = new BufferedImage(60, 80, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 10; y < 70; y++) {
            for (int x = 27; x < 34; x++) {
                image.setRGB(x, y, 0xFFFFFFFF);
            }
        }
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    /** How much redder than blue. */
    private static int warmth(BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y);
        return (rgb >> 16 & 0xFF) - (rgb & 0xFF);
    }

    private static JsonNode read(Path file) throws IOException {
        return JsonNode.root(Json.parse(Files.readString(file)));
    }

    private static double[][] pixels(JsonNode json) throws IOException {
        double[][] pixels = new double[28][28];
        List<JsonNode> rows = json.get("pixels").items();
        assertThat(rows).hasSize(28);
        for (int y = 0; y < 28; y++) {
            List<JsonNode> row = rows.get(y).items();
            assertThat(row).hasSize(28);
            for (int x = 0; x < 28; x++) {
                pixels[y][x] = row.get(x).asDouble();
            }
        }
        return pixels;
    }
}
