package org.digitscope.ui.common;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.digitscope.text.Texts;

/** A page over a part of the window, one at a time, which Escape closes; the keyboard goes back to where it was. */
public final class SidePanel extends VBox {
    private final Label title = new Label();
    private final StackPane body = new StackPane();
    private final Button close;
    private Optional<Node> cameFrom = Optional.empty();
    private Optional<Node> shown = Optional.empty();

    public SidePanel(Texts texts) {
        setId("panel");
        getStyleClass().add("side-panel");
        title.setId("panel-title");
        title.getStyleClass().add("panel-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        close = Controls.icon(new Button(), texts, "close-panel", "mdi2c-close");
        close.getStyleClass().add("flat");
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(event -> hide());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getChildren().addAll(head, body);
        Controls.show(this, false);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
    }

    /**
     * Shows a page in place of the one that is shown.
     *
     * @param page grows down and is scrolled
     * @param first gets the keyboard; else the button that closes
     */
    public void show(String name, Region page, Optional<Node> first) {
        if (!isVisible()) {
            cameFrom = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
        }
        title.setText(name);
        ScrollPane scroll = new PlainScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setId("panel-scroll");
        body.getChildren().setAll(scroll);
        shown = Optional.of(page);
        setAccessibleText(name);
        Controls.show(this, true);
        // What a scroll pane holds is in the window, and can have the keyboard, only when the pane has its skin.
        applyCss();
        first.orElse(close).requestFocus();
    }

    /** Whether that page is shown. */
    public boolean isShowing(Node page) {
        return isVisible() && shown.filter(page::equals).isPresent();
    }

    public void hide() {
        Controls.show(this, false);
        body.getChildren().clear();
        shown = Optional.empty();
        cameFrom.ifPresent(Node::requestFocus);
        cameFrom = Optional.empty();
    }
}
