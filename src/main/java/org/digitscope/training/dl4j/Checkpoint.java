package org.digitscope.training.dl4j;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.digitscope.files.AtomicFiles;
import org.digitscope.files.FileProblem;
import org.digitscope.json.Json;
import org.digitscope.json.JsonNode;
import org.digitscope.network.dl4j.ArrayFile;
import org.digitscope.network.dl4j.ModelWriter;
import org.digitscope.training.EpochMetrics;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The state of a training after an epoch: enough to go on as if nothing had happened.
 *
 * @param identity of the plan and the data; a checkpoint of another is not taken up
 * @param iterations steps done
 * @param metrics of the epochs done
 * @param parameters all weights
 * @param updaterState the optimizer's memory; empty if it has none
 * @param best the weights with the lowest validation loss so far, if the plan has patience
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are read once
record Checkpoint(
        String identity,
        int iterations,
        List<EpochMetrics> metrics,
        float[] parameters,
        float[] updaterState,
        Optional<float[]> best) {

    private static final String PROGRESS = "progress.json";
    private static final String PARAMETERS = "parameters.bin";
    private static final String UPDATER = "updater.bin";
    private static final String BEST = "best.bin";

    void write(Path file) throws IOException {
        Map<String, Object> progress = new LinkedHashMap<>();
        progress.put("identity", identity);
        progress.put("iterations", iterations);
        progress.put("epochs", metrics.isEmpty() ? 0 : metrics.get(0).epochs());
        progress.put("metrics", metrics.stream().map(EpochMetrics::toJson).toList());
        AtomicFiles.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            ModelWriter.put(zip, PROGRESS, Json.writePretty(progress).getBytes(StandardCharsets.UTF_8));
            ModelWriter.put(zip, PARAMETERS, bytes(parameters));
            ModelWriter.put(zip, UPDATER, bytes(updaterState));
            if (best.isPresent()) {
                ModelWriter.put(zip, BEST, bytes(best.get()));
            }
            zip.finish();
        });
    }

    /** @throws FileProblem if the file is no checkpoint */
    static Checkpoint read(Path file) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
            JsonNode progress = JsonNode.root(Json.parse(new String(entry(entries, PROGRESS), StandardCharsets.UTF_8)));
            int epochs = progress.get("epochs").asInt(0, Integer.MAX_VALUE);
            List<EpochMetrics> metrics = new ArrayList<>();
            for (JsonNode line : progress.get("metrics").items()) {
                metrics.add(metrics(line, epochs));
            }
            return new Checkpoint(
                    progress.get("identity").asString(),
                    progress.get("iterations").asInt(0, Integer.MAX_VALUE),
                    List.copyOf(metrics),
                    ArrayFile.read(entry(entries, PARAMETERS)),
                    floats(entry(entries, UPDATER)),
                    entries.containsKey(BEST) ? Optional.of(floats(entry(entries, BEST))) : Optional.empty());
        } catch (IOException | IllegalArgumentException e) {
            // Names in a zip that are no text come as the latter.
            throw FileProblem.causedBy(e, file, "training.checkpoint");
        }
    }

    private static EpochMetrics metrics(JsonNode line, int epochs) throws IOException {
        boolean validated = line.find("validationLoss").isPresent();
        return new EpochMetrics(
                line.get("epoch").asInt(1, Integer.MAX_VALUE),
                epochs,
                line.get("loss").asDouble(),
                validated ? line.get("validationLoss").asDouble() : Double.NaN,
                validated ? line.get("validationAccuracy").asDouble() : Double.NaN,
                line.get("learningRate").asDouble(),
                line.get("imagesPerSecond").asDouble(),
                line.get("millis").asLong());
    }

    private static byte[] entry(Map<String, byte[]> entries, String name) throws IOException {
        byte[] content = entries.get(name);
        if (content == null) {
            throw new IOException(name + " is missing");
        }
        return content;
    }

    private static byte[] bytes(float[] values) throws IOException {
        if (values.length == 0) {
            return new byte[0];
        }
        try (INDArray array = Nd4j.create(values, new long[] {1, values.length}, 'c')) {
            return ModelWriter.array(array);
        }
    }

    private static float[] floats(byte[] bytes) throws IOException {
        return bytes.length == 0 ? new float[0] : ArrayFile.read(bytes);
    }
}
