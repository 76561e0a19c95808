package org.digitscope.ui.pad;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.digitscope.ui.common.EndsRow;
import org.digitscope.ui.session.Session;

/** Undo, redo, pen, eraser, clear, replay and the pen's width. */
public final class PadTools extends VBox {
    private static final double MIN_WIDTH = 4;
    private static final double MAX_WIDTH = 36;

    public PadTools(Session session, PadViewModel model, Texts texts) {
        Button undo = Controls.icon(new Button(), texts, "undo", "mdi2u-undo");
        undo.setOnAction(event -> model.undo());
        undo.disableProperty().bind(session.canUndoProperty().not());
        Button redo = Controls.icon(new Button(), texts, "redo", "mdi2r-redo");
        redo.setOnAction(event -> model.redo());
        redo.disableProperty().bind(session.canRedoProperty().not());
        Button replay = Controls.icon(new Button(), texts, "replay", "mdi2p-play-outline");
        replay.setOnAction(event -> model.startReplay());
        replay.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> session.committedProperty().get().isEmpty(), session.committedProperty()));
        Button clear = Controls.icon(new Button(), texts, "clear", "mdi2t-trash-can-outline");
        clear.setOnAction(event -> model.clear());
        clear.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> session.drawingProperty().get().isEmpty()
                                && session.pictureProperty().get().isEmpty(),
                        session.drawingProperty(),
                        session.pictureProperty()));

        HBox editing = new HBox(4, undo, redo, tools(model, texts));
        HBox whole = new HBox(4, replay, clear);
        EndsRow buttons = new EndsRow(editing, whole);
        getChildren().addAll(buttons, width(model, texts));
        setSpacing(6);
        setId("pad-tools");
    }

    private static SegmentedButton tools(PadViewModel model, Texts texts) {
        ToggleButton pen = Controls.icon(new ToggleButton(), texts, "pen", "mdi2p-pencil-outline");
        ToggleButton eraser = Controls.icon(new ToggleButton(), texts, "eraser", "mdi2e-eraser");
        SegmentedButton tools = new SegmentedButton(pen, eraser);
        (model.toolProperty().get() == PadViewModel.Tool.ERASER ? eraser : pen).setSelected(true);
        tools.getToggleGroup().selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                // One of the two is always chosen.
                tools.getToggleGroup().selectToggle(before);
            } else {
                model.toolProperty().set(now == eraser ? PadViewModel.Tool.ERASER : PadViewModel.Tool.PEN);
            }
        });
        model.toolProperty()
                .addListener(
                        (property, before, now) -> (now == PadViewModel.Tool.ERASER ? eraser : pen).setSelected(true));
        return tools;
    }

    private static HBox width(PadViewModel model, Texts texts) {
        Label label = new Label(texts.get("pen-width"));
        Slider slider = Controls.name(new Slider(MIN_WIDTH, MAX_WIDTH, 14), texts, "pen-width");
        slider.valueProperty().bindBidirectional(model.penWidthProperty());
        slider.setBlockIncrement(2);
        label.setLabelFor(slider);
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox row = new HBox(8, label, slider);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
