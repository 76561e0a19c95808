package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.digitscope.catalog.ModelCard;
import org.digitscope.files.AtomicFiles;
import org.digitscope.files.FileProblem;
import org.digitscope.json.Json;
import org.digitscope.training.TrainingPlan;

/**
 * What a training writes.
 *
 * @param model the zip
 * @param card beside it
 * @param metrics one line an epoch
 * @param checkpoint while the training is not done; cross-validation has one more for each fold
 */
record TrainingFiles(Path model, Path card, Path metrics, Path checkpoint) {
    static final String ENDING = ".zip";

    /** @param model with the ending of a zip */
    static TrainingFiles of(Path model) {
        String name = baseName(model);
        return new TrainingFiles(
                model,
                model.resolveSibling(name + ".json"),
                model.resolveSibling(name + ".metrics.jsonl"),
                model.resolveSibling(model.getFileName() + ".checkpoint"));
    }

    /** @param fold from 1 */
    Path checkpoint(int fold) {
        return model.resolveSibling(model.getFileName() + ".fold" + fold + ".checkpoint");
    }

    /** A checkpoint that is there, of whatever network of the training. */
    Optional<Path> checkpointLeft() {
        return checkpoints().filter(Files::exists).findFirst();
    }

    private Stream<Path> checkpoints() {
        return Stream.concat(
                Stream.of(checkpoint),
                IntStream.rangeClosed(1, TrainingPlan.MAX_FOLDS).mapToObj(this::checkpoint));
    }

    /** The model's name: its file's without the ending. */
    String name() {
        return baseName(model);
    }

    /**
     * Another file by the card's name, such as the plan itself, is not to be lost.
     *
     * @throws FileProblem if there is one that is no card
     */
    void requireNoForeignCard() throws FileProblem {
        if (Files.exists(card) && !isCard()) {
            throw new FileProblem(card, "training.card-in-the-way");
        }
    }

    private boolean isCard() {
        try {
            return !ModelCard.parse(Files.readString(card)).sha256().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes model and card, and keeps the checkpoints. */
    void writeUnfinished(byte[] zip, ModelCard content) throws IOException {
        AtomicFiles.write(model, out -> out.write(zip));
        AtomicFiles.writeText(card, Json.writePretty(content.toJson()));
    }

    /** Writes model and card; the checkpoints go only when both are there. */
    void write(byte[] zip, ModelCard content) throws IOException {
        writeUnfinished(zip, content);
        for (Path left : checkpoints().toList()) {
            Files.deleteIfExists(left);
        }
    }

    /** The command that makes the same model again, without this machine's folders. */
    static String command(String plan, List<String> dataSets, long seed, int threads, Path out) {
        StringBuilder command = new StringBuilder("digitscope train --plan ").append(withoutFolder(plan));
        dataSets.forEach(set -> command.append(" --data ").append(withoutFolder(set)));
        return command.append(" --seed ")
                .append(seed)
                .append(" --threads ")
                .append(threads)
                .append(" --out ")
                .append(withoutFolder(out.toString()))
                .toString();
    }

    static String withoutFolder(String text) {
        return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
    }

    private static String baseName(Path model) {
        String file = String.valueOf(model.getFileName());
        return file.substring(0, file.length() - ENDING.length());
    }
}
