package org.digitscope.ui.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.digitscope.files.AtomicFiles;
import org.digitscope.json.Json;
import org.digitscope.json.JsonNode;

/**
 * What the window remembers from one start to the next.
 *
 * @param appearance how the window looks and speaks
 * @param penWidth of the pad, in pad units
 * @param recentFiles newest first
 * @param windowWidth in pixels
 * @param windowHeight in pixels
 * @param lessonStep where the lesson goes on, counted from 0; 0 as well before it was begun and after it was ended
 */
public record Settings(
        Appearance appearance,
        double penWidth,
        List<Path> recentFiles,
        double windowWidth,
        double windowHeight,
        int lessonStep) {
    private static final int MAX_RECENT = 8;
    private static final int MAX_STEP = 100;

    public Settings {
        recentFiles = List.copyOf(recentFiles);
    }

    /** At the first start. */
    public static Settings initial() {
        return new Settings(Appearance.initial(), 14, List.of(), 1280, 800, 0);
    }

    /** Those in the file; the initial ones if it is missing or not understood. */
    public static Settings read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return initial();
            }
            JsonNode json = JsonNode.root(Json.parse(Files.readString(file)));
            List<Path> recent = new ArrayList<>();
            for (JsonNode item : json.get("recentFiles").items()) {
                recent.add(Path.of(item.asString()));
            }
            return new Settings(
                    Appearance.read(json),
                    json.get("penWidth").asDouble(1, 60),
                    recent,
                    json.get("windowWidth").asDouble(960, 10_000),
                    json.get("windowHeight").asDouble(640, 10_000),
                    json.find("lessonStep").isPresent() ? json.get("lessonStep").asInt(0, MAX_STEP) : 0);
        } catch (IOException | IllegalArgumentException e) {
            // A damaged settings file is no reason not to start.
            return initial();
        }
    }

    /** @throws IOException if they cannot be written */
    public void write(Path file) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        appearance.write(json);
        json.put("penWidth", penWidth);
        json.put("recentFiles", recentFiles.stream().map(Path::toString).toList());
        json.put("windowWidth", windowWidth);
        json.put("windowHeight", windowHeight);
        json.put("lessonStep", lessonStep);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        AtomicFiles.writeText(file, Json.writePretty(json));
    }

    public Settings withAppearance(Appearance look) {
        return new Settings(look, penWidth, recentFiles, windowWidth, windowHeight, lessonStep);
    }

    public Settings withPenWidth(double width) {
        return new Settings(appearance, width, recentFiles, windowWidth, windowHeight, lessonStep);
    }

    public Settings withWindow(double width, double height) {
        return new Settings(appearance, penWidth, recentFiles, width, height, lessonStep);
    }

    public Settings withLessonStep(int step) {
        return new Settings(appearance, penWidth, recentFiles, windowWidth, windowHeight, step);
    }

    /** With no file that was opened or saved. */
    public Settings withoutRecent() {
        return new Settings(appearance, penWidth, List.of(), windowWidth, windowHeight, lessonStep);
    }

    /** With a file as the newest. */
    public Settings withRecent(Path file) {
        List<Path> recent = new ArrayList<>(recentFiles);
        recent.remove(file.toAbsolutePath());
        recent.add(0, file.toAbsolutePath());
        return new Settings(
                appearance,
                penWidth,
                recent.subList(0, Math.min(MAX_RECENT, recent.size())),
                windowWidth,
                windowHeight,
                lessonStep);
    }
}
