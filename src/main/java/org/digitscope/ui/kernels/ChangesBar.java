package org.digitscope.ui.kernels;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitscope.network.Answer;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.digitscope.ui.common.Percentage;

/** What the changes do to the answer, that they are in memory only, and the way back. */
final class ChangesBar extends HBox {
    private static final double PICTURE = 42;

    private final KernelsViewModel model;
    private final Texts texts;
    private final DigitPicture picture = new DigitPicture();
    private final Label effect = new Label();
    private final Label notice = new Label();
    private final Button reset;
    private double em = 1;
    private boolean dark;

    ChangesBar(KernelsViewModel model, Texts texts) {
        super(10);
        this.model = model;
        this.texts = texts;
        this.reset = Controls.name(new Button(), texts, "reset-weights");
        setId("kernel-changes");
        getStyleClass().add("kernel-changes");
        setAlignment(Pos.CENTER_LEFT);
        effect.setId("edit-effect");
        effect.setWrapText(true);
        notice.setId("edit-notice");
        notice.getStyleClass().add("layer-line");
        notice.setWrapText(true);
        VBox words = new VBox(2, effect, notice);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        reset.setMinWidth(Region.USE_PREF_SIZE);
        reset.setOnAction(event -> model.reset());
        getChildren().addAll(picture, words, reset);
    }

    void setEm(double size) {
        if (size != em) {
            em = size;
            show();
        }
    }

    void setDark(boolean on) {
        dark = on;
        show();
    }

    /** Follows the changes and the answer. */
    void show() {
        int changes = model.changes();
        reset.setText(texts.get("reset-weights", changes));
        reset.setDisable(changes == 0);
        effect.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("changed"), changes > 0);
        notice.setText(changes == 0 ? texts.get("kernels.how") : texts.get("kernels.notice"));
        Optional<EditEffect.Effect> now = model.effect()
                .effectProperty()
                .get()
                .filter(known -> changes > 0 && !known.image().isBlank());
        Controls.show(picture, now.isPresent());
        Controls.show(effect, changes > 0);
        if (now.isEmpty()) {
            effect.setText(texts.get("kernels.draw"));
            return;
        }
        EditEffect.Effect known = now.get();
        picture.show(known.image().pixels(), Optional.empty(), Math.rint(PICTURE * em), dark);
        String after = write(known.now());
        effect.setText(
                known.loaded().isPresent()
                        ? texts.get("kernels.effect", write(known.loaded().get()), after)
                        : texts.get("kernels.effect-unknown", after));
    }

    private String write(Answer answer) {
        return answer.isDigit()
                ? texts.get(
                        "kernels.digit", answer.prediction(), new Percentage(texts.locale()).of(answer.confidence()))
                : texts.get("kernels.no-digit");
    }
}
