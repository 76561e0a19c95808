package org.digitscope.ui.common;

import java.util.Locale;

/** Keys in texts, as this system's keyboard has them. */
public final class SystemKeys {
    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

    private SystemKeys() {}

    /** A text that speaks of Ctrl, with the keys that do the same on this system. */
    public static String in(String text) {
        return MAC ? onMac(text) : text;
    }

    /** As menus of macOS write them. */
    static String onMac(String text) {
        return text.replace("Ctrl+Shift+", "⇧⌘").replace("Ctrl+", "⌘");
    }
}
