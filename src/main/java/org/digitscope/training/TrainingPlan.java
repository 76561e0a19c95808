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
 * <p>With {@code crossValidation} = k, the data are cut into k folds, by writer where writers are known and by sample
 * elsewhere. Network i of k is trained on all folds but the i-th and checked on that one; the figures are the accuracy of
 * each and their mean and standard deviation. The network that is shipped comes last and is trained on everything, so
 * that nothing is held out for it: it is neither calibrated nor can it have patience.
 *
 * @param name of the model
 * @param description one sentence
 * @param layers before the last, which is always dense with softmax over the ten digits
 * @param optimizer how weights follow gradients
 * @param learningRate over the course of the training
 * @param batchSize images a step
 * @param epochs passes over the data
 * @param labelSmoothing the share of each target that is spread over all classes, 0 to 1
 * @param loss what is made small
 * @param validationShare the share of the training data that is held out, 0 to 0.5
 * @param crossValidation the number of folds, 2 to 20; absent without, and never together with a validation share
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
        Loss loss,
        double validationShare,
        Optional<Integer> crossValidation,
        Optional<Integer> patience,
        long seed,
        List<DataPlan> data,
        AugmentationPlan augmentation,
        List<String> figures,
        String json) {
    /** The largest number of folds. */
    public static final int MAX_FOLDS = 20;

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
                "loss",
                "validationShare",
                "crossValidation",
                "patience",
                "seed",
                "dataSets",
                "augmentation",
                "figures");
        List<LayerPlan> layers = LayerParser.parse(json.get("layers"));
        var crossValidation = json.find("crossValidation");
        if (crossValidation.isPresent() && json.find("validationShare").isPresent()) {
            throw crossValidation.get().problem("part.plan-validation-twice");
        }
        var patience = json.find("patience");
        double validationShare = number(json, "validationShare", 0, 0, 0.5);
        if (patience.isPresent() && validationShare == 0) {
            throw patience.get().problem("part.plan-patience");
        }
        return new TrainingPlan(
                json.get("name").asString(),
                json.find("description").isPresent() ? json.get("description").asString() : "",
                layers,
                OptimizerPlan.parse(json.get("optimizer")),
                LearningRate.parse(json.get("learningRate")),
                json.get("batchSize").asInt(1, 4096),
                json.get("epochs").asInt(1, 10_000),
                number(json, "labelSmoothing", 0, 0, 0.5),
                json.find("loss").isPresent() ? Loss.parse(json.get("loss")) : Loss.CROSS_ENTROPY,
                validationShare,
                crossValidation.isPresent() ? Optional.of(crossValidation.get().asInt(2, MAX_FOLDS)) : Optional.empty(),
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
                crossValidation,
                patience,
                seed,
                others.stream().map(DataPlan::of).toList(),
                figures);
    }

    /** This plan with another seed. */
    public TrainingPlan withSeed(long other) {
        return with(epochs, validationShare, crossValidation, patience, other, data, figures);
    }

    /** This plan for so many epochs, without checks and figures: for measuring how fast it goes. */
    public TrainingPlan shortened(int fewEpochs) {
        return with(fewEpochs, 0, Optional.empty(), Optional.empty(), seed, data, List.of());
    }

    private TrainingPlan with(
            int someEpochs,
            double someShare,
            Optional<Integer> someFolds,
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
                loss,
                someShare,
                someFolds,
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
