package org.digitscope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkBounds;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkRecord;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.network.Answer;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.dl4j.Dl4jModels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where, how large and how densely a digit is drawn makes next to no difference to {@code pad}, on the pen strokes of
 * unseen writers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all
final class VariedInkTest {
    private static final int BATCH = 128;
    private static final double A_TENTH_OF_A_POINT = 0.001;

    private final InkRasterizer rasterizer = new InkRasterizer();
    private List<InkRecord> digits;
    private DigitNetwork pad;
    private double asTheyAre;

    @BeforeAll
    void load(@TempDir Path own) throws IOException {
        String data = System.getenv("DIGITSCOPE_DATA");
        assumeTrue(data != null, "DIGITSCOPE_DATA is not set: the pen strokes are not here");
        digits = InkFiles.readAll(Path.of(data, "ink", "pendigits-test.ndjson"));
        pad = new ModelCatalog(new Dl4jModels(), own).load("pad").network();
        asTheyAre = accuracy((drawing, random) -> drawing);
    }

    @AfterAll
    void close() {
        if (pad != null) {
            pad.close();
        }
    }

    @Test
    void readsWhatItPromises() {
        assertThat(asTheyAre).isGreaterThanOrEqualTo(0.989);
    }

    @Test
    void atAnyPlaceAndSize() {
        assertThat(accuracy(VariedInkTest::moved)).isCloseTo(asTheyAre, within(A_TENTH_OF_A_POINT));
    }

    @Test
    void atAnySamplingDensity() {
        assertThat(accuracy(VariedInkTest::sampled)).isCloseTo(asTheyAre, within(A_TENTH_OF_A_POINT));
    }

    private double accuracy(BiFunction<Drawing, Random, Drawing> variation) {
        Random random = new Random(28);
        int right = 0;
        for (int first = 0; first < digits.size(); first += BATCH) {
            List<InkRecord> batch = digits.subList(first, Math.min(first + BATCH, digits.size()));
            List<DigitImage> images = batch.stream()
                    .map(record -> rasterizer
                            .rasterize(variation.apply(record.drawing(), random))
                            .image())
                    .toList();
            List<Answer> answers = pad.answer(images);
            for (int i = 0; i < batch.size(); i++) {
                String label = batch.get(i).label().orElseThrow();
                right += label.equals(Integer.toString(answers.get(i).prediction())) ? 1 : 0;
            }
        }
        return right / (double) digits.size();
    }

    /** From a tenth of its size to ten times, anywhere. */
    private static Drawing moved(Drawing drawing, Random random) {
        double scale = Math.pow(10, 2 * random.nextDouble() - 1);
        double x = 4_000 * random.nextDouble() - 2_000;
        double y = 4_000 * random.nextDouble() - 2_000;
        List<Stroke> strokes = new ArrayList<>();
        for (Stroke stroke : drawing.strokes()) {
            strokes.add(new Stroke(stroke.points().stream()
                    .map(point -> new Point(scale * point.x() + x, scale * point.y() + y, point.tMillis()))
                    .toList()));
        }
        return new Drawing(strokes);
    }

    /** A point in every one to six hundredths of the longer side, along the line that was drawn. */
    private static Drawing sampled(Drawing drawing, Random random) {
        InkBounds bounds = InkBounds.of(drawing).orElseThrow();
        double side = Math.max(bounds.width(), bounds.height());
        double step = side * (0.01 + 0.05 * random.nextDouble());
        return new Drawing(drawing.strokes().stream()
                .map(stroke -> new Stroke(alongTheLine(stroke.points(), step)))
                .toList());
    }

    private static List<Point> alongTheLine(List<Point> points, double step) {
        List<Point> sampled = new ArrayList<>(List.of(points.get(0)));
        double gone = 0;
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
            for (double at = step - gone; at <= length && length > 0; at += step) {
                double share = at / length;
                sampled.add(new Point(
                        from.x() + share * (to.x() - from.x()),
                        from.y() + share * (to.y() - from.y()),
                        from.tMillis() + share * (to.tMillis() - from.tMillis())));
            }
            gone = (gone + length) % step;
        }
        sampled.add(points.get(points.size() - 1));
        return sampled;
    }
}
