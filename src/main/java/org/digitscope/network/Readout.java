package org.digitscope.network;

/**
 * How a network's output becomes an {@link Answer}.
 *
 * <p>The ten probabilities are the network's, sharpened or softened by a temperature (Guo et al., <i>On calibration of
 * modern neural networks</i>, 2017, section 4.2): softmax(log p / T) over the ten digits. An eleventh output is "no
 * digit": it goes into the score and never among the ten.
 *
 * @param temperature above 0; 1 leaves the probabilities as they are
 * @param digitThreshold the lowest score that is called a digit, 0 to 1; 0 refuses nothing but a blank image
 */
public record Readout(double temperature, double digitThreshold) {
    /** The number of digits. */
    public static final int DIGITS = 10;

    /** The index of the output "no digit", in networks of eleven. */
    public static final int NO_DIGIT = DIGITS;

    private static final double SMALLEST = 1e-30;
    private static final double MORE_LIKELY_A_DIGIT = 0.5;

    public Readout {
        if (!(temperature > 0 && temperature <= 100) || !(digitThreshold >= 0 && digitThreshold <= 1)) {
            throw new IllegalArgumentException("temperature " + temperature + ", threshold " + digitThreshold);
        }
    }

    /** For a network of which nothing is known: its own probabilities, nothing refused. */
    public static Readout plain() {
        return new Readout(1, 0);
    }

    /**
     * For a network of which no more is known than that it has so many outputs: its own probabilities, and refused is
     * what is more likely no digit than one.
     *
     * @param outputs 10 or 11
     */
    public static Readout plain(int outputs) {
        return outputs > DIGITS ? new Readout(1, MORE_LIKELY_A_DIGIT) : plain();
    }

    /**
     * @param output ten or eleven probabilities that sum to 1
     * @param blank whether the image has no ink: that is never a digit
     */
    public Answer read(float[] output, boolean blank) {
        double[] logits = new double[DIGITS];
        double highest = Double.NEGATIVE_INFINITY;
        for (int digit = 0; digit < DIGITS; digit++) {
            logits[digit] = Math.log(Math.max(output[digit], SMALLEST)) / temperature;
            highest = Math.max(highest, logits[digit]);
        }
        double sum = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            logits[digit] = Math.exp(logits[digit] - highest);
            sum += logits[digit];
        }
        float[] probabilities = new float[DIGITS];
        double best = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            probabilities[digit] = (float) (logits[digit] / sum);
            best = Math.max(best, probabilities[digit]);
        }
        double score = blank ? 0 : output.length > NO_DIGIT ? 1 - Math.min(1, output[NO_DIGIT]) : best;
        return new Answer(probabilities, score, !blank && score >= digitThreshold);
    }
}
