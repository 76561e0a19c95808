package org.digitscope.training;

import org.digitscope.json.JsonNode;
import org.digitscope.json.JsonProblem;

/**
 * One source of examples.
 *
 * @param set as the command line names it, or {@link #GENERATED_DIGITS} or {@link #GENERATED_NON_DIGITS}
 * @param repeat how often each of its samples comes up in an epoch; for generated ones it is 1
 * @param count of generated examples in an epoch; 0 for others
 */
public record DataPlan(String set, int repeat, int count) {
    /** Digits in many styles that the program makes up. */
    public static final String GENERATED_DIGITS = "generated:digits";

    /** What is no digit, made up by the program. */
    public static final String GENERATED_NON_DIGITS = "generated:non-digits";

    private static final int MAX_COUNT = 10_000_000;

    /** A whole set, once. */
    public static DataPlan of(String set) {
        return new DataPlan(set, 1, 0);
    }

    public boolean isGenerated() {
        return set.equals(GENERATED_DIGITS) || set.equals(GENERATED_NON_DIGITS);
    }

    static DataPlan parse(JsonNode json) throws JsonProblem {
        if (json.raw() instanceof String set) {
            return of(set);
        }
        json.allowOnly("set", "repeat", "count");
        DataPlan plan = of(json.get("set").asString());
        if (plan.isGenerated()) {
            return new DataPlan(plan.set(), 1, json.get("count").asInt(1, MAX_COUNT));
        }
        var repeat = json.find("repeat");
        return repeat.isPresent() ? new DataPlan(plan.set(), repeat.get().asInt(1, 1000), 0) : plan;
    }
}
