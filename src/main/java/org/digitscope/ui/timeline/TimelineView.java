package org.digitscope.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.digitscope.network.LayerInfo;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.digitscope.ui.common.Percentage;
import org.digitscope.ui.session.LayerNames;

/** The line of time: drag through it, or walk with the arrow keys, and everything goes back to that moment. */
public final class TimelineView extends VBox {
    private final TimelineViewModel model;
    private final Texts texts;
    private final Percentage percentage;
    private final TimelineChart chart;
    private final Label what = new Label();
    private final Label hint = new Label();
    private final ComboBox<String> layer = new ComboBox<>();
    private final Spinner<Integer> map = new Spinner<>();
    private final Button live;

    /** @param dark whether the dark theme is on */
    public TimelineView(TimelineViewModel model, Texts texts, BooleanProperty dark) {
        this.model = model;
        this.texts = texts;
        this.percentage = new Percentage(texts.locale());
        this.chart = new TimelineChart(model);
        this.live = Controls.name(new Button(texts.get("timeline.live")), texts, "timeline-live");
        setId("timeline");
        getStyleClass().add("timeline");
        setMinHeight(0);
        buildChart();
        live.setOnAction(event -> model.live());
        Controls.name(layer, texts, "timeline-layer");
        Controls.name(map, texts, "timeline-map");
        map.setEditable(false);
        layer.valueProperty().addListener(changed -> watch(true));
        map.valueProperty().addListener(changed -> watch(false));
        Label title = new Label(texts.get("timeline.title"));
        title.getStyleClass().add("timeline-title");
        what.setId("timeline-what");
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(12, title, what, new Label(texts.get("timeline.follow")), layer, map, live);
        head.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("layer-line");
        hint.setText(texts.get("timeline.empty"));
        StackPane body = new StackPane(chart, hint);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getChildren().addAll(head, body);
        dark.addListener((property, before, on) -> chart.setDark(on));
        chart.setDark(dark.get());
        what.fontProperty().addListener((property, before, font) -> chart.setFontSize(font.getSize()));
        model.versionProperty().addListener(changed -> show());
        model.positionProperty().addListener(changed -> show());
        show();
    }

    /** The layers of a model, to choose a map from; the window calls it when the model changes. */
    public void showLayers() {
        List<LayerInfo> layers = model.layers();
        layer.getItems().clear();
        layer.getItems().add(texts.get("timeline.none"));
        layer.getItems().addAll(new LayerNames(texts).titles(layers));
        layer.getSelectionModel().select(0);
    }

    private void buildChart() {
        chart.setId("timeline-chart");
        chart.setFocusTraversable(true);
        chart.setAccessibleRole(AccessibleRole.SLIDER);
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            chart.requestFocus();
            model.goTo(chart.momentAt(event.getX()));
        });
        chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> model.goTo(chart.momentAt(event.getX())));
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
    }

    private void walk(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.step(-1);
            case RIGHT -> model.step(1);
            case PAGE_UP -> model.toChange(false);
            case PAGE_DOWN -> model.toChange(true);
            case HOME -> model.goTo(0);
            case END, ESCAPE -> model.live();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void watch(boolean layerChanged) {
        int index = layer.getSelectionModel().getSelectedIndex() - 1;
        Controls.show(map, index >= 0);
        if (index < 0) {
            model.watchedProperty().set(Optional.empty());
        } else {
            if (layerChanged) {
                int maps = model.layers().get(index).output().maps();
                map.setValueFactory(new SpinnerValueFactory.IntegerSpinnerValueFactory(1, maps, 1));
            }
            model.watchedProperty().set(Optional.of(new TimelineViewModel.Watched(index, map.getValue() - 1)));
        }
        chart.paint();
    }

    private void show() {
        int count = model.moments().size();
        int position = model.positionProperty().get();
        hint.setVisible(count == 0);
        live.setDisable(position < 0);
        if (count == 0) {
            what.setText("");
        } else {
            int shown = position < 0 ? count - 1 : position;
            Moment moment = model.moments().get(shown);
            OptionalInt digit = moment.digit();
            String answer = digit.isPresent()
                    ? texts.get(
                            "timeline.digit", digit.getAsInt(), percentage.of(moment.probabilities()[digit.getAsInt()]))
                    : texts.get("timeline.no-digit");
            what.setText(texts.get(
                    position < 0 ? "timeline.now" : "timeline.then",
                    shown + 1,
                    count,
                    moment.drawing().strokes().size(),
                    answer));
        }
        chart.setAccessibleText(texts.get("timeline.name") + " " + what.getText());
        chart.paint();
    }
}
