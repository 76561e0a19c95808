package org.digitscope.training;

import java.util.List;
import org.digitscope.json.JsonNode;
import org.digitscope.json.JsonProblem;

/** One layer of a network to be trained. */
public sealed interface LayerPlan {

    /**
     * Kernels that slide over all maps.
     *
     * @param filters the number of output maps
     * @param kernel its side, in pixels
     * @param stride pixels from one window to the next
     * @param padding rows and columns of zeros on each side
     * @param activation name of the function at its end, {@code identity} for none
     */
    record Convolution(int filters, int kernel, int stride, int padding, String activation) implements LayerPlan {}

    /** The largest ({@code max}) or the mean of each window. */
    record Pooling(boolean max, int kernel, int stride) implements LayerPlan {}

    /** Each map's values brought to mean 0 and variance 1 over the batch, then scaled and shifted as learned. */
    record BatchNormalisation() implements LayerPlan {}

    /** A function applied to each value. */
    record Activation(String function) implements LayerPlan {}

    /** @param rate the share of values that are set to zero in training, 0 to 1 exclusive */
    record Dropout(double rate) implements LayerPlan {}

    /** Every unit sees every value before. */
    record Dense(int units, String activation) implements LayerPlan {}

    /** The mean of each map. */
    record GlobalAveragePooling() implements LayerPlan {}

    /** The functions that a plan may name. */
    List<String> ACTIVATIONS = List.of(
            "identity",
            "relu",
            "leakyrelu",
            "sigmoid",
            "tanh",
            "elu",
            "selu",
            "gelu",
            "swish",
            "mish",
            "softplus",
            "hardsigmoid",
            "relu6");

    /** @throws JsonProblem with the path of the wrong field */
    static LayerPlan parse(JsonNode json) throws JsonProblem {
        String type = json.get("type").asString();
        switch (type) {
            case "convolution":
                json.allowOnly("type", "filters", "kernel", "stride", "padding", "activation");
                return new Convolution(
                        json.get("filters").asInt(1, 1024),
                        json.get("kernel").asInt(1, 28),
                        number(json, "stride", 1, 1, 28),
                        number(json, "padding", 0, 0, 14),
                        activation(json));
            case "max-pooling", "average-pooling":
                json.allowOnly("type", "kernel", "stride");
                int kernel = json.get("kernel").asInt(1, 28);
                return new Pooling(type.equals("max-pooling"), kernel, number(json, "stride", kernel, 1, 28));
            case "batch-normalisation":
                json.allowOnly("type");
                return new BatchNormalisation();
            case "activation":
                json.allowOnly("type", "activation");
                return new Activation(activation(json));
            case "dropout":
                json.allowOnly("type", "rate");
                return new Dropout(json.get("rate").asDouble(0, 0.95));
            case "dense":
                json.allowOnly("type", "units", "activation");
                return new Dense(json.get("units").asInt(1, 4096), activation(json));
            case "global-average-pooling":
                json.allowOnly("type");
                return new GlobalAveragePooling();
            default:
                throw json.get("type")
                        .problem("must be convolution, max-pooling, average-pooling, batch-normalisation, activation,"
                                + " dropout, dense or global-average-pooling");
        }
    }

    private static int number(JsonNode json, String name, int otherwise, int min, int max) throws JsonProblem {
        var field = json.find(name);
        return field.isPresent() ? field.get().asInt(min, max) : otherwise;
    }

    private static String activation(JsonNode json) throws JsonProblem {
        var field = json.find("activation");
        if (field.isEmpty()) {
            return "identity";
        }
        String name = field.get().asString();
        if (!ACTIVATIONS.contains(name)) {
            throw field.get().problem("must be one of " + String.join(", ", ACTIVATIONS));
        }
        return name;
    }
}
