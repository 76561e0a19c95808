package org.digitscope.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.digitscope.image.DigitImage;
import org.digitscope.network.DigitNetwork;

/**
 * How much the explained sum falls if a square of 5×5 pixels becomes paper (after Zeiler, Fergus, <i>Visualizing and
 * understanding convolutional networks</i>, 2014, section 4.2). The squares' middles are every other pixel, and squares
 * are cut at the frame; a pixel gets the mean over all squares that cover it. A square without ink changes nothing and
 * counts as 0.
 */
final class Occlusion extends SlicedExplanation {
    private static final int SIZE = DigitImage.SIZE;
    private static final int REACH = 2;
    private static final int STRIDE = 2;

    private final float[] image;
    private final List<Square> inked = new ArrayList<>();
    private final int[] covering;
    private final Falls falls;

    Occlusion(Question question, float[] image) {
        super(question);
        this.image = image;
        this.covering = new int[image.length];
        for (int y = 0; y < SIZE; y += STRIDE) {
            for (int x = 0; x < SIZE; x += STRIDE) {
                Square square = Square.around(x, y);
                square.addTo(covering);
                if (square.hasInk(image)) {
                    inked.add(square);
                }
            }
        }
        this.falls = new Falls(image, inked.size(), index -> inked.get(index).without(this.image));
    }

    @Override
    double share() {
        return falls.share();
    }

    @Override
    Optional<Relevance> slice(DigitNetwork network) {
        falls.step(network, this::sum);
        return falls.isFinished() ? relevance(means()) : Optional.empty();
    }

    private double[] means() {
        double[] means = new double[image.length];
        for (int i = 0; i < inked.size(); i++) {
            inked.get(i).addTo(means, falls.of(i));
        }
        for (int i = 0; i < means.length; i++) {
            means[i] /= covering[i];
        }
        return means;
    }

    /** Pixels from left to right and top to bottom, the ends excluded. */
    private record Square(int left, int top, int right, int bottom) {
        static Square around(int x, int y) {
            return new Square(
                    Math.max(0, x - REACH),
                    Math.max(0, y - REACH),
                    Math.min(SIZE, x + REACH + 1),
                    Math.min(SIZE, y + REACH + 1));
        }

        void addTo(int[] counts) {
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    counts[y * SIZE + x]++;
                }
            }
        }

        void addTo(double[] sums, double value) {
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    sums[y * SIZE + x] += value;
                }
            }
        }

        boolean hasInk(float[] image) {
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    if (image[y * SIZE + x] > 0) {
                        return true;
                    }
                }
            }
            return false;
        }

        float[] without(float[] image) {
            float[] without = image.clone();
            for (int y = top; y < bottom; y++) {
                Arrays.fill(without, y * SIZE + left, y * SIZE + right, 0);
            }
            return without;
        }
    }
}
