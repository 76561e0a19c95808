package org.digitscope.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.json.Json;
import org.digitscope.json.JsonNode;
import org.digitscope.json.JsonProblem;

/**
 * Everything that decides what a training gives, but for the seed's machine: the same plan, data, thread count and
 * native library give the same weights to the bit.
 *
 * @param name of the model
 * @param description one sentence
 * @param layers before the last, which is always dense with softmax over the ten digits
 * @param optimizer how weights follow gradients
 * @param learningRate over the course of the training
 * @param batchSize images a step
 * @param epochs passes over the data
 * @param labelSmoothing the share of each target that is spread over all classes, 0 to 1
 * @param validationShare the share of the training data that is held out, 0 to 0.5
 * @param patience epochs without a better validation loss after which training ends, absent to train all epochs
 * @param seed of the weights, the order and everything drawn by chance
 * @param data what to train on
 * @param augmentation how examples are varied
 * @param figures data sets to evaluate on at the end, for the card
 * @param json the plan's own text
 */
public record TrainingPlan(
        String name,
        String description,
        List<LayerPlan> layers,
        OptimizerPlan optimizer,
        LearningRate learningRate,
        int batchSize,
        int epochs,
        double labelSmoothing,
        double validationShare,
        Optional<Integer> patience,
        long seed,
        List<DataPlan> data,
        AugmentationPlan augmentation,
        List<String> figures,
        String json) {

    /** Reads a plan. @throws JsonProblem (or another IOException if it is no JSON) with the path of the wrong field */
    public static TrainingPlan parse(String text) throws IOException {
        JsonNode json = JsonNode.root(Json.parse(text));
        json.allowOnly(
                "name",
                "description",
                "layers",
                "optimizer",
                "learningRate",
                "batchSize",
                "epochs",
                "labelSmoothing",
                "validationShare",
                "patience",
                "seed",
                "dataSets",
                "augmentation",
                "figures");
        List<LayerPlan> layers = new ArrayList<>();
        for (JsonNode layer : json.get("layers").items()) {
            layers.add(LayerPlan.parse(layer));
        }
        var patience = json.find("patience");
        double validationShare = number(json, "validationShare", 0, 0, 0.5);
        if (patience.isPresent() && validationShare == 0) {
            throw patience.get().problem("needs a validationShare above 0");
        }
        return new TrainingPlan(
                json.get("name").asString(),
                json.find("description").isPresent() ? json.get("description").asString() : "",
                List.copyOf(layers),
                OptimizerPlan.parse(json.get("optimizer")),
                LearningRate.parse(json.get("learningRate")),
                json.get("batchSize").asInt(1, 4096),
                json.get("epochs").asInt(1, 10_000),
                number(json, "labelSmoothing", 0, 0, 0.5),
                validationShare,
                patience.isPresent() ? Optional.of(patience.get().asInt(1, 10_000)) : Optional.empty(),
                json.get("seed").asLong(),
                data(json.get("dataSets")),
                json.find("augmentation").isPresent()
                        ? AugmentationPlan.parse(json.get("augmentation"))
                        : AugmentationPlan.none(),
                json.find("figures").isPresent() ? texts(json.get("figures")) : List.of(),
                text);
    }

    /** The names of the data sets. */
    public List<String> dataSets() {
        return data.stream().map(DataPlan::set).toList();
    }

    /** 10, or 11 if the network is to know what is no digit. */
    public int classes() {
        return dataSets().contains(DataPlan.GENERATED_NON_DIGITS) ? 11 : 10;
    }

    /** True if images are trained on as they are, none more often than another. */
    public boolean isPlain() {
        return augmentation.equals(AugmentationPlan.none())
                && data.stream().allMatch(set -> set.repeat() == 1 && !set.isGenerated());
    }

    /** This plan with other data sets. */
    public TrainingPlan withDataSets(List<String> others) {
        return with(
                epochs,
                validationShare,
                patience,
                seed,
                others.stream().map(DataPlan::of).toList(),
                figures);
    }

    /** This plan with another seed. */
    public TrainingPlan withSeed(long other) {
        return with(epochs, validationShare, patience, other, data, figures);
    }

    /** This plan for so many epochs, without checks and figures: for measuring how fast it goes. */
    public TrainingPlan shortened(int fewEpochs) {
        return with(fewEpochs, 0, Optional.empty(), seed, data, List.of());
    }

    private TrainingPlan with(
            int someEpochs,
            double someShare,
            Optional<Integer> somePatience,
            long someSeed,
            List<DataPlan> someData,
            List<String> someFigures) {
        return new TrainingPlan(
                name,
                description,
                layers,
                optimizer,
                learningRate,
                batchSize,
                someEpochs,
                labelSmoothing,
                someShare,
                somePatience,
                someSeed,
                List.copyOf(someData),
                augmentation,
                someFigures,
                json);
    }

    static double number(JsonNode json, String name, double otherwise, double min, double max) throws JsonProblem {
        var field = json.find(name);
        return field.isPresent() ? field.get().asDouble(min, max) : otherwise;
    }

    private static List<DataPlan> data(JsonNode json) throws JsonProblem {
        List<DataPlan> plans = new ArrayList<>();
        for (JsonNode item : json.items()) {
            plans.add(DataPlan.parse(item));
        }
        return List.copyOf(plans);
    }

    private static List<String> texts(JsonNode json) throws JsonProblem {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : json.items()) {
            texts.add(item.asString());
        }
        return List.copyOf(texts);
    }
}
