package org.digitscope.ui.seen;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.digitscope.image.Placement;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.PopOvers;
import org.digitscope.ui.session.Session;

/** Tells, with this drawing's numbers, how ink becomes 28×28 grey levels; built when it is first asked for. */
final class StepsPopOver {
    private final Session session;
    private final Texts texts;
    private final VBox content = new VBox(6);
    private Optional<PopOver> built = Optional.empty();

    StepsPopOver(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        content.setPadding(new Insets(12));
        content.setMaxWidth(340);
        content.setId("seen-steps");
    }

    /** Shows them, or hides them if they are shown. */
    void toggle(Node owner) {
        PopOver popOver = built.orElseGet(this::build);
        if (popOver.isShowing()) {
            popOver.hide();
            return;
        }
        Optional<Placement> placement = session.readingProperty()
                .get()
                .flatMap(reading -> reading.inkImage().placement());
        content.getChildren().clear();
        if (placement.isEmpty()) {
            boolean picture = session.pictureProperty().get().isPresent();
            add(texts.get(picture ? "steps.picture" : "steps.blank"));
        } else {
            double scale = placement.get().scale();
            add(texts.get("steps.box"));
            add(texts.get("steps.scale", 1 / scale));
            add(texts.get("steps.width", placement.get().strokeWidthPx()));
            add(texts.get("steps.mass"));
            add(texts.get("steps.grey"));
        }
        PopOvers.follow(popOver, owner.getScene().getRoot());
        popOver.show(owner);
    }

    private PopOver build() {
        PopOver popOver = PopOvers.titled(content, texts.get("steps.title"), texts);
        popOver.setAnimated(false);
        popOver.setArrowLocation(PopOver.ArrowLocation.LEFT_CENTER);
        built = Optional.of(popOver);
        return popOver;
    }

    private void add(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setPrefWidth(316);
        content.getChildren().add(label);
    }
}
