package org.digitscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.digitscope.cli.Program.Run;
import org.digitscope.json.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyCommandTest {
    private static final String SEVEN = "{\"word\":\"7\",\"drawing\":[[[40,160,90],[40,42,200]]]}";
    private static final String NO_LABEL = "{\"drawing\":[[[100,100],[20,200]]]}";

    @TempDir
    private Path folder;

    private Program program;

    @BeforeEach
    void startWithEmptyFolders() {
        program = Program.in(folder);
    }

    @Test
    void printsTheKeysThatScriptsRelyOnInTheirOrder() throws IOException {
        Path file = TestFiles.ink(folder.resolve("a.ndjson"), List.of(SEVEN, NO_LABEL));

        Run run = program.run("classify", file, "--format", "json");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode first = run.json().get(0);
        assertThat(first.asMap().keySet())
                .containsExactly(
                        "file", "index", "label", "prediction", "confidence", "digit", "digitScore", "probabilities");
        assertThat(first.get("file").asString()).isEqualTo(file.toString());
        assertThat(first.get("index").asLong()).isZero();
        assertThat(first.get("label").asString()).isEqualTo("7");
        assertThat(first.get("prediction").asString()).isEqualTo("7");
        assertThat(first.get("digit").asBoolean()).isTrue();
        assertThat(run.json().get(1).asMap()).doesNotContainKey("label");
        assertThat(run.json().get(1).get("index").asLong()).isEqualTo(1);
    }

    @Test
    void givesTenProbabilitiesThatSumToOneAndTheBestOfThemAsConfidence() throws IOException {
        Path file = TestFiles.ink(
                folder.resolve("a.ndjson"), TestFiles.referenceInk().subList(0, 50));

        for (JsonNode line : program.run("classify", file, "--format", "json").json()) {
            double sum = 0;
            double best = 0;
            for (JsonNode probability : line.get("probabilities").items()) {
                sum += probability.asDouble(0, 1);
                best = Math.max(best, probability.asDouble());
            }
            assertThat(line.get("probabilities").items()).hasSize(10);
            assertThat(sum).isCloseTo(1, within(1e-5));
            assertThat(line.get("confidence").asDouble()).isEqualTo(best);
            int prediction = Integer.parseInt(line.get("prediction").asString());
            assertThat(line.get("probabilities").items().get(prediction).asDouble())
                    .isEqualTo(best);
        }
    }

    @Test
    void readsPicturesAndInkSideBySide() throws IOException {
        Path picture = folder.resolve("one.png");
        BufferedImage image = new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 60, 80);
        pen.setColor(Color.BLACK);
        pen.fillRect(27, 10, 7, 60);
        pen.dispose();
        ImageIO.write(image, "png", picture.toFile());
        Path ink = TestFiles.ink(folder.resolve("seven.ndjson"), List.of(SEVEN));

        Run run = program.run("classify", picture, ink, "--format", "json");

        assertThat(run.status()).isZero();
        assertThat(run.json().get(0).get("prediction").asString()).isEqualTo("1");
        assertThat(run.json().get(1).get("prediction").asString()).isEqualTo("7");
    }

    @Test
    void printsOneReadableLineADrawing() throws IOException {
        Path file = TestFiles.ink(folder.resolve("a.ndjson"), List.of(SEVEN, NO_LABEL));

        Run run = program.run("classify", file);

        assertThat(run.outLines()).hasSize(2);
        assertThat(run.outLines().get(0)).contains(file.toString(), "7", "%", "(label 7)");
        assertThat(run.outLines().get(1)).doesNotContain("label");
    }

    @Test
    void callsABlankDrawingNoDigit() throws IOException {
        Path file = TestFiles.ink(folder.resolve("blank.ndjson"), List.of("{\"drawing\":[]}"));

        JsonNode line = program.run("classify", file, "--format", "json").json().get(0);

        assertThat(line.get("digit").asBoolean()).isFalse();
        assertThat(line.get("digitScore").asDouble()).isZero();
        assertThat(program.run("classify", file).out()).contains("not a digit");
    }

    @Test
    void readsInkFromStandardInput() throws IOException {
        Run run = program.runWith(SEVEN + "\n" + NO_LABEL + "\n", "classify", "-", "--format", "json");

        assertThat(run.status()).isZero();
        assertThat(run.json()).hasSize(2);
        assertThat(run.json().get(0).get("file").asString()).isEqualTo("-");
    }

    @Test
    void answersEachLineOfStandardInputBeforeTheNextComes() throws Exception {
        BlockingQueue<Integer> lines = new LinkedBlockingQueue<>();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {
                if (b == '\n') {
                    lines.add(b);
                }
            }
        };
        try (PipedInputStream input = new PipedInputStream()) {
            PipedOutputStream pen = new PipedOutputStream(input);
            Thread running =
                    new Thread(() -> program.runInto(out, new ByteArrayOutputStream(), input, "classify", "-"));
            running.start();
            for (int i = 0; i < 3; i++) {
                pen.write((SEVEN + "\n").getBytes(StandardCharsets.UTF_8));
                pen.flush();
                assertThat(lines.poll(20, TimeUnit.SECONDS)).isNotNull();
            }
            pen.close();
            running.join(20_000);
            assertThat(running.isAlive()).isFalse();
        }
    }

    @Test
    void goesOnAfterAMissingFile() throws IOException {
        Path there = TestFiles.ink(folder.resolve("a.ndjson"), List.of(SEVEN));

        Run run = program.run("classify", folder.resolve("gone.png"), there, "--format", "json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.json()).hasSize(1);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("gone.png").contains("is not there");
    }

    @Test
    void printsWhatCameBeforeABadLineAndEndsThatFile() throws IOException {
        List<String> lines = new ArrayList<>(TestFiles.referenceInk().subList(0, 200));
        lines.set(140, "{\"drawing\":[[[1,2],[3]]]}");
        Path bad = TestFiles.ink(folder.resolve("bad.ndjson"), lines);
        Path good = TestFiles.ink(folder.resolve("good.ndjson"), List.of(SEVEN));

        Run run = program.run("classify", bad, good, "--format", "json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.json()).hasSize(141);
        assertThat(run.json().get(139).get("index").asLong()).isEqualTo(139);
        assertThat(run.json().get(140).get("file").asString()).isEqualTo(good.toString());
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("bad.ndjson, line 141");
    }

    @Test
    void answersBadFilesWithOneSentenceEach() throws IOException {
        Path binary = Files.write(folder.resolve("binary.ndjson"), new byte[] {0, 1, 2, (byte) 0xFF, 0, 7});
        Path empty = Files.createFile(folder.resolve("empty.ndjson"));
        Path notANumber = TestFiles.ink(folder.resolve("nan.ndjson"), List.of("{\"drawing\":[[[1,NaN],[3,4]]]}"));
        Path huge = TestFiles.hugePng(folder.resolve("huge.png"));
        Path text = Files.writeString(folder.resolve("notes.txt"), "no ink here");

        Run run = program.run("classify", binary, empty, notANumber, huge, text, folder);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        List<String> sentences = run.err().lines().toList();
        assertThat(sentences).hasSize(6);
        assertThat(sentences.get(0)).contains("binary.ndjson", "is not text");
        assertThat(sentences.get(1)).contains("empty.ndjson", "no drawing");
        assertThat(sentences.get(2)).contains("nan.ndjson, line 1");
        assertThat(sentences.get(3)).contains("huge.png", "20000 × 20000");
        assertThat(sentences.get(4)).contains("notes.txt", "neither a picture nor ink");
        assertThat(sentences.get(5)).contains("is a folder");
    }

    @Test
    void namesTheModelsWhereOneIsUnknown() throws IOException {
        Path file = TestFiles.ink(folder.resolve("a.ndjson"), List.of(SEVEN));

        Run run = program.run("classify", file, "--model", "classical");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("classical", "classic");
    }

    @Test
    void showsTheStackTraceOnlyOnRequest() {
        Object gone = folder.resolve("gone.ndjson");

        assertThat(program.run("classify", gone).err()).doesNotContain("\tat ");
        assertThat(program.run("classify", gone, "--debug").err()).contains("FileProblem", "\tat ");
        assertThat(program.run("--debug", "classify", gone).err()).contains("\tat ");
    }

    @Test
    void endsQuietlyWhenNobodyReadsOn() throws IOException {
        Path file = TestFiles.ink(folder.resolve("a.ndjson"), TestFiles.referenceInk());
        OutputStream closedAfterOneLine = new OutputStream() {
            private boolean closed;

            @Override
            public void write(int b) throws IOException {
                if (closed) {
                    throw new IOException("Broken pipe");
                }
                closed = b == '\n';
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int status = program.runInto(closedAfterOneLine, err, InputStream.nullInputStream(), "classify", file);

        assertThat(status).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void readsTenThousandDrawingsInConstantMemory() throws IOException {
        List<String> reference = TestFiles.referenceInk();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            lines.add(reference.get(i % reference.size()));
        }
        Path file = TestFiles.ink(folder.resolve("many.ndjson"), lines);
        HeapWatch out = new HeapWatch();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int status = program.runInto(out, err, InputStream.nullInputStream(), "classify", file, "--format", "json");

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
        assertThat(out.lines).isEqualTo(10_000);
        assertThat(out.bytesAt9000 - out.bytesAt1000).isLessThan(4_000_000);
    }

    /** Counts lines and looks at the heap on the way. */
    private static final class HeapWatch extends OutputStream {
        private int lines;
        private long bytesAt1000;
        private long bytesAt9000;

        @Override
        public void write(int b) {
            if (b != '\n') {
                return;
            }
            lines++;
            if (lines == 1000) {
                bytesAt1000 = usedBytes();
            } else if (lines == 9000) {
                bytesAt9000 = usedBytes();
            }
        }

        private static long usedBytes() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }
}
