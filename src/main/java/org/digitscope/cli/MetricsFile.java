package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.digitscope.files.AtomicFiles;
import org.digitscope.json.Json;
import org.digitscope.json.JsonNode;
import org.digitscope.training.EpochMetrics;

/** How each epoch of a training went, one JSON object a line. */
final class MetricsFile {
    private final Path file;
    private final SortedMap<Integer, String> lines = new TreeMap<>();

    private MetricsFile(Path file) {
        this.file = file;
    }

    /** @param resume whether the lines that are there belong to the same training */
    static MetricsFile open(Path file, boolean resume) {
        MetricsFile metrics = new MetricsFile(file);
        if (resume && Files.isRegularFile(file)) {
            try {
                for (String line : Files.readAllLines(file)) {
                    int epoch = JsonNode.root(Json.parse(line)).get("epoch").asInt(1, Integer.MAX_VALUE);
                    metrics.lines.put(epoch, line);
                }
            } catch (IOException e) {
                // Only a report: the checkpoint is what counts, and at the end it gives all lines anew.
                metrics.lines.clear();
            }
        }
        return metrics;
    }

    void add(EpochMetrics epoch) throws IOException {
        lines.tailMap(epoch.epoch()).clear();
        lines.put(epoch.epoch(), Json.write(epoch.toJson()));
        write();
    }

    void replaceBy(List<EpochMetrics> epochs) throws IOException {
        lines.clear();
        for (EpochMetrics epoch : epochs) {
            lines.put(epoch.epoch(), Json.write(epoch.toJson()));
        }
        write();
    }

    private void write() throws IOException {
        AtomicFiles.writeText(file, String.join("\n", lines.values()) + "\n");
    }
}
