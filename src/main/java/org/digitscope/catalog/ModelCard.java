package org.digitscope.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.digitscope.json.Json;
import org.digitscope.json.JsonNode;
import org.digitscope.network.Readout;

/**
 * What a model is, what it was made of and how good it is (after Mitchell et al., <i>Model cards for model
 * reporting</i>, 2019).
 *
 * @param name by which it is chosen
 * @param description one sentence
 * @param architecture one line a layer
 * @param parameterCount weights and biases; 0 if unknown
 * @param data what it was trained on, with licences
 * @param seed of the training, absent if unknown
 * @param command that made it
 * @param figures what was measured, by data set: name of the figure → value
 * @param limits what it is not good at
 * @param sha256 of the zip, in hexadecimal
 * @param readout temperature and threshold
 */
public record ModelCard(
        String name,
        String description,
        List<String> architecture,
        long parameterCount,
        List<String> data,
        Optional<Long> seed,
        String command,
        Map<String, Map<String, Double>> figures,
        List<String> limits,
        String sha256,
        Readout readout) {

    public ModelCard {
        architecture = List.copyOf(architecture);
        data = List.copyOf(data);
        limits = List.copyOf(limits);
        figures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** The card of a model that brings none. */
    public static ModelCard unknown(String name, String sha256) {
        return new ModelCard(
                name, "", List.of(), 0, List.of(), Optional.empty(), "", Map.of(), List.of(), sha256, Readout.plain());
    }

    /** This card for a file with another digest. */
    public ModelCard withSha256(String digest) {
        return new ModelCard(
                name, description, architecture, parameterCount, data, seed, command, figures, limits, digest, readout);
    }

    /** This card under another name. */
    public ModelCard withName(String other) {
        return new ModelCard(
                other,
                description,
                architecture,
                parameterCount,
                data,
                seed,
                command,
                figures,
                limits,
                sha256,
                readout);
    }

    /** @throws IOException if the text is no card; the message has the path of what is wrong */
    public static ModelCard parse(String text) throws IOException {
        JsonNode json = JsonNode.root(Json.parse(text));
        Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
        if (json.find("figures").isPresent()) {
            for (String set : json.get("figures").asMap().keySet()) {
                figures.put(set, numbers(json.get("figures").get(set)));
            }
        }
        double temperature =
                json.find("temperature").isPresent() ? json.get("temperature").asDouble(0.01, 100) : 1;
        double threshold = json.find("digitThreshold").isPresent()
                ? json.get("digitThreshold").asDouble(0, 1)
                : 0;
        return new ModelCard(
                json.get("name").asString(),
                text(json, "description"),
                texts(json, "architecture"),
                json.find("parameters").isPresent() ? json.get("parameters").asLong() : 0,
                texts(json, "data"),
                json.find("seed").isPresent() ? Optional.of(json.get("seed").asLong()) : Optional.empty(),
                text(json, "command"),
                figures,
                texts(json, "limits"),
                text(json, "sha256"),
                new Readout(temperature, threshold));
    }

    /** As plain JSON values. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("description", description);
        json.put("architecture", architecture);
        json.put("parameters", parameterCount);
        json.put("data", data);
        seed.ifPresent(value -> json.put("seed", value));
        json.put("command", command);
        json.put("figures", figures);
        json.put("limits", limits);
        json.put("temperature", readout.temperature());
        json.put("digitThreshold", readout.digitThreshold());
        json.put("sha256", sha256);
        return json;
    }

    private static Map<String, Double> numbers(JsonNode json) throws IOException {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String name : json.asMap().keySet()) {
            numbers.put(name, json.get(name).asDouble());
        }
        return numbers;
    }

    private static String text(JsonNode json, String name) throws IOException {
        return json.find(name).isPresent() ? json.get(name).asString() : "";
    }

    private static List<String> texts(JsonNode json, String name) throws IOException {
        List<String> texts = new ArrayList<>();
        if (json.find(name).isPresent()) {
            for (JsonNode item : json.get(name).items()) {
                texts.add(item.asString());
            }
        }
        return texts;
    }
}
