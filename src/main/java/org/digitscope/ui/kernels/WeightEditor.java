package org.digitscope.ui.kernels;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.digitscope.network.WeightEdits.Weight;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.digitscope.ui.common.Numbers;

/** Changes the chosen weight, live: a slider, a number, and the way back to the value that was loaded. */
final class WeightEditor extends VBox {
    private static final double REACH = 1.5;
    private static final double STEPS = 100;

    private final KernelsViewModel model;
    private final Texts texts;
    private final Label place = new Label();
    private final Label loaded = new Label();
    private final Slider slider;
    private final Spinner<Double> spinner;
    private final SpinnerValueFactory.DoubleSpinnerValueFactory number =
            new SpinnerValueFactory.DoubleSpinnerValueFactory(-1, 1, 0);
    private final Button back;
    private Optional<Weight> weight = Optional.empty();
    private boolean following;

    private static final int WIDEST_NUMBER = 7;

    WeightEditor(KernelsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.slider = Controls.name(new Slider(-1, 1, 0), texts, "weight-slider");
        this.spinner = Controls.name(new Spinner<>(number), texts, "weight-number");
        this.back = Controls.icon(new Button(), texts, "weight-back", "mdi2u-undo-variant");
        setId("weight-editor");
        getStyleClass().add("weight-editor");
        place.setId("weight-place");
        place.setWrapText(true);
        place.setMinHeight(USE_PREF_SIZE);
        loaded.setId("weight-loaded");
        loaded.getStyleClass().add("layer-line");
        loaded.setWrapText(true);
        loaded.setMinHeight(USE_PREF_SIZE);
        number.setConverter(new Written());
        spinner.setEditable(true);
        spinner.setMinWidth(0);
        spinner.getEditor().setPrefColumnCount(WIDEST_NUMBER);
        spinner.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(spinner, Priority.ALWAYS);
        slider.valueProperty().addListener((property, before, now) -> change(now.doubleValue()));
        number.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                change(now);
            }
        });
        back.setOnAction(event -> weight.ifPresent(changed -> model.setWeight(changed, model.loadedValue(changed))));
        HBox line = new HBox(6, spinner, back);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(place, slider, line, loaded);
    }

    /** Follows the chosen weight and its value. */
    void show() {
        boolean another = !weight.equals(model.chosenProperty().get());
        weight = model.chosenProperty().get();
        boolean silenced =
                weight.filter(chosen -> model.isSilenced(chosen.filter())).isPresent();
        slider.setDisable(weight.isEmpty() || silenced);
        spinner.setDisable(weight.isEmpty() || silenced);
        if (weight.isEmpty()) {
            return;
        }
        Weight chosen = weight.get();
        float value = model.value(chosen);
        float before = model.loadedValue(chosen);
        boolean changed = model.editsProperty().get().weights().containsKey(chosen);
        place.setText(texts.get("kernels.weight", chosen.channel() + 1, chosen.x(), chosen.y()));
        loaded.setText(
                silenced ? texts.get("kernels.silenced") : texts.get("kernels.loaded", Numbers.fourDecimals(before)));
        back.setDisable(!changed || silenced);
        following = true;
        if (another || Math.abs(value) > slider.getMax()) {
            double reach = Math.max(0.01, REACH * Math.max(model.magnitude(), Math.abs(value)));
            slider.setMin(-reach);
            slider.setMax(reach);
            slider.setBlockIncrement(2 * reach / STEPS);
            number.setMin(-1e6);
            number.setMax(1e6);
            number.setAmountToStepBy(Math.max(0.0001, Math.round(100 * 2 * reach / STEPS) / 100.0));
        }
        slider.setValue(value);
        if (number.getValue() == null || number.getValue().floatValue() != value) {
            number.setValue((double) value);
        }
        following = false;
    }

    private void change(double value) {
        if (!following && (float) value != weight.map(model::value).orElse(0f)) {
            weight.ifPresent(chosen -> model.setWeight(chosen, (float) value));
        }
    }

    /** Four decimals; what is no number leaves the weight as it is. */
    private final class Written extends StringConverter<Double> {
        @Override
        public String toString(Double value) {
            return value == null ? "" : Numbers.fourDecimals(value);
        }

        @Override
        public Double fromString(String text) {
            double current = number.getValue() == null ? 0 : number.getValue();
            boolean untouched = text.strip().equals(Numbers.fourDecimals(current));
            // The text has fewer decimals than the value: left alone it means the value.
            return untouched ? current : Numbers.parse(text).orElse(current);
        }
    }
}
