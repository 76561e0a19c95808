package org.digitscope.ui.settings;

import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.controlsfx.control.PopOver;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.PlainScrollPane;
import org.digitscope.ui.common.PopOvers;

/** The settings beside the button that they are opened with; looks like the window at any time. */
public final class SettingsPopOver {
    private final SettingsViewModel model;
    private final PopOver popOver;
    private final SettingsView view;
    private Optional<Node> shownBeside = Optional.empty();

    public SettingsPopOver(SettingsViewModel model, Texts texts) {
        this.model = model;
        this.view = new SettingsView(model, texts);
        ScrollPane scroll = new PlainScrollPane(view);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "settings-scroll");
        scroll.setFocusTraversable(false);
        this.popOver = PopOvers.titled(scroll, texts.get("settings.title"), texts);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        model.appearanceProperty().addListener(changed -> Platform.runLater(() -> shownBeside.ifPresent(this::follow)));
    }

    /**
     * Shows them, or hides them if they are shown.
     *
     * @param window the node whose style class and size of type they take over
     */
    public void toggle(Node owner, Node window) {
        if (popOver.isShowing()) {
            popOver.hide();
            return;
        }
        popOver.setAnimated(!model.appearanceProperty().get().reducedMotion());
        follow(window);
        popOver.show(owner);
        shownBeside = Optional.of(window);
        view.lookup(".combo-box").requestFocus();
    }

    public boolean isShowing() {
        return popOver.isShowing();
    }

    /** Hides them at once. */
    public void hide() {
        popOver.hide(javafx.util.Duration.ZERO);
    }

    private void follow(Node window) {
        PopOvers.follow(popOver, window);
    }
}
