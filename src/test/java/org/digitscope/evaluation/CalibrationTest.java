package org.digitscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.digitscope.network.Answer;
import org.digitscope.network.Readout;
import org.junit.jupiter.api.Test;

final class CalibrationTest {
    private final List<Answer> answers = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    @Test
    void findsTheTemperatureOfOverconfidentAnswers() {
        answerWithTemperature(0.5);

        // Labels were drawn from the true probabilities; the answers are those with half the temperature.
        assertThat(Calibration.temperature(answers, labels)).isCloseTo(2, within(0.1));
    }

    @Test
    void findsTheTemperatureOfTimidAnswers() {
        answerWithTemperature(2);

        assertThat(Calibration.temperature(answers, labels)).isCloseTo(0.5, within(0.03));
    }

    @Test
    void leavesHonestAnswersAlone() {
        answerWithTemperature(1);

        assertThat(Calibration.temperature(answers, labels)).isCloseTo(1, within(0.05));
    }

    @Test
    void calibratedAnswersHaveASmallerCalibrationError() {
        answerWithTemperature(0.5);
        Readout calibrated = new Readout(Calibration.temperature(answers, labels), 0);
        Reliability before = new Reliability();
        Reliability after = new Reliability();
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            boolean right = answer.prediction() == labels.get(i);
            before.add(answer.confidence(), right);
            after.add(calibrated.read(answer.probabilities(), false).confidence(), right);
        }

        assertThat(before.expectedCalibrationError()).isGreaterThan(0.1);
        assertThat(after.expectedCalibrationError()).isLessThan(0.03);
    }

    @Test
    void theThresholdRefusesAtMostItsShare() {
        for (int i = 0; i < 100; i++) {
            answers.add(new Answer(new float[10], i / 100.0, true));
        }

        assertThat(Calibration.threshold(answers, 0.05)).isEqualTo(0.05);
        assertThat(Calibration.threshold(answers, 0)).isZero();
        assertThat(Calibration.threshold(answers, 1)).isEqualTo(0.99);
        assertThat(Calibration.threshold(List.of(), 0.1)).isZero();
    }

    /** 4000 answers whose labels follow the probabilities at temperature 1. */
    private void answerWithTemperature(double temperature) {
        Random random = new Random(2);
        for (int i = 0; i < 4000; i++) {
            float[] honest = new float[10];
            double sum = 0;
            for (int digit = 0; digit < 10; digit++) {
                honest[digit] = (float) Math.exp(2 * random.nextGaussian());
                sum += honest[digit];
            }
            double place = random.nextDouble() * sum;
            int label = 0;
            for (double seen = honest[0]; seen < place && label < 9; seen += honest[label]) {
                label++;
            }
            for (int digit = 0; digit < 10; digit++) {
                honest[digit] /= (float) sum;
            }
            labels.add(label);
            answers.add(new Readout(temperature, 0).read(honest, false));
        }
    }
}
