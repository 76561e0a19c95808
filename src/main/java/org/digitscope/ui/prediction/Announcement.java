package org.digitscope.ui.prediction;

import javafx.animation.PauseTransition;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.util.Duration;

/**
 * Makes a node say the newest sentence to a screen reader, but not before it has stood for a while: while somebody draws,
 * the answer changes many times a second.
 */
final class Announcement {
    private static final Duration REST = Duration.millis(600);

    private final Node node;
    private final PauseTransition rest = new PauseTransition(REST);
    private String newest = "";

    Announcement(Node node) {
        this.node = node;
        node.setAccessibleRole(AccessibleRole.TEXT);
        rest.setOnFinished(event -> say());
    }

    /** Takes a sentence; it is said when no other has come for a while. */
    void follow(String sentence) {
        if (!sentence.equals(newest)) {
            newest = sentence;
            rest.playFromStart();
        }
    }

    private void say() {
        node.setAccessibleText(newest);
        node.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
