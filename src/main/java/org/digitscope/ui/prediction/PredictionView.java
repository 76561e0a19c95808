package org.digitscope.ui.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.digitscope.network.Answer;
import org.digitscope.network.Readout;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Percentage;

/** The digit, large; a word for how sure the answer is; ten bars. */
public final class PredictionView extends VBox {
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

    /** The least height in which all bars fit below a large digit, as a multiple of the size of the word's type. */
    private static final double ROOMY = 19;

    private final Texts texts;
    private final Label digit = new Label();
    private final Label word = new Label();
    private final List<BarRow> bars = new ArrayList<>();
    private final Percentage percentage;
    private final Announcement announcement = new Announcement(digit);
    /** What was marked before the pointer came to a bar, and is again when it leaves. */
    private OptionalInt marked = OptionalInt.empty();

    public PredictionView(PredictionViewModel model, Texts texts) {
        this.texts = texts;
        this.percentage = new Percentage(texts.locale());
        setId("prediction");
        getStyleClass().add("prediction");
        digit.setId("answer");
        digit.getStyleClass().add("answer");
        word.setId("confidence");
        word.getStyleClass().add("confidence");
        word.setWrapText(true);
        word.setMinHeight(USE_PREF_SIZE);
        // Its height is the room that there is, by which it finds out that it has to be lower.
        setMinHeight(0);
        VBox head = new VBox(digit, word);
        head.setAlignment(Pos.TOP_CENTER);
        head.getStyleClass().add("answer-head");
        getChildren().add(head);
        for (int number = 0; number < Readout.DIGITS; number++) {
            BarRow row = new BarRow(number);
            row.prefHeightProperty().bind(heightProperty().divide(17));
            OptionalInt digitOfRow = OptionalInt.of(number);
            row.setOnMouseEntered(event -> {
                marked = model.pointedDigitProperty().get();
                model.point(digitOfRow);
            });
            row.setOnMouseExited(event -> model.point(marked));
            bars.add(row);
        }
        getChildren().addAll(bars);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(texts.get("prediction.name"));
        setOnKeyPressed(event -> onKey(event, model));
        focusedProperty().addListener((property, before, on) -> model.point(OptionalInt.empty()));
        heightProperty().addListener(changed -> followRoom());
        word.fontProperty().addListener(changed -> followRoom());
        model.pointedDigitProperty().addListener((property, before, now) -> {
            before.ifPresent(number -> bars.get(number).setMarked(false));
            now.ifPresent(number -> bars.get(number).setMarked(true));
        });
        model.shownProperty().addListener((property, before, now) -> show(now));
        show(model.shownProperty().get());
    }

    /** The answer in a sentence, when it has stood for a while; empty before the first. */
    public ReadOnlyProperty<String> saidProperty() {
        return digit.accessibleTextProperty();
    }

    /** Up and down mark one digit after the other, as the pointer does. */
    private void onKey(KeyEvent event, PredictionViewModel model) {
        boolean down = event.getCode() == KeyCode.DOWN;
        if (event.isShortcutDown() || event.isAltDown() || !down && event.getCode() != KeyCode.UP) {
            return;
        }
        OptionalInt now = model.pointedDigitProperty().get();
        int next = now.isPresent() ? now.getAsInt() + (down ? 1 : -1) : down ? 0 : Readout.DIGITS - 1;
        int number = Math.max(0, Math.min(Readout.DIGITS - 1, next));
        model.point(OptionalInt.of(number));
        setAccessibleText(bars.get(number).getAccessibleText());
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        event.consume();
    }

    /** Where large type leaves little room, the digit is smaller, so that no bar is cut off. */
    private void followRoom() {
        pseudoClassStateChanged(LOW, getHeight() < ROOMY * word.getFont().getSize());
    }

    private void show(PredictionViewModel.Shown shown) {
        Optional<Answer> answer = shown.answer();
        digit.setText(
                switch (shown.state()) {
                    case SURE, UNSURE -> Integer.toString(answer.orElseThrow().prediction());
                    case NO_DIGIT -> "–";
                    case WAITING -> "…";
                    case EMPTY -> " ";
                });
        String key = switch (shown.state()) {
            case SURE -> "answer.sure";
            case UNSURE -> "answer.unsure";
            case NO_DIGIT -> "answer.no-digit";
            case WAITING -> "answer.waiting";
            case EMPTY -> "answer.empty";
        };
        word.setText(texts.get(key));
        word.setAccessibleText(texts.get(key));
        announcement.follow(
                answer.isPresent() && answer.get().isDigit()
                        ? texts.get(
                                "answer.said",
                                answer.get().prediction(),
                                wholePercent(answer.get().confidence()),
                                texts.get(key))
                        : texts.get(key));
        boolean unsure = shown.state() != PredictionViewModel.State.SURE;
        digit.setOpacity(unsure ? 0.6 : 1);
        for (int number = 0; number < bars.size(); number++) {
            double probability = answer.isPresent() ? answer.get().probabilities()[number] : 0;
            String percent = answer.isPresent() ? percentage.of(probability) : "";
            boolean best =
                    answer.isPresent() && answer.get().isDigit() && answer.get().prediction() == number;
            bars.get(number).show(probability, percent, spoken(number, percent), best);
        }
    }

    /** For the ear; only what is certain is said to be 100. */
    private static long wholePercent(double probability) {
        return probability < 1 ? Math.min(99, Math.round(100 * probability)) : 100;
    }

    private String spoken(int number, String percent) {
        return percent.isEmpty()
                ? Integer.toString(number)
                : texts.get(
                        "answer.bar",
                        number,
                        percent.replace("%", "")
                                .replace("<", "")
                                .replace(">", "")
                                .strip(),
                        percent.startsWith("<") ? 0 : percent.startsWith(">") ? 2 : 1);
    }
}
