package org.digitscope.ui.session;

import java.util.Locale;
import java.util.Map;
import org.digitscope.json.JsonNode;
import org.digitscope.json.JsonProblem;

/**
 * How the window looks and speaks.
 *
 * @param dark whether the dark theme is on
 * @param highContrast whether lines and type stand out more than either theme alone makes them
 * @param language of all texts
 * @param textScale of all type, from {@link #SMALLEST_SCALE} to {@link #LARGEST_SCALE}
 * @param leftHanded whether the pad is on the right, so that a left hand does not cover what it changes
 * @param reducedMotion whether nothing moves that nobody moved
 */
public record Appearance(
        boolean dark,
        boolean highContrast,
        Language language,
        double textScale,
        boolean leftHanded,
        boolean reducedMotion) {
    public static final double SMALLEST_SCALE = 1;
    public static final double LARGEST_SCALE = 2;

    /** The language of the texts. */
    public enum Language {
        /** Chinese where the system speaks it, else English. */
        SYSTEM,
        ENGLISH,
        CHINESE;

        /** @param system what the system speaks */
        public Locale locale(Locale system) {
            boolean chinese =
                    this == CHINESE || this == SYSTEM && system.getLanguage().equals(Locale.CHINESE.getLanguage());
            return chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        }
    }

    /** At the first start. */
    public static Appearance initial() {
        return new Appearance(false, false, Language.SYSTEM, SMALLEST_SCALE, false, false);
    }

    /** What a file says; the initial look where it says nothing. */
    static Appearance read(JsonNode json) throws JsonProblem {
        Appearance initial = initial();
        return new Appearance(
                json.get("dark").asBoolean(),
                flag(json, "highContrast"),
                language(json, initial.language()),
                json.find("textScale").isPresent()
                        ? json.get("textScale").asDouble(SMALLEST_SCALE, LARGEST_SCALE)
                        : initial.textScale(),
                flag(json, "leftHanded"),
                flag(json, "reducedMotion"));
    }

    void write(Map<String, Object> json) {
        json.put("dark", dark);
        json.put("highContrast", highContrast);
        json.put("language", language.name().toLowerCase(Locale.ROOT));
        json.put("textScale", textScale);
        json.put("leftHanded", leftHanded);
        json.put("reducedMotion", reducedMotion);
    }

    public Appearance withDark(boolean on) {
        return new Appearance(on, highContrast, language, textScale, leftHanded, reducedMotion);
    }

    public Appearance withHighContrast(boolean on) {
        return new Appearance(dark, on, language, textScale, leftHanded, reducedMotion);
    }

    public Appearance withLanguage(Language spoken) {
        return new Appearance(dark, highContrast, spoken, textScale, leftHanded, reducedMotion);
    }

    public Appearance withTextScale(double scale) {
        return new Appearance(dark, highContrast, language, scale, leftHanded, reducedMotion);
    }

    public Appearance withLeftHanded(boolean on) {
        return new Appearance(dark, highContrast, language, textScale, on, reducedMotion);
    }

    public Appearance withReducedMotion(boolean on) {
        return new Appearance(dark, highContrast, language, textScale, leftHanded, on);
    }

    private static boolean flag(JsonNode json, String name) throws JsonProblem {
        return json.find(name).isPresent() && json.get(name).asBoolean();
    }

    private static Language language(JsonNode json, Language otherwise) throws JsonProblem {
        if (json.find("language").isEmpty()) {
            return otherwise;
        }
        String name = json.get("language").asString();
        for (Language language : Language.values()) {
            if (language.name().equalsIgnoreCase(name)) {
                return language;
            }
        }
        throw json.get("language").problem("part.settings-language");
    }
}
