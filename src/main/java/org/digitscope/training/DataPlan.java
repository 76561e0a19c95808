package org.digitscope.training;

import org.digitscope.json.JsonNode;
import org.digitscope.json.JsonProblem;

/**
 * One source of examples.
 *
 * @param set as the command line names it, or {@link #GENERATED_DIGITS} or {@link #GENERATED_NON_DIGITS}
 * @param repeat how often each of its samples comes up in an epoch; for generated ones it is 1
 * @param share of its samples that are used at all, above 0 to 1; which ones, the plan's seed decides, once for all epochs
 * @param count of generated examples in an epoch; 0 for others
 */
public record DataPlan(String set, int repeat, double share, int count) {
    /** Digits in many styles that the program makes up. */
    public static final String GENERATED_DIGITS = "generated:digits";

    /** What is no digit, made up by the program. */
    public static final String GENERATED_NON_DIGITS = "generated:non-digits";

    private static final double MIN_SHARE = 1e-6;
    private static final int MAX_COUNT = 10_000_000;

    /** A whole set, once. */
    public static DataPlan of(String set) {
        return new DataPlan(set, 1, 1, 0);
    }

    public boolean isGenerated() {
        return set.equals(GENERATED_DIGITS) || set.equals(GENERATED_NON_DIGITS);
    }

    static DataPlan parse(JsonNode json) throws JsonProblem {
        boolean named = json.raw() instanceof String;
        DataPlan plan = of(named ? json.asString() : json.get("set").asString());
        if (plan.isGenerated()) {
            if (named) {
                throw json.problem("part.plan-count", "{\"set\": \"" + plan.set() + "\", \"count\": …}");
            }
            json.allowOnly("set", "count");
            return new DataPlan(plan.set(), 1, 1, json.get("count").asInt(1, MAX_COUNT));
        }
        if (named) {
            return plan;
        }
        json.allowOnly("set", "repeat", "share");
        var repeat = json.find("repeat");
        return new DataPlan(
                plan.set(),
                repeat.isPresent() ? repeat.get().asInt(1, 1000) : 1,
                TrainingPlan.number(json, "share", 1, MIN_SHARE, 1),
                0);
    }
}
