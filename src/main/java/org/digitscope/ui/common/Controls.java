package org.digitscope.ui.common;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import org.digitscope.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** Names controls for the eye, the pointer and the screen reader at once. */
public final class Controls {
    private Controls() {}

    /**
     * Gives a control its tooltip ({@code key.tip}) and its accessible name ({@code key.name}).
     *
     * @return the control
     */
    public static <T extends Control> T name(T control, Texts texts, String key) {
        control.setTooltip(new Tooltip(SystemKeys.in(texts.get(key + ".tip"))));
        control.setAccessibleText(texts.get(key + ".name"));
        control.setId(key);
        return control;
    }

    /** Gives a button an icon alone, with its name for those who do not see it. */
    public static <T extends ButtonBase> T icon(T button, Texts texts, String key, String icon) {
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("button-icon");
        return name(button, texts, key);
    }

    /**
     * Before a node is hidden: if it has the keyboard, or something in it, that goes to a place near by. It would go to
     * the first control of the window.
     */
    public static void leave(Node node, Node near) {
        Node owner = node.getScene() == null ? null : node.getScene().getFocusOwner();
        while (owner != null && !owner.equals(node)) {
            owner = owner.getParent();
        }
        if (owner != null) {
            near.requestFocus();
        }
    }

    /** Shows or hides a node and its place with it. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
