package org.digitscope.ui.common;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ScrollPaneSkin;

/**
 * A scroll pane that paints what it shows. JavaFX's own shows a picture of it, and does not give back the memory of those
 * that it has made when it gets another size or goes away.
 */
public class PlainScrollPane extends ScrollPane {
    public PlainScrollPane() {}

    public PlainScrollPane(Node content) {
        super(content);
    }

    @Override
    protected final Skin<?> createDefaultSkin() {
        Skin<?> skin = new ScrollPaneSkin(this);
        getChildren().forEach(part -> part.setCache(false));
        return skin;
    }
}
