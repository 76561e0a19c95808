package org.digitscope.ui.common;

import java.util.List;
import javafx.scene.Node;

/** Style classes that say how everything looks; popups have to take them over by hand. */
public final class LookClasses {
    public static final List<String> ALL =
            List.of("dark", "light", "high-contrast", "large-type", "huge-type", "short-bar");

    private LookClasses() {}

    /** Gives a node these of the classes and no other of them. */
    public static void set(Node node, List<String> classes) {
        List<String> next = classes.stream().filter(ALL::contains).toList();
        List<String> now = node.getStyleClass().stream().filter(ALL::contains).toList();
        if (!next.equals(now)) {
            node.getStyleClass().removeAll(ALL);
            node.getStyleClass().addAll(next);
        }
    }
}
