package org.digitscope.ui.common;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.text.Font;

/** The family of type that a language needs. */
public final class Typeface {
    private static final List<String> CHINESE = List.of(
            "PingFang SC",
            "Microsoft YaHei UI",
            "Microsoft YaHei",
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "WenQuanYi Micro Hei",
            "WenQuanYi Zen Hei");

    private Typeface() {}

    /** The style of a node whose text is in a language; empty where the system's own type is right. */
    public static String style(Locale language) {
        // The system takes a while to name its families, which no other language has to wait for.
        return isChinese(language)
                ? family(language, Font.getFamilies())
                        .map(name -> "-fx-font-family: '" + name + "';")
                        .orElse("")
                : "";
    }

    /**
     * The family to name for a language; absent where the system's own is right. On Linux JavaFX looks for characters that
     * the system's type lacks in TrueType files alone, and the usual Chinese ones are of another kind.
     *
     * @param installed the families on this system
     */
    static Optional<String> family(Locale language, List<String> installed) {
        return CHINESE.stream()
                .filter(family -> isChinese(language) && installed.contains(family))
                .findFirst();
    }

    private static boolean isChinese(Locale language) {
        return language.getLanguage().equals(Locale.CHINESE.getLanguage());
    }
}
