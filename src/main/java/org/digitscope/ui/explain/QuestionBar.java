package org.digitscope.ui.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.digitscope.explain.Method;
import org.digitscope.network.Answer;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.Readout;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;

/** Why this digit, and not that one; and for Grad-CAM, in which layer. */
final class QuestionBar extends FlowPane {
    private final ExplainViewModel model;
    private final Texts texts;
    private final DigitChoice digit;
    private final ComboBox<String> layer = new ComboBox<>();
    private final HBox layerBox;

    QuestionBar(ExplainViewModel model, Texts texts) {
        super(14, 5);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("question");
        String noDigit = texts.get("explain.no-digit");
        digit = Controls.name(
                new DigitChoice(model.digitProperty(), texts.get("explain.answer"), noDigit), texts, "explain-digit");
        DigitChoice against = Controls.name(
                new DigitChoice(model.againstProperty(), texts.get("explain.nobody"), noDigit),
                texts,
                "explain-against");
        for (DigitChoice choice : List.of(digit, against)) {
            choice.offerNoDigit(model.knowsNoDigitProperty().get());
            model.knowsNoDigitProperty().addListener((property, before, known) -> choice.offerNoDigit(known));
        }
        Controls.name(layer, texts, "explain-layer");
        layerBox = group(texts.get("explain.in-layer"), layer);
        getChildren()
                .addAll(group(texts.get("explain.why"), digit), group(texts.get("explain.and-not"), against), layerBox);
        model.answerProperty().addListener((property, before, answer) -> nameAnswer(answer));
        model.methodProperty().addListener((property, before, method) -> showLayers());
        model.convolutionsProperty().addListener((property, before, convolutions) -> fillLayers(convolutions));
        layer.getSelectionModel()
                .selectedIndexProperty()
                .addListener((property, before, index) -> choose(index.intValue()));
        fillLayers(model.convolutionsProperty().get());
        nameAnswer(model.answerProperty().get());
    }

    private static HBox group(String name, ComboBox<?> control) {
        Label label = new Label(name);
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(control);
        HBox box = new HBox(6, label, control);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void nameAnswer(Optional<Answer> answer) {
        if (answer.isEmpty()) {
            digit.nameNone(texts.get("explain.answer"));
            return;
        }
        int read = model.read(answer.get());
        boolean certain = answer.get().isDigit() || read == Readout.NO_DIGIT;
        digit.nameNone(texts.get(
                certain ? "explain.answer-is" : "explain.likeliest-is",
                read == Readout.NO_DIGIT ? texts.get("explain.no-digit") : read));
    }

    private void showLayers() {
        boolean wanted = model.methodProperty().get() == Method.GRAD_CAM
                && !model.convolutionsProperty().get().isEmpty();
        Controls.show(layerBox, wanted);
    }

    private void fillLayers(List<Integer> convolutions) {
        // Clearing the list chooses nothing, and with it the last.
        OptionalInt asked = model.layerProperty().get();
        layer.getItems().clear();
        List<LayerInfo> layers = model.layers();
        for (int i = 0; i < convolutions.size(); i++) {
            String kind = texts.get("kind.convolution");
            String name = convolutions.size() > 1 ? texts.get("layer.numbered", kind, i + 1) : kind;
            layer.getItems().add(name + " · " + layers.get(convolutions.get(i)).output());
        }
        int chosen = convolutions.indexOf(asked.orElse(-1));
        layer.getSelectionModel().select(chosen >= 0 ? chosen : convolutions.size() - 1);
        showLayers();
    }

    private void choose(int index) {
        List<Integer> convolutions = model.convolutionsProperty().get();
        boolean last = index < 0 || index >= convolutions.size() - 1;
        model.layerProperty().set(last ? OptionalInt.empty() : OptionalInt.of(convolutions.get(index)));
    }
}
