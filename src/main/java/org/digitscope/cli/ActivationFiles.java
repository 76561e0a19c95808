package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.digitscope.files.AtomicFiles;
import org.digitscope.files.NpyFile;
import org.digitscope.image.DigitImage;
import org.digitscope.image.Picture;
import org.digitscope.image.PictureWriter;
import org.digitscope.json.Json;
import org.digitscope.network.Answer;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Inference;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.MapShape;
import org.digitscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What {@code activations} writes: a picture and an array of the input and of each layer, and {@code index.json} that
 * names them.
 */
final class ActivationFiles {
    private static final String INDEX = "index.json";
    private static final String INPUT = "input";
    private static final String PICTURE = ".png";
    private static final String ARRAY = ".npy";
    private static final int LONGEST_NAME = 60;

    private final DigitInput input;
    private final String model;
    private final List<LayerInfo> layers;
    private final Inference inference;

    /** @param model its name */
    ActivationFiles(DigitInput input, String model, List<LayerInfo> layers, Inference inference) {
        this.input = input;
        this.model = model;
        this.layers = layers;
        this.inference = inference;
    }

    /** All names, in the order in which they are written. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(INPUT + PICTURE, INPUT + ARRAY));
        for (int i = 0; i < layers.size(); i++) {
            names.add(baseName(i) + PICTURE);
            names.add(baseName(i) + ARRAY);
        }
        names.add(INDEX);
        return names;
    }

    /**
     * Each file whole or not at all; the one that names the others comes last.
     *
     * @param folder is there
     */
    void write(Path folder) throws IOException {
        DigitImage image = inference.image();
        PictureWriter.writePng(folder.resolve(INPUT + PICTURE), picture(image));
        NpyFile.write(folder.resolve(INPUT + ARRAY), List.of(DigitImage.SIZE, DigitImage.SIZE), image.pixels());
        for (int i = 0; i < layers.size(); i++) {
            FeatureMaps maps = inference.outputs().get(i);
            PictureWriter.writePng(folder.resolve(baseName(i) + PICTURE), MapTiles.of(maps));
            NpyFile.write(folder.resolve(baseName(i) + ARRAY), shape(maps.shape()), maps.values());
        }
        AtomicFiles.writeText(folder.resolve(INDEX), Json.writePretty(index()));
    }

    /** With the keys in the order that the command line promises. */
    private Map<String, @Nullable Object> index() {
        Answer answer = inference.answer();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", input.name());
        json.put("index", input.index());
        json.put("model", model);
        json.put("prediction", Integer.toString(answer.prediction()));
        json.put("confidence", Figures.rounded(answer.confidence()));
        json.put("digit", answer.isDigit());
        Map<String, @Nullable Object> image = files(INPUT);
        image.put("shape", List.of(DigitImage.SIZE, DigitImage.SIZE));
        range(image, inference.image().pixels());
        json.put("input", image);
        List<Object> entries = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            entries.add(entry(i));
        }
        json.put("layers", entries);
        return json;
    }

    /**
     * The same, and where the files are.
     *
     * @param out the folder, as it was given
     */
    Map<String, @Nullable Object> summary(String out) {
        Map<String, @Nullable Object> json = index();
        json.put("out", out);
        return json;
    }

    /** @param out the folder, as it was given */
    String toText(Texts texts, String out) {
        int prediction = inference.answer().prediction();
        return texts.get("activations.written", out, layers.size(), input.name(), input.index(), prediction, model);
    }

    private Map<String, @Nullable Object> entry(int at) {
        LayerInfo layer = layers.get(at);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("index", at);
        json.put("name", layer.name());
        json.put("kind", layer.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        layer.activation().ifPresent(function -> json.put("activation", function));
        json.put("inputs", layer.inputs().stream().map(this::source).toList());
        json.putAll(files(baseName(at)));
        json.put("shape", shape(layer.output()));
        range(json, inference.outputs().get(at).values());
        return json;
    }

    private String source(int layer) {
        return layer == LayerInfo.IMAGE ? INPUT : layers.get(layer).name();
    }

    private static Map<String, @Nullable Object> files(String baseName) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("picture", baseName + PICTURE);
        json.put("array", baseName + ARRAY);
        return json;
    }

    private static void range(Map<String, @Nullable Object> json, float[] values) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        json.put("min", JsonFloats.of(least));
        json.put("max", JsonFloats.of(most));
    }

    private static List<Integer> shape(MapShape shape) {
        return shape.isUnits() ? List.of(shape.maps()) : List.of(shape.maps(), shape.height(), shape.width());
    }

    /** As the window shows it: dark ink on paper. */
    private static Picture picture(DigitImage image) {
        byte[] levels = image.levels();
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (255 - (levels[i] & 0xFF));
        }
        return Picture.ofGrey(DigitImage.SIZE, DigitImage.SIZE, levels);
    }

    /** Like {@code 02-conv_2}: whatever a model calls its layers, every system takes it and it stays in the folder. */
    private String baseName(int at) {
        int digits = Math.max(2, Integer.toString(layers.size() - 1).length());
        String name = layers.get(at).name().replaceAll("[^A-Za-z0-9._-]", "_");
        String number = String.format(Locale.ROOT, "%0" + digits + "d", at);
        return number + "-" + name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
