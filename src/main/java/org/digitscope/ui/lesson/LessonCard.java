package org.digitscope.ui.lesson;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitscope.network.LayerInfo;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.digitscope.ui.common.PlainScrollPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a step says, what it asks for, and how one goes on. */
final class LessonCard extends VBox {
    private final LessonViewModel model;
    private final Texts texts;
    private final Label place = new Label();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Label task = new Label();
    private final FontIcon tick = new FontIcon();
    private final Button more = new Button();
    private final Button back;
    private final Button skip;
    private final Button next;
    private final Button end;
    private Runnable moreAction = () -> {};

    LessonCard(LessonViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("lesson-card");
        getStyleClass().add("lesson-card");
        place.setId("lesson-place");
        place.getStyleClass().add("caption");
        place.setMinWidth(USE_PREF_SIZE);
        title.setId("lesson-title");
        title.getStyleClass().add("lesson-title");
        text.setId("lesson-text");
        task.setId("lesson-task");
        task.getStyleClass().add("lesson-task");
        tick.setId("lesson-tick");
        for (Label label : List.of(title, text, task)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        HBox.setHgrow(task, Priority.ALWAYS);
        HBox asked = new HBox(8, tick, task);
        asked.getStyleClass().add("lesson-asked");
        back = button("lesson-back");
        skip = button("lesson-skip");
        next = button("lesson-next");
        end = button("lesson-end");
        Controls.name(more, texts, "lesson-more");
        more.setOnAction(event -> moreAction.run());
        back.setOnAction(event -> model.back());
        skip.setOnAction(event -> model.forward());
        next.setOnAction(event -> model.forward());
        end.setOnAction(event -> model.leave());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, place, gap, end);
        head.setAlignment(Pos.CENTER_LEFT);
        Region gap2 = new Region();
        HBox.setHgrow(gap2, Priority.ALWAYS);
        HBox ways = new HBox(6, back, gap2, skip, next);
        ways.setAlignment(Pos.CENTER_LEFT);
        VBox body = new VBox(title, text, asked, more);
        body.getStyleClass().add("lesson-body");
        getChildren().addAll(head, scrolled(body), ways);
        model.stepDoneProperty().addListener(changed -> mark());
    }

    /** Shows a step; {@code more} is a second thing to look at or do, absent if there is none. */
    void show(
            LessonStep step, Optional<LayerInfo> layer, boolean hasTarget, Optional<String> moreKey, Runnable action) {
        place.setText(texts.get("lesson.place", step.number(), LessonStep.count()));
        title.setText(texts.get(step.key() + ".title"));
        text.setText(hasTarget ? said(step, layer) : texts.get(step.key() + ".without"));
        task.setText(texts.get(step.key() + ".task"));
        Controls.show(task.getParent(), hasTarget);
        boolean isLast = step.number() == LessonStep.count();
        back.setDisable(step.ordinal() == 0);
        Controls.show(skip, hasTarget && !isLast && !model.stepDoneProperty().get());
        next.setText(texts.get(isLast ? "lesson-finish" : "lesson-next"));
        moreAction = action;
        moreKey.ifPresent(key -> more.setText(texts.get(key)));
        Controls.show(more, moreKey.isPresent());
        setAccessibleText(place.getText() + " " + title.getText());
        mark();
    }

    void setMoreText(String words) {
        more.setText(words);
    }

    /** How large type is, in pixels; lengths follow it. */
    double em() {
        return place.getFont().getSize() / 0.88;
    }

    /** Where the keyboard goes on. */
    void focusNext() {
        next.requestFocus();
    }

    private String said(LessonStep step, Optional<LayerInfo> layer) {
        boolean isWithin = step == LessonStep.RELU
                && layer.filter(info -> !LessonLayers.isReluAlone(info)).isPresent();
        return texts.get(isWithin ? "lesson.relu.within" : step.key() + ".text");
    }

    private void mark() {
        boolean isDone = model.stepDoneProperty().get();
        tick.setIconLiteral(isDone ? "mdi2c-check-circle" : "mdi2c-checkbox-blank-circle-outline");
        tick.getStyleClass().remove("lesson-done");
        next.getStyleClass().remove("accent");
        if (isDone) {
            tick.getStyleClass().add("lesson-done");
            next.getStyleClass().add("accent");
            skip.setVisible(false);
            skip.setManaged(false);
        }
        task.setAccessibleText(texts.get(isDone ? "lesson.done" : "lesson.to-do", task.getText()));
    }

    /** As high as what it holds, or as there is room. */
    private static ScrollPane scrolled(Region body) {
        ScrollPane scroll = new PlainScrollPane(body) {
            @Override
            public Orientation getContentBias() {
                return Orientation.HORIZONTAL;
            }
        };
        scroll.setId("lesson-scroll");
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private Button button(String key) {
        Button button = Controls.name(new Button(texts.get(key)), texts, key);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
