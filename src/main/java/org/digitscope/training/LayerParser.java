package org.digitscope.training;

import java.util.ArrayList;
import java.util.List;
import org.digitscope.json.JsonNode;
import org.digitscope.json.JsonProblem;

/** Reads a plan's layers and follows the shape of what goes through them, so that what does not fit can be named. */
final class LayerParser {
    /** As many weights as a model may have that is to be loaded again: 256 MB. */
    private static final long MAX_WEIGHTS = 64_000_000;

    private Shape shape = Shape.IMAGE;
    private long weights;

    private LayerParser() {}

    /** @throws JsonProblem with the path of the wrong field, {@code layers[3].layers[1].filters} in a block */
    static List<LayerPlan> parse(JsonNode json) throws JsonProblem {
        LayerParser parser = new LayerParser();
        List<LayerPlan> layers = new ArrayList<>();
        for (JsonNode layer : json.items()) {
            layers.add(parser.layer(layer));
        }
        return List.copyOf(layers);
    }

    private LayerPlan layer(JsonNode json) throws JsonProblem {
        String type = json.get("type").asString();
        LayerPlan plan = switch (type) {
            case "convolution" -> convolution(json);
            case "max-pooling", "average-pooling" -> pooling(json, type.equals("max-pooling"));
            case "batch-normalisation" -> batchNormalisation(json);
            case "activation" -> {
                json.allowOnly("type", "activation");
                yield new LayerPlan.Activation(activation(json));
            }
            case "dropout" -> {
                json.allowOnly("type", "rate");
                yield new LayerPlan.Dropout(json.get("rate").asDouble(0, 0.95));
            }
            case "dense" -> dense(json);
            case "global-average-pooling" -> globalAveragePooling(json);
            case "residual" -> residual(json);
            default -> throw json.get("type").problem("part.plan-layer");
        };
        if (weights > MAX_WEIGHTS) {
            throw json.problem("part.plan-too-large", MAX_WEIGHTS);
        }
        return plan;
    }

    private LayerPlan.Convolution convolution(JsonNode json) throws JsonProblem {
        json.allowOnly("type", "filters", "kernel", "stride", "padding", "activation");
        var plan = new LayerPlan.Convolution(
                json.get("filters").asInt(1, 1024),
                json.get("kernel").asInt(1, 28),
                number(json, "stride", 1, 1, 28),
                number(json, "padding", 0, 0, 14),
                activation(json));
        requireWindow(json, plan.kernel(), plan.padding());
        weights += (long) plan.filters() * (shape.maps() * plan.kernel() * plan.kernel() + 1);
        shape = shape.slid(plan.filters(), plan.kernel(), plan.stride(), plan.padding());
        return plan;
    }

    private LayerPlan.Pooling pooling(JsonNode json, boolean max) throws JsonProblem {
        json.allowOnly("type", "kernel", "stride");
        int kernel = json.get("kernel").asInt(1, 28);
        int stride = number(json, "stride", kernel, 1, 28);
        requireWindow(json, kernel, 0);
        shape = shape.slid(shape.maps(), kernel, stride, 0);
        return new LayerPlan.Pooling(max, kernel, stride);
    }

    private LayerPlan.BatchNormalisation batchNormalisation(JsonNode json) throws JsonProblem {
        json.allowOnly("type");
        weights += 4L * shape.maps();
        return new LayerPlan.BatchNormalisation();
    }

    private LayerPlan.Dense dense(JsonNode json) throws JsonProblem {
        json.allowOnly("type", "units", "activation");
        var plan = new LayerPlan.Dense(json.get("units").asInt(1, 4096), activation(json));
        weights += plan.units() * (shape.size() + 1);
        shape = Shape.flat(plan.units());
        return plan;
    }

    private LayerPlan.GlobalAveragePooling globalAveragePooling(JsonNode json) throws JsonProblem {
        json.allowOnly("type");
        requireMaps(json);
        shape = Shape.flat(shape.maps());
        return new LayerPlan.GlobalAveragePooling();
    }

    private LayerPlan.Residual residual(JsonNode json) throws JsonProblem {
        json.allowOnly("type", "layers", "activation");
        requireMaps(json);
        Shape before = shape;
        List<LayerPlan> layers = new ArrayList<>();
        int stride = 1;
        for (JsonNode item : json.get("layers").items()) {
            LayerPlan layer = inBlock(item, layers);
            stride *= layer instanceof LayerPlan.Convolution convolution ? convolution.stride() : 1;
            layers.add(layer);
        }
        if (layers.stream().noneMatch(LayerPlan.Convolution.class::isInstance)) {
            throw json.get("layers").problem("part.plan-block-convolution");
        }
        List<LayerPlan> shortcut = new ArrayList<>();
        if (stride != 1 || shape.maps() != before.maps()) {
            shortcut.add(new LayerPlan.Convolution(shape.maps(), 1, stride, 0, "identity"));
            weights += (long) shape.maps() * (before.maps() + 1);
            if (layers.stream().anyMatch(LayerPlan.BatchNormalisation.class::isInstance)) {
                shortcut.add(new LayerPlan.BatchNormalisation());
                weights += 4L * shape.maps();
            }
        }
        return new LayerPlan.Residual(layers, shortcut, activation(json));
    }

    /** @param earlier the layers of the block before this one */
    private LayerPlan inBlock(JsonNode json, List<LayerPlan> earlier) throws JsonProblem {
        String type = json.get("type").asString();
        switch (type) {
            case "convolution", "batch-normalisation", "activation", "dropout" -> {}
            case "residual" -> throw json.get("type").problem("part.plan-block-nested");
            default -> throw json.get("type").problem("part.plan-block-layer");
        }
        Shape before = shape;
        LayerPlan layer = layer(json);
        if (layer instanceof LayerPlan.Convolution convolution) {
            requireSameSize(json, convolution, before);
        }
        // Deeplearning4j applies it in place, to the very maps that the shortcut hands on.
        if (layer instanceof LayerPlan.Activation && earlier.stream().allMatch(LayerPlan.Dropout.class::isInstance)) {
            throw json.get("type").problem("part.plan-block-activation");
        }
        return layer;
    }

    /** As large as what a 1×1 kernel with the same stride makes, which is what the shortcut has. */
    private void requireSameSize(JsonNode json, LayerPlan.Convolution plan, Shape before) throws JsonProblem {
        Shape wanted = before.slid(plan.filters(), 1, plan.stride(), 0);
        if (shape.equals(wanted)) {
            return;
        }
        for (int padding = 0; padding < plan.kernel(); padding++) {
            if (before.slid(plan.filters(), plan.kernel(), plan.stride(), padding)
                    .equals(wanted)) {
                throw new JsonProblem(
                        json.path() + ".padding",
                        "part.plan-block-padding",
                        padding,
                        shape.toString(),
                        wanted.toString());
            }
        }
        throw json.get("kernel").problem("part.plan-block-kernel");
    }

    private void requireWindow(JsonNode json, int kernel, int padding) throws JsonProblem {
        requireMaps(json);
        if (kernel > Math.min(shape.height(), shape.width()) + 2 * padding) {
            throw json.get("kernel").problem("part.plan-kernel", shape.toString());
        }
    }

    private void requireMaps(JsonNode json) throws JsonProblem {
        if (shape.flat()) {
            throw json.problem("part.plan-needs-maps");
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
        if (!LayerPlan.ACTIVATIONS.contains(name)) {
            throw field.get().problem("part.plan-function", String.join(", ", LayerPlan.ACTIVATIONS));
        }
        return name;
    }
}
