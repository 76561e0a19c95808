package org.digitscope.evaluation;

import java.util.List;
import org.digitscope.network.Answer;
import org.digitscope.network.Readout;

/** Fits a model's readout on examples that it was not trained on. */
public final class Calibration {
    private static final double LOWEST = 0.2;
    private static final double HIGHEST = 5;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int STEPS = 40;

    private Calibration() {}

    /**
     * The temperature with the lowest cross-entropy, by golden-section search (Guo et al., 2017, section 4.2).
     *
     * @param answers of a network with {@link Readout#plain()}
     * @param labels 0 to 9, one an answer
     */
    public static double temperature(List<Answer> answers, List<Integer> labels) {
        double low = Math.log(LOWEST);
        double high = Math.log(HIGHEST);
        for (int step = 0; step < STEPS; step++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (loss(answers, labels, Math.exp(left)) < loss(answers, labels, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return Math.exp((low + high) / 2);
    }

    /**
     * The threshold that refuses at most a share of digits.
     *
     * @param answers to digits, read with the temperature that will be used
     * @param share 0 to 1
     */
    public static double threshold(List<Answer> answers, double share) {
        double[] scores =
                answers.stream().mapToDouble(Answer::digitScore).sorted().toArray();
        return scores.length == 0 ? 0 : scores[Math.min(scores.length - 1, (int) (share * scores.length))];
    }

    private static double loss(List<Answer> answers, List<Integer> labels, double temperature) {
        Readout readout = new Readout(temperature, 0);
        double sum = 0;
        for (int i = 0; i < answers.size(); i++) {
            float[] calibrated =
                    readout.read(answers.get(i).probabilities(), false).probabilities();
            sum -= Math.log(Math.max(calibrated[labels.get(i)], 1e-30));
        }
        return sum;
    }
}
