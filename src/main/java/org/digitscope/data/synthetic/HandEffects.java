package org.digitscope.data.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;

/** Carries out a sketch on a pad as a hand with a mouse, finger or pen does: leaning, bent, trembling, sampled. */
final class HandEffects {
    /** The pad is square; this is its side in pixels. */
    private static final double PAD_SIDE = 280;

    private static final int MOST_POINTS = 340;
    private static final double FINE_STEP = 0.04;
    private static final int MOST_FINE_POINTS = 1400;

    private final Manner manner;
    private final Dice dice;

    private HandEffects(Manner manner, Dice dice) {
        this.manner = manner;
        this.dice = dice;
    }

    static Drawing draw(Sketch sketch, Manner manner, Dice dice) {
        return new HandEffects(manner, dice).draw(sketch);
    }

    private Drawing draw(Sketch sketch) {
        List<double[]> lines = new ArrayList<>();
        double length = 0;
        for (double[] line : centred(sketch.strokes())) {
            double[] whole = withHooks(line);
            length += length(whole);
            lines.add(whole);
        }
        double step = Math.max(FINE_STEP, length / MOST_FINE_POINTS);
        lines.replaceAll(line -> evenly(line, step));
        pose(lines);
        int rounding = dice.whole(0, manner.rounding());
        double tremble = dice.chance(0.6) ? dice.between(0, manner.tremble() / 3) : dice.between(0, manner.tremble());
        List<double[]> done = new ArrayList<>();
        for (double[] line : lines) {
            round(line, rounding);
            tremble(line, tremble);
            addWithMishaps(line, done);
        }
        return onPad(done);
    }

    /** Moved to the origin, the longer side from -1 to 1. */
    private static List<double[]> centred(List<double[]> lines) {
        double[] box = Sketch.box(lines);
        double half = Math.max(box[2] - box[0], box[3] - box[1]) / 2;
        double scale = half > 0 ? 1 / half : 1;
        List<double[]> moved = new ArrayList<>();
        for (double[] line : lines) {
            double[] copy = new double[line.length];
            for (int i = 0; i < line.length; i += 2) {
                copy[i] = (line[i] - (box[0] + box[2]) / 2) * scale;
                copy[i + 1] = (line[i + 1] - (box[1] + box[3]) / 2) * scale;
            }
            moved.add(copy);
        }
        return moved;
    }

    /** Hooks where the pen came down or left, as of a hand that was already on its way. */
    private double[] withHooks(double[] line) {
        double[] whole = line;
        if (line.length >= 6 && dice.chance(manner.mishaps())) {
            whole = reversed(withHook(reversed(whole)));
        }
        if (line.length >= 6 && dice.chance(manner.mishaps())) {
            whole = withHook(whole);
        }
        return whole;
    }

    private double[] withHook(double[] line) {
        int last = line.length - 2;
        double x = line[last] - line[last - 2];
        double y = line[last + 1] - line[last - 1];
        double size = Math.sqrt(x * x + y * y);
        if (size == 0) {
            return line;
        }
        double reach = dice.between(0.05, 0.13) / size;
        double turn = StrictMath.toRadians(dice.around(140));
        double cos = StrictMath.cos(turn) * reach;
        double sin = StrictMath.sin(turn) * reach;
        double[] longer = Arrays.copyOf(line, line.length + 2);
        longer[last + 2] = line[last] + x * cos - y * sin;
        longer[last + 3] = line[last + 1] + x * sin + y * cos;
        return longer;
    }

    private static double[] reversed(double[] line) {
        double[] back = new double[line.length];
        for (int i = 0; i < line.length; i += 2) {
            back[i] = line[line.length - 2 - i];
            back[i + 1] = line[line.length - 1 - i];
        }
        return back;
    }

    private static double length(double[] line) {
        double length = 0;
        for (int i = 2; i < line.length; i += 2) {
            double x = line[i] - line[i - 2];
            double y = line[i + 1] - line[i - 1];
            length += Math.sqrt(x * x + y * y);
        }
        return length;
    }

    /** Points about {@code step} apart on the same line, its ends included. */
    private static double[] evenly(double[] line, double step) {
        if (line.length == 2) {
            return line;
        }
        double length = length(line);
        int pieces = Math.max(1, (int) (length / step));
        double[] even = new double[2 * pieces + 2];
        int next = 0;
        double walked = 0;
        for (int i = 2; i < line.length; i += 2) {
            double x = line[i] - line[i - 2];
            double y = line[i + 1] - line[i - 1];
            double stretch = Math.sqrt(x * x + y * y);
            while (next < 2 * pieces && next / 2.0 * length / pieces < walked + stretch) {
                double share = (next / 2.0 * length / pieces - walked) / stretch;
                even[next++] = line[i - 2] + x * share;
                even[next++] = line[i - 1] + y * share;
            }
            walked += stretch;
        }
        while (next < even.length) {
            even[next++] = line[line.length - 2];
            even[next++] = line[line.length - 1];
        }
        return even;
    }

