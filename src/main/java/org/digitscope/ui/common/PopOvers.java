package org.digitscope.ui.common;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.PopOver;
import org.digitscope.text.Texts;

/** Makes pop-overs part of the window: they look like it, and those who do not see it or have no mouse can close them. */
public final class PopOvers {
    private PopOvers() {}

    /** A pop-over with a title that is always there, which its close button or Esc closes. */
    public static PopOver titled(Node content, String title, Texts texts) {
        PopOver popOver = new PopOver(content);
        popOver.setTitle(title);
        popOver.setHeaderAlwaysVisible(true);
        popOver.setDetachable(false);
        popOver.getRoot().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                popOver.hide();
                event.consume();
            }
        });
        popOver.skinProperty().addListener(changed -> nameCloseButton(popOver, texts));
        return popOver;
    }

    /**
     * A popup takes over neither style classes nor the size of type by itself.
     *
     * @param window the node that has them
     */
    public static void follow(PopOver popOver, Node window) {
        Node root = popOver.getRoot();
        root.setStyle(window.getStyle());
        LookClasses.set(root, window.getStyleClass());
        popOver.getRoot().getStylesheets().setAll(window.getScene().getStylesheets());
    }

    /** It is a label with a circle, which says nothing of itself and takes the mouse alone. */
    private static void nameCloseButton(PopOver popOver, Texts texts) {
        if (popOver.getSkin() == null
                || !(popOver.getSkin().getNode().lookup(".title > .icon") instanceof Control close)) {
            return;
        }
        Controls.name(close, texts, "close-panel");
        close.setAccessibleRole(AccessibleRole.BUTTON);
        close.setFocusTraversable(true);
        close.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                popOver.hide();
                event.consume();
            }
        });
    }
}
