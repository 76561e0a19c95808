package org.digitscope.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cuts samples into folds of about the same size, for cross-validation. */
public final class Folds {
    private Folds() {}

    /**
     * The fold of each sample, from 1. All samples of a writer are in one fold; with fewer than two writers, samples are
     * dealt out singly. Decided by the seed.
     *
     * @param writers of the samples; any one name where it is not known
     */
    public static int[] of(List<String> writers, int folds, long seed) {
        return parts(writers) == writers.size()
                ? bySample(writers.size(), folds, seed)
                : byWriter(writers, folds, seed);
    }

    /** What can be dealt out: writers if there are at least two, else samples; no fewer than folds are needed. */
    public static int parts(List<String> writers) {
        int distinct = (int) writers.stream().distinct().count();
        return distinct < 2 ? writers.size() : distinct;
    }

    private static int[] bySample(int samples, int folds, long seed) {
        int[] order = TrainingSet.shuffled(samples, seed);
        int[] result = new int[samples];
        for (int i = 0; i < samples; i++) {
            result[order[i]] = i % folds + 1;
        }
        return result;
    }

    /** Writers in an order of chance, each to the fold that is smallest so far. */
    private static int[] byWriter(List<String> writers, int folds, long seed) {
        Map<String, Integer> counts = new HashMap<>();
        writers.forEach(writer -> counts.merge(writer, 1, Integer::sum));
        List<String> distinct = writers.stream().distinct().toList();
        Map<String, Integer> foldOf = new HashMap<>();
        int[] sizes = new int[folds];
        for (int i : TrainingSet.shuffled(distinct.size(), seed)) {
            int smallest = 0;
            for (int fold = 1; fold < folds; fold++) {
                smallest = sizes[fold] < sizes[smallest] ? fold : smallest;
            }
            sizes[smallest] += counts.getOrDefault(distinct.get(i), 0);
            foldOf.put(distinct.get(i), smallest + 1);
        }
        return writers.stream()
                .mapToInt(writer -> foldOf.getOrDefault(writer, 1))
                .toArray();
    }
}