    /** Bends, narrows or widens, slants and turns the whole, and puts strokes after a lift a little aside. */
    private void pose(List<double[]> lines) {
        double bow = dice.around(manner.bend());
        double wave = dice.around(manner.bend());
        double sag = dice.around(manner.bend());
        double egg = dice.around(1.5 * manner.bend());
        double swell = dice.around(manner.bend());
        double width = dice.chance(0.5)
                ? dice.between(manner.narrowest(), manner.widest())
                : 1 + dice.around((manner.widest() - manner.narrowest()) / 4);
        double lean = (manner.mostSlant() - manner.leastSlant()) / 2;
        double slant = StrictMath.toRadians((manner.mostSlant() + manner.leastSlant()) / 2 + dice.around(lean));
        double shear = StrictMath.tan(slant);
        double turn = StrictMath.toRadians(dice.around(manner.turn()));
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        double aside = lines.size() > 1 ? 0.5 * manner.bend() : 0;
        for (double[] line : lines) {
            double asideX = dice.around(aside);
            double asideY = dice.around(aside);
            for (int i = 0; i < line.length; i += 2) {
                double u = line[i] + asideX;
                double v = line[i + 1] + asideY;
                double x = u + bow * v * v + wave * v * (v * v - 0.6) * 2 + egg * u * v;
                double y = v + sag * u * u + swell * u * v;
                double leaning = x * width - y * shear;
                line[i] = leaning * cos - y * sin;
                line[i + 1] = leaning * sin + y * cos;
            }
        }
    }

    /** Two passes of averaging over {@code reach} neighbours on each side; the ends stay. */
    private static void round(double[] line, int reach) {
        for (int pass = 0; pass < 2 && reach > 0; pass++) {
            double[] before = line.clone();
            for (int i = 2; i < line.length - 2; i += 2) {
                int side = Math.min(2 * reach, Math.min(i, line.length - 2 - i));
                double x = 0;
                double y = 0;
                for (int k = i - side; k <= i + side; k += 2) {
                    x += before[k];
                    y += before[k + 1];
                }
                line[i] = x / (side + 1);
                line[i + 1] = y / (side + 1);
            }
        }
    }

    /** Adds noise whose neighbours are alike, as a hand on a mouse makes it. */
    private void tremble(double[] line, double most) {
        if (line.length == 2) {
            return;
        }
        double x = 0;
        double y = 0;
        for (int i = 0; i < line.length; i += 2) {
            x = 0.8 * x + dice.around(most);
            y = 0.8 * y + dice.around(most);
            line[i] += x;
            line[i + 1] += y;
        }
    }

    private void addWithMishaps(double[] line, List<double[]> done) {
        int points = line.length / 2;
        if (points > 24 && dice.chance(manner.mishaps() / 2)) {
            int lift = dice.whole(6, points - 9);
            int gap = dice.whole(1, 2);
            done.add(Arrays.copyOf(line, 2 * lift));
            done.add(Arrays.copyOfRange(line, 2 * (lift + gap), line.length));
        } else {
            done.add(line);
        }
        if (points > 12 && points < 250 && dice.chance(manner.mishaps() / 2)) {
            double[] again = line.clone();
            double x = dice.around(0.07);
            double y = dice.around(0.05);
            for (int i = 0; i < again.length; i += 2) {
                again[i] += x;
                again[i + 1] += y;
            }
            done.add(again);
        }
    }

    /** Somewhere on the pad in some size, sampled as closely as the pen is fast, perhaps on whole pixels. */
    private Drawing onPad(List<double[]> lines) {
        double[] box = Sketch.box(lines);
        double longer = Math.max(box[2] - box[0], box[3] - box[1]);
        double side = dice.between(60, 250);
        double scale = longer > 0 ? side / longer : 1;
        double left = dice.between(0, PAD_SIDE - (box[2] - box[0]) * scale);
        double top = dice.between(0, PAD_SIDE - (box[3] - box[1]) * scale);
        boolean wholePixels = dice.chance(0.5);
        int total = lines.stream().mapToInt(line -> line.length / 2).sum();
        int stride = Math.max(total <= 100 ? dice.whole(1, 4) : dice.whole(1, 3), total / MOST_POINTS + 1);
        double pace = dice.between(8, 17);
        double now = 0;
        List<Stroke> strokes = new ArrayList<>(lines.size());
        for (double[] line : lines) {
            List<Point> points = new ArrayList<>(line.length / 2 / stride + 2);
            int last = line.length / 2 - 1;
            for (int i = 0; i <= last; i = i == last ? last + 1 : Math.min(last, i + stride)) {
                double x = left + (line[2 * i] - box[0]) * scale;
                double y = top + (line[2 * i + 1] - box[1]) * scale;
                points.add(wholePixels ? new Point(StrictMath.rint(x), StrictMath.rint(y), now) : new Point(x, y, now));
                now = StrictMath.rint(now + pace);
            }
            strokes.add(new Stroke(points));
            now = StrictMath.rint(now + dice.between(90, 400));
        }
        return new Drawing(strokes);
    }
}
