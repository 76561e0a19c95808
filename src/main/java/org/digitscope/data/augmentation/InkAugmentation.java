package org.digitscope.data.augmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkBounds;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;

/**
 * Varies ink in stroke space and draws it at varied widths and sizes. Amounts are drawn evenly from their ranges.
 *
 * <p>Immutable and safe for any thread; one drawing takes some hundred microseconds.
 *
 * @param rotationDegrees bound of the rotation
 * @param slant bound of the horizontal shear
 * @param aspect bound of the natural logarithm of width over height
 * @param bend standard deviation of a smooth displacement, as a share of the drawing's longer side
 * @param jitter standard deviation of each point's displacement, as a share of the longer side
 * @param minWidthPx lowest width of strokes in the 28×28
 * @param maxWidthPx highest width
 * @param minBoxPx lowest size of the inked box
 * @param maxBoxPx highest size
 * @param thinning highest share of points that are left out
 * @param joinStrokes probability that two strokes that follow each other are joined
 * @param dropStrokes probability that the shortest of at least three strokes is left out
 */
public record InkAugmentation(
        double rotationDegrees,
        double slant,
        double aspect,
        double bend,
        double jitter,
        double minWidthPx,
        double maxWidthPx,
        double minBoxPx,
        double maxBoxPx,
        double thinning,
        double joinStrokes,
        double dropStrokes) {

    private static final int WAVES = 3;

    /** Draws at MNIST's width and size without varying anything. */
    public static InkAugmentation none() {
        return new InkAugmentation(
                0,
                0,
                0,
                0,
                0,
                InkRasterizer.DEFAULT_STROKE_WIDTH_PX,
                InkRasterizer.DEFAULT_STROKE_WIDTH_PX,
                InkRasterizer.DEFAULT_BOX_PX,
                InkRasterizer.DEFAULT_BOX_PX,
                0,
                0,
                0);
    }

    /** A variation of the drawing as the network would see it. */
    public DigitImage apply(Drawing drawing, SplittableRandom random) {
        Drawing varied = InkBounds.of(drawing).isEmpty() ? drawing : vary(drawing, random);
        double width = minWidthPx + (maxWidthPx - minWidthPx) * random.nextDouble();
        double box = minBoxPx + (maxBoxPx - minBoxPx) * random.nextDouble();
        return new InkRasterizer(width, box).rasterize(varied).image();
    }

    private Drawing vary(Drawing drawing, SplittableRandom random) {
        InkBounds bounds = InkBounds.of(drawing).orElseThrow();
        double side = Math.max(Math.max(bounds.width(), bounds.height()), 1e-9);
        double middleX = (bounds.minX() + bounds.maxX()) / 2;
        double middleY = (bounds.minY() + bounds.maxY()) / 2;
        double angle = Math.toRadians(even(random, rotationDegrees));
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double sheared = even(random, slant);
        double stretch = StrictMath.exp(even(random, aspect));
        Waves bendX = Waves.draw(random, bend);
        Waves bendY = Waves.draw(random, bend);
        double left = thinning * random.nextDouble();
        List<Stroke> strokes = new ArrayList<>();
        for (Stroke stroke : pieces(drawing.strokes(), random)) {
            List<Point> points = new ArrayList<>();
            List<Point> own = stroke.points();
            for (int i = 0; i < own.size(); i++) {
                boolean inner = i > 0 && i < own.size() - 1;
                if (inner && left > 0 && random.nextDouble() < left) {
                    continue;
                }
                double x = (own.get(i).x() - middleX) / side;
                double y = (own.get(i).y() - middleY) / side;
                double bentX = x + bendX.at(x, y) + bell(random, jitter);
                double bentY = y + bendY.at(x, y) + bell(random, jitter);
                double wide = (bentX - sheared * bentY) * stretch;
                points.add(new Point(
                        cos * wide - sin * bentY,
                        sin * wide + cos * bentY,
                        own.get(i).tMillis()));
            }
            strokes.add(new Stroke(points));
        }
        return new Drawing(strokes);
    }

    private List<Stroke> pieces(List<Stroke> strokes, SplittableRandom random) {
        List<Stroke> pieces = new ArrayList<>(strokes);
        if (pieces.size() >= 3 && random.nextDouble() < dropStrokes) {
            Stroke shortest = pieces.stream()
                    .min(java.util.Comparator.comparingInt(
                            stroke -> stroke.points().size()))
                    .orElseThrow();
            pieces.remove(shortest);
        }
        if (pieces.size() >= 2 && random.nextDouble() < joinStrokes) {
            int first = random.nextInt(pieces.size() - 1);
            List<Point> joined = new ArrayList<>(pieces.get(first).points());
            joined.addAll(pieces.remove(first + 1).points());
            pieces.set(first, new Stroke(joined));
        }
        return pieces;
    }

    private static double even(SplittableRandom random, double bound) {
        return bound == 0 ? 0 : (2 * random.nextDouble() - 1) * bound;
    }

    private static double bell(SplittableRandom random, double deviation) {
        return deviation == 0 ? 0 : (random.nextDouble() + random.nextDouble() - 1) * Math.sqrt(6) * deviation;
    }

    /** A sum of a few plane waves about as long as the drawing. */
    private record Waves(double[] amplitudes, double[] alongX, double[] alongY, double[] phases) {
        static Waves draw(SplittableRandom random, double deviation) {
            int count = deviation == 0 ? 0 : WAVES;
            double[] amplitudes = new double[count];
            double[] alongX = new double[count];
            double[] alongY = new double[count];
            double[] phases = new double[count];
            for (int i = 0; i < count; i++) {
                double direction = 2 * Math.PI * random.nextDouble();
                double frequency = 2 * Math.PI * (0.4 + 0.9 * random.nextDouble());
                amplitudes[i] = deviation * Math.sqrt(2.0 / count);
                alongX[i] = StrictMath.cos(direction) * frequency;
                alongY[i] = StrictMath.sin(direction) * frequency;
                phases[i] = 2 * Math.PI * random.nextDouble();
            }
            return new Waves(amplitudes, alongX, alongY, phases);
        }

        double at(double x, double y) {
            double sum = 0;
            for (int i = 0; i < amplitudes.length; i++) {
                sum += amplitudes[i] * StrictMath.sin(alongX[i] * x + alongY[i] * y + phases[i]);
            }
            return sum;
        }
    }
}
