package org.digitscope.network;

/**
 * What a network says of an image.
 *
 * @param probabilities of the ten digits in their order, calibrated; sum to 1
 * @param digitScore from 0 to 1: how much like a digit the image is
 * @param isDigit false where the program says "not a digit": the score is below the model's threshold
 */
@SuppressWarnings("ArrayRecordComponent") // read in every frame; nobody compares answers
public record Answer(float[] probabilities, double digitScore, boolean isDigit) {

    /** The digit with the highest probability, whatever the score. */
    public int prediction() {
        int best = 0;
        for (int digit = 1; digit < probabilities.length; digit++) {
            if (probabilities[digit] > probabilities[best]) {
                best = digit;
            }
        }
        return best;
    }

    /** The probability of {@link #prediction()}. */
    public double confidence() {
        return probabilities[prediction()];
    }
}
