package org.digitscope.training;

import org.digitscope.json.JsonNode;
import org.digitscope.json.JsonProblem;

/**
 * The learning rate over the course of a training.
 *
 * @param schedule its shape
 * @param rate the (highest) rate
 * @param factor for {@link Schedule#STEP}: what the rate is multiplied by at each step
 * @param everyEpochs for {@link Schedule#STEP}: epochs from one step to the next
 * @param warmUp for {@link Schedule#ONE_CYCLE}: the share of the training in which the rate rises, 0 to 1
 */
public record LearningRate(Schedule schedule, double rate, double factor, int everyEpochs, double warmUp) {

    /** The shapes that a plan may name. */
    public enum Schedule {
        /** The same rate throughout. */
        CONSTANT,
        /** Multiplied by a factor every few epochs. */
        STEP,
        /** Half a cosine from the rate down to zero (Loshchilov, Hutter, <i>SGDR</i>, 2017). */
        COSINE,
        /** A cosine up from a 25th of the rate, then a cosine down to a ten-thousandth of that (Smith, Topin, 2019). */
        ONE_CYCLE
    }

    private static final double START = 1 / 25.0;
    private static final double END = 1e-4;

    /**
     * @param step steps done, from 0
     * @param steps in the whole training
     * @param stepsPerEpoch steps in one epoch
     */
    public double at(int step, int steps, int stepsPerEpoch) {
        double done = steps <= 1 ? 0 : step / (double) (steps - 1);
        return switch (schedule) {
            case CONSTANT -> rate;
            case STEP -> rate * StrictMath.pow(factor, step / stepsPerEpoch / everyEpochs);
            case COSINE -> between(rate, 0, done);
            case ONE_CYCLE ->
                done < warmUp
                        ? between(rate * START, rate, done / warmUp)
                        : between(rate, rate * START * END, (done - warmUp) / (1 - warmUp));
        };
    }

    private static double between(double from, double to, double share) {
        return to + (from - to) * (1 + StrictMath.cos(StrictMath.PI * share)) / 2;
    }

    static LearningRate parse(JsonNode json) throws JsonProblem {
        json.allowOnly("schedule", "rate", "factor", "everyEpochs", "warmUp");
        Schedule schedule = switch (json.get("schedule").asString()) {
            case "constant" -> Schedule.CONSTANT;
            case "step" -> Schedule.STEP;
            case "cosine" -> Schedule.COSINE;
            case "one-cycle" -> Schedule.ONE_CYCLE;
            default -> throw json.get("schedule").problem("part.plan-schedule");
        };
        var every = json.find("everyEpochs");
        return new LearningRate(
                schedule,
                json.get("rate").asDouble(1e-8, 10),
                TrainingPlan.number(json, "factor", 0.1, 1e-6, 1),
                every.isPresent() ? every.get().asInt(1, 10_000) : 1,
                TrainingPlan.number(json, "warmUp", 0.3, 0, 0.99));
    }
}
