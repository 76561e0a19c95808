package org.digitscope.network.dl4j;

import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;

/**
 * Brings the output of any classifier to probabilities.
 *
 * @param logits whether the network leaves the last function to the loss
 */
record OutputScale(boolean logits) {
    private static final float TOLERANCE = 1e-3f;

    /** For a network with this last layer. */
    static OutputScale of(LayerInfo last) {
        boolean computes = last.kind() == LayerKind.OUTPUT || last.kind() == LayerKind.DENSE;
        return new OutputScale(computes && last.activation().isEmpty());
    }

    /** A softmax's output as it is, sigmoids by their share of the sum, logits through a softmax. */
    float[] toProbabilities(float[] output) {
        if (logits) {
            return softmax(output);
        }
        float sum = 0;
        boolean rates = true;
        for (float value : output) {
            sum += value;
            rates &= value >= 0 && value <= 1;
        }
        if (rates && Math.abs(sum - 1) <= TOLERANCE) {
            return output;
        }
        return rates && sum > 0 ? shares(output, sum) : softmax(output);
    }

    private static float[] shares(float[] output, float sum) {
        float[] shares = new float[output.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = output[i] / sum;
        }
        return shares;
    }

    private static float[] softmax(float[] logits) {
        float highest = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            highest = Math.max(highest, logit);
        }
        float[] powers = new float[logits.length];
        float sum = 0;
        for (int i = 0; i < powers.length; i++) {
            powers[i] = (float) Math.exp(logits[i] - highest);
            sum += powers[i];
        }
        return shares(powers, sum);
    }
}
