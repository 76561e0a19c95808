package org.digitscope.training;

import org.digitscope.data.augmentation.ImageAugmentation;
import org.digitscope.data.augmentation.InkAugmentation;
import org.digitscope.data.augmentation.ScanAugmentation;
import org.digitscope.image.InkRasterizer;
import org.digitscope.json.JsonNode;
import org.digitscope.json.JsonProblem;

/** How examples are varied: images in their pixels, ink in stroke space, and either as a small picture of it. */
public record AugmentationPlan(ImageAugmentation image, InkAugmentation ink, ScanAugmentation scan) {
    private static final String TWO_NUMBERS = "part.json-two-numbers";
    private static final int MIN_GRID_PX = 8;
    private static final int MAX_GRID_PX = 64;

    /** Nothing is varied. */
    public static AugmentationPlan none() {
        return new AugmentationPlan(ImageAugmentation.none(), InkAugmentation.none(), ScanAugmentation.none());
    }

    static AugmentationPlan parse(JsonNode json) throws JsonProblem {
        json.allowOnly("image", "ink", "scan");
        var image = json.find("image");
        var ink = json.find("ink");
        var scan = json.find("scan");
        return new AugmentationPlan(
                image.isPresent() ? image(image.get()) : ImageAugmentation.none(),
                ink.isPresent() ? ink(ink.get()) : InkAugmentation.none(),
                scan.isPresent() ? scan(scan.get()) : ScanAugmentation.none());
    }

    private static ImageAugmentation image(JsonNode json) throws JsonProblem {
        json.allowOnly(
                "rotationDegrees", "shear", "zoom", "shiftPx", "elasticPx", "thickness", "unvaried", "interpolation");
        return new ImageAugmentation(
                TrainingPlan.number(json, "rotationDegrees", 0, 0, 180),
                TrainingPlan.number(json, "shear", 0, 0, 1),
                TrainingPlan.number(json, "zoom", 0, 0, 1),
                TrainingPlan.number(json, "shiftPx", 0, 0, 14),
                TrainingPlan.number(json, "elasticPx", 0, 0, 5),
                TrainingPlan.number(json, "thickness", 0, 0, 1),
                TrainingPlan.number(json, "unvaried", 0, 0, 1),
                isCubic(json));
    }

    private static boolean isCubic(JsonNode json) throws JsonProblem {
        var field = json.find("interpolation");
        if (field.isEmpty()) {
            return false;
        }
        return switch (field.get().asString()) {
            case "bilinear" -> false;
            case "cubic" -> true;
            default -> throw field.get().problem("part.plan-interpolation");
        };
    }

    private static InkAugmentation ink(JsonNode json) throws JsonProblem {
        json.allowOnly(
                "rotationDegrees",
                "slant",
                "aspect",
                "bend",
                "jitter",
                "widthPx",
                "boxPx",
                "thinning",
                "joinStrokes",
                "dropStrokes");
        double[] width = range(json, "widthPx", InkRasterizer.DEFAULT_STROKE_WIDTH_PX, 0.5, 8);
        double[] box = range(json, "boxPx", InkRasterizer.DEFAULT_BOX_PX, 9, 28);
        return new InkAugmentation(
                TrainingPlan.number(json, "rotationDegrees", 0, 0, 180),
                TrainingPlan.number(json, "slant", 0, 0, 1),
                TrainingPlan.number(json, "aspect", 0, 0, 1),
                TrainingPlan.number(json, "bend", 0, 0, 0.5),
                TrainingPlan.number(json, "jitter", 0, 0, 0.5),
                width[0],
                width[1],
                box[0],
                box[1],
                TrainingPlan.number(json, "thinning", 0, 0, 0.9),
                TrainingPlan.number(json, "joinStrokes", 0, 0, 1),
                TrainingPlan.number(json, "dropStrokes", 0, 0, 1));
    }

    private static ScanAugmentation scan(JsonNode json) throws JsonProblem {
        json.allowOnly("share", "gridPx", "stretch", "binary");
        var grid = json.get("gridPx").items();
        if (grid.size() != 2) {
            throw json.get("gridPx").problem(TWO_NUMBERS);
        }
        int least = grid.get(0).asInt(MIN_GRID_PX, MAX_GRID_PX);
        return new ScanAugmentation(
                TrainingPlan.number(json, "share", 0, 0, 1),
                least,
                grid.get(1).asInt(least, MAX_GRID_PX),
                TrainingPlan.number(json, "stretch", 0, 0, 2),
                TrainingPlan.number(json, "binary", 0, 0, 1));
    }

    /** {@code [low, high]}, both included in {@code min} to {@code max}. */
    private static double[] range(JsonNode json, String name, double otherwise, double min, double max)
            throws JsonProblem {
        var field = json.find(name);
        if (field.isEmpty()) {
            return new double[] {otherwise, otherwise};
        }
        var ends = field.get().items();
        if (ends.size() != 2) {
            throw field.get().problem(TWO_NUMBERS);
        }
        double low = ends.get(0).asDouble(min, max);
        return new double[] {low, ends.get(1).asDouble(low, max)};
    }
}
