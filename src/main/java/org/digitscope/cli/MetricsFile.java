package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.digitscope.files.AtomicFiles;
import org.digitscope.json.Json;
import org.digitscope.json.JsonNode;
import org.digitscope.training.CrossValidation;
import org.digitscope.training.EpochMetrics;

/**
 * How each epoch of a training went, one JSON object a line. Cross-validation puts its folds first, each line with its
 * {@code fold}, then the network that is shipped, without one, and a line with the accuracies of the folds at the end.
 */
final class MetricsFile {
    /** In place of a fold: the network that is shipped. */
    static final int SHIPPED = Integer.MAX_VALUE;

    private final Path file;
    private final SortedMap<Integer, SortedMap<Integer, String>> lines = new TreeMap<>();
    private Optional<CrossValidation> crossValidation = Optional.empty();

    private MetricsFile(Path file) {
        this.file = file;
    }

    /** @param resume whether the lines that are there belong to the same training */
    static MetricsFile open(Path file, boolean resume) {
        MetricsFile metrics = new MetricsFile(file);
        if (resume && Files.isRegularFile(file)) {
            try {
                for (String line : Files.readAllLines(file)) {
                    metrics.take(line);
                }
            } catch (IOException e) {
                // Only a report: the checkpoint is what counts, and at the end it gives all lines anew.
                metrics.lines.clear();
            }
        }
        return metrics;
    }

    /** @param fold from 1, or {@link #SHIPPED} */
    void add(int fold, EpochMetrics epoch) throws IOException {
        of(fold).tailMap(epoch.epoch()).clear();
        of(fold).put(epoch.epoch(), line(fold, epoch));
        write();
    }

    /** @param fold from 1, or {@link #SHIPPED} */
    void replaceBy(int fold, List<EpochMetrics> epochs) throws IOException {
        of(fold).clear();
        for (EpochMetrics epoch : epochs) {
            of(fold).put(epoch.epoch(), line(fold, epoch));
        }
        write();
    }

    void add(CrossValidation result) throws IOException {
        crossValidation = Optional.of(result);
        write();
    }

    private void take(String line) throws IOException {
        JsonNode json = JsonNode.root(Json.parse(line));
        Optional<JsonNode> epoch = json.find("epoch");
        // The line of the whole cross-validation has none, and is written anew.
        if (epoch.isPresent()) {
            Optional<JsonNode> fold = json.find("fold");
            of(fold.isPresent() ? fold.get().asInt(1, SHIPPED - 1) : SHIPPED)
                    .put(epoch.get().asInt(1, Integer.MAX_VALUE), line);
        }
    }

    private SortedMap<Integer, String> of(int fold) {
        return lines.computeIfAbsent(fold, any -> new TreeMap<>());
    }

    private static String line(int fold, EpochMetrics epoch) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        if (fold != SHIPPED) {
            json.put("fold", fold);
        }
        json.putAll(epoch.toJson());
        return Json.write(json);
    }

    private void write() throws IOException {
        List<String> all = new ArrayList<>();
        lines.values().forEach(ofFold -> all.addAll(ofFold.values()));
        if (crossValidation.isPresent()) {
            all.add(Json.write(crossValidation.get().toJson()));
        }
        AtomicFiles.writeText(file, String.join("\n", all) + "\n");
    }
}
