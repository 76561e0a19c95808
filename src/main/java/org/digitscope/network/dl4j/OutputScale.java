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
    private static final float SMALLEST = 1e-30f;

    private enum Form {
        PROBABILITIES,
        RATES,
        LOGITS
    }

    /** For a network with this last layer. */
    static OutputScale of(LayerInfo last) {
        boolean computes = last.kind() == LayerKind.OUTPUT || last.kind() == LayerKind.DENSE;
        return new OutputScale(computes && last.activation().isEmpty());
    }

    /** A softmax's output as it is, sigmoids by their share of the sum, logits through a softmax. */
    float[] toProbabilities(float[] output) {
        return switch (form(output)) {
            case PROBABILITIES -> output;
            case RATES -> shares(output, sum(output));
            case LOGITS -> softmax(output);
        };
    }

    /** The logarithms of the probabilities. */
    float[] logarithms(float[] output) {
        float[] logarithms = toProbabilities(output).clone();
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = (float) Math.log(Math.max(logarithms[i], SMALLEST));
        }
        return logarithms;
    }

    /** The derivatives of Σ weight · {@link #logarithms} by each output. */
    float[] derivatives(float[] output, float[] weights) {
        float[] derivatives = new float[output.length];
        float[] probabilities = toProbabilities(output);
        Form form = form(output);
        float weight = sum(weights);
        float total = sum(output);
        for (int i = 0; i < derivatives.length; i++) {
            derivatives[i] = switch (form) {
                case PROBABILITIES -> weights[i] / Math.max(output[i], SMALLEST);
                case RATES -> weights[i] / Math.max(output[i], SMALLEST) - weight / total;
                case LOGITS -> weights[i] - probabilities[i] * weight;
            };
        }
        return derivatives;
    }

    private Form form(float[] output) {
        boolean rates = !logits;
        for (float value : output) {
            rates &= value >= 0 && value <= 1;
        }
        float sum = sum(output);
        if (rates && Math.abs(sum - 1) <= TOLERANCE) {
            return Form.PROBABILITIES;
        }
        return rates && sum > 0 ? Form.RATES : Form.LOGITS;
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
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
