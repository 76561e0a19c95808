package org.digitscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.network.DigitNetwork;

/** Explanations for tests, and what can be said of them. */
final class Asking {
    static final InkRasterizer RASTERIZER = new InkRasterizer();

    private Asking() {}

    static Explanation begin(Question question, DigitImage image) {
        return Explanations.begin(question, image, Optional.empty(), RASTERIZER);
    }

    static Explanation begin(Question question, Drawing drawing) {
        return Explanations.begin(question, RASTERIZER.rasterize(drawing).image(), Optional.of(drawing), RASTERIZER);
    }

    static float[] why(Method method, int digit, DigitImage image, DigitNetwork network) {
        return begin(Question.why(method, digit), image).run(network).pixels();
    }

    static Question contrast(Method method, int digit, int against) {
        return new Question(method, digit, OptionalInt.of(against), OptionalInt.empty());
    }

    /** Paper with these grey levels, 0 to 255, at x, y, level, x, y, level, … */
    static DigitImage image(int... ink) {
        byte[] levels = new byte[DigitImage.SIZE * DigitImage.SIZE];
        for (int i = 0; i < ink.length; i += 3) {
            levels[at(ink[i], ink[i + 1])] = (byte) ink[i + 2];
        }
        return DigitImage.ofLevels(levels);
    }

    /** A row of strokes, each x0, y0, x1, y1, … */
    static Drawing drawing(double[]... strokes) {
        Drawing drawing = Drawing.empty();
        for (double[] coordinates : strokes) {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < coordinates.length; i += 2) {
                points.add(new Point(coordinates[i], coordinates[i + 1], 10.0 * i));
            }
            drawing = drawing.plus(new Stroke(points));
        }
        return drawing;
    }

    /** A polyline by chance as the network sees it. */
    static DigitImage scribble(long seed) {
        Random random = new Random(seed);
        double[] coordinates = random.doubles(14, 0, 100).toArray();
        return RASTERIZER.rasterize(drawing(coordinates)).image();
    }

    static int at(int x, int y) {
        return y * DigitImage.SIZE + x;
    }

    static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    /** Pearson's. */
    static double correlation(float[] one, float[] other) {
        double meanOne = sum(one) / one.length;
        double meanOther = sum(other) / other.length;
        double together = 0;
        double ofOne = 0;
        double ofOther = 0;
        for (int i = 0; i < one.length; i++) {
            together += (one[i] - meanOne) * (other[i] - meanOther);
            ofOne += (one[i] - meanOne) * (one[i] - meanOne);
            ofOther += (other[i] - meanOther) * (other[i] - meanOther);
        }
        return together / Math.sqrt(ofOne * ofOther);
    }

    static List<Method> allButStrokes() {
        return List.of(Method.values()).stream()
                .filter(method -> method != Method.STROKE_OCCLUSION)
                .toList();
    }
}
