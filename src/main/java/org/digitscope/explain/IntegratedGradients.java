package org.digitscope.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.digitscope.network.DigitNetwork;

/**
 * x · ∫ ∂S/∂x(t·x) dt over t from 0 to 1, for the explained sum S (Sundararajan, Taly, Yan, <i>Axiomatic attribution for
 * deep networks</i>, 2017, equation 1, from a blank image).
 *
 * <p>The values must add up to S(x) − S(blank) (completeness). Each step of the way counts with the gradient at its
 * middle, and S at its ends tells how far that is off. There are 50 equal steps first; then those that are off most are
 * halved, for that is where units switch on or off, until the sum is within 1 % of the difference, or within 0.001, which
 * changes odds by 0.1 %; at most 800 steps.
 */
final class IntegratedGradients extends SlicedExplanation {
    private static final int EQUAL_STEPS = 50;
    private static final int MOST_STEPS = 800;
    private static final int STEPS_AT_ONCE = 2;
    private static final double TOLERANCE = 0.01;
    private static final double SMALLEST_TOLERANCE = 0.001;

    /** Of the progress; most maps need few steps more. */
    private static final double SHARE_OF_EQUAL_STEPS = 0.9;

    private final float[] image;
    private final PriorityQueue<Step> steps =
            new PriorityQueue<>(Comparator.comparingDouble(step -> -Math.abs(step.error)));
    /** Without their gradients yet. */
    private List<Span> begun = List.of();

    private double difference;

    IntegratedGradients(Question question, float[] image) {
        super(question);
        this.image = image;
    }

    /** A part of the way, with S at its ends. */
    private record Span(double from, double to, double sumFrom, double sumTo) {
        double length() {
            return to - from;
        }

        double middle() {
            return (from + to) / 2;
        }
    }

    /**
     * @param gradient at the middle
     * @param error what the gradient's share lacks of the change of S
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares steps
    private record Step(Span span, float[] gradient, double error) {}

    @Override
    double share() {
        return steps.size() <= EQUAL_STEPS
                ? SHARE_OF_EQUAL_STEPS * steps.size() / EQUAL_STEPS
                : SHARE_OF_EQUAL_STEPS
                        + (1 - SHARE_OF_EQUAL_STEPS) * (steps.size() - EQUAL_STEPS) / (MOST_STEPS - EQUAL_STEPS);
    }

    @Override
    Optional<Relevance> slice(DigitNetwork network) {
        if (begun.isEmpty()) {
            begun = steps.size() < EQUAL_STEPS ? equalSpans(network) : halves(network);
            return Optional.empty();
        }
        takeSome(network);
        if (!begun.isEmpty() || steps.size() < EQUAL_STEPS) {
            return Optional.empty();
        }
        return addsUp() || steps.size() >= MOST_STEPS ? relevance(values()) : Optional.empty();
    }

    private List<Span> equalSpans(DigitNetwork network) {
        int first = steps.size();
        int end = Math.min(EQUAL_STEPS, first + STEPS_AT_ONCE);
        List<float[]> images = new ArrayList<>();
        for (int i = first; i <= end; i++) {
            images.add(at((double) i / EQUAL_STEPS));
        }
        List<float[]> logits = network.logits(images);
        List<Span> spans = new ArrayList<>();
        for (int i = first; i < end; i++) {
            double sumFrom = sum(logits.get(i - first));
            double sumTo = sum(logits.get(i - first + 1));
            spans.add(new Span((double) i / EQUAL_STEPS, (double) (i + 1) / EQUAL_STEPS, sumFrom, sumTo));
            difference += sumTo - sumFrom;
        }
        return spans;
    }

    private List<Span> halves(DigitNetwork network) {
        List<Span> worst = new ArrayList<>();
        while (worst.size() < STEPS_AT_ONCE / 2) {
            worst.add(steps.remove().span);
        }
        List<float[]> logits =
                network.logits(worst.stream().map(span -> at(span.middle())).toList());
        List<Span> halves = new ArrayList<>();
        for (Span span : worst) {
            double sum = sum(logits.get(halves.size() / 2));
            halves.add(new Span(span.from, span.middle(), span.sumFrom, sum));
            halves.add(new Span(span.middle(), span.to, sum, span.sumTo));
        }
        return halves;
    }

    private void takeSome(DigitNetwork network) {
        int some = Math.min(begun.size(), Portion.forGradients(network.layers(), STEPS_AT_ONCE));
        Optional<List<float[]>> gradients = gradients(
                network,
                () -> begun.subList(0, some).stream()
                        .map(span -> at(span.middle()))
                        .toList());
        gradients.ifPresent(found -> {
            take(begun.subList(0, found.size()), found);
            begun = begun.subList(found.size(), begun.size());
        });
    }

    private void take(List<Span> spans, List<float[]> gradients) {
        for (int i = 0; i < gradients.size(); i++) {
            Span span = spans.get(i);
            double slope = 0;
            for (int pixel = 0; pixel < image.length; pixel++) {
                slope += (double) image[pixel] * gradients.get(i)[pixel];
            }
            steps.add(new Step(span, gradients.get(i), span.sumTo - span.sumFrom - slope * span.length()));
        }
    }

    private boolean addsUp() {
        double error = 0;
        for (Step step : steps) {
            error += step.error;
        }
        return !(Math.abs(error) > Math.max(TOLERANCE * Math.abs(difference), SMALLEST_TOLERANCE));
    }

    private double[] values() {
        double[] values = new double[image.length];
        for (Step step : steps) {
            for (int i = 0; i < values.length; i++) {
                values[i] += image[i] * step.gradient[i] * step.span.length();
            }
        }
        return values;
    }

    private float[] at(double share) {
        float[] scaled = new float[image.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (share * image[i]);
        }
        return scaled;
    }
}
