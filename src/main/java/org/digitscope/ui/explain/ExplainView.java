package org.digitscope.ui.explain;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.digitscope.explain.Method;
import org.digitscope.explain.Question;
import org.digitscope.explain.Relevance;
import org.digitscope.image.DigitImage;
import org.digitscope.network.Readout;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.digitscope.ui.common.Numbers;
import org.digitscope.ui.common.PlainScrollPane;
import org.digitscope.ui.session.Explained;

/**
 * Which ink the answer rests on: a question, a large picture with a legend, and what it means and what not. Nothing is
 * computed before {@link #setActive} says that it is on the screen.
 */
public final class ExplainView extends VBox {
    /** What catches up faster is not spoken of. */
    private static final Duration PATIENCE = Duration.millis(200);

    private final ExplainViewModel model;
    private final Texts texts;
    private final BooleanProperty dark;
    private final RelevancePicture picture = new RelevancePicture(this::tellPixel);
    private final ScaleLegend legend;
    private final StrokeList strokes;
    private final Label hint = new Label();
    private final Label pixel = new Label();
    private final Label means = new Label();
    private final Label meansNot = new Label();
    private final Label strokesTitle = new Label();
    private final Label catchingUp;
    private final PauseTransition patience = new PauseTransition(PATIENCE);

    /** @param dark whether the dark theme is on */
    public ExplainView(ExplainViewModel model, Texts texts, BooleanProperty dark) {
        this.model = model;
        this.texts = texts;
        this.dark = dark;
        this.legend = new ScaleLegend(texts);
        this.strokes = new StrokeList(texts, picture::outline);
        this.catchingUp = new Label(texts.get("explain.catching-up"));
        setId("explain");
        getStyleClass().add("explain");
        setMinSize(0, 0);
        hint.setId("explain-hint");
        hint.getStyleClass().add("explain-hint");
        hint.setMouseTransparent(true);
        catchingUp.setId("explain-catching-up");
        catchingUp.getStyleClass().add("catching-up");
        catchingUp.setMouseTransparent(true);
        catchingUp.setVisible(false);
        pixel.setId("explain-pixel");
        pixel.getStyleClass().add("layer-line");
        means.setId("explain-means");
        meansNot.setId("explain-means-not");
        meansNot.getStyleClass().add("means-not");
        for (Label label : new Label[] {hint, means, meansNot, strokesTitle, pixel}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        Body body = new Body();
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(new MethodChoice(model, texts), new QuestionBar(model, texts), body);

        patience.setOnFinished(
                event -> catchingUp.setVisible(model.catchingUpProperty().get()));
        model.catchingUpProperty().addListener((property, before, on) -> followCatchingUp(on));
        model.explainedProperty().addListener((property, before, explained) -> show());
        model.stateProperty().addListener((property, before, state) -> show());
        model.answerProperty().addListener((property, before, answer) -> show());
        model.methodProperty().addListener((property, before, method) -> show());
        model.digitProperty().addListener((property, before, digit) -> show());
        model.againstProperty().addListener((property, before, against) -> show());
        dark.addListener((property, before, on) -> recolor());
        means.fontProperty().addListener((property, before, font) -> picture.setFontSize(font.getSize()));
        recolor();
    }

    /** Tells whether the view is on the screen. */
    public void setActive(boolean active) {
        model.activeProperty().set(active);
        // What has changed meanwhile was not followed.
        show();
    }

    private void recolor() {
        picture.setGround(ground());
        legend.setGround(ground());
        show();
    }

    private Ground ground() {
        return Ground.of(dark.get());
    }

    private void followCatchingUp(boolean on) {
        if (on) {
            patience.playFromStart();
        } else {
            patience.stop();
            catchingUp.setVisible(false);
        }
    }

    private void show() {
        if (!model.activeProperty().get()) {
            return;
        }
        Optional<Explained> explained = model.explainedProperty().get();
        picture.show(
                explained,
                model.readingProperty()
                        .get()
                        .map(reading -> reading.inkImage().image())
                        .orElse(DigitImage.blank()));
        Optional<Relevance> relevance = explained.map(Explained::relevance);
        Method method = model.methodProperty().get();
        if (relevance.isPresent()) {
            legend.show(relevance.get().largestMagnitude(), !MethodTexts.isUnsigned(method));
        } else {
            legend.clear();
        }
        String hintText = hint(relevance);
        hint.setText(hintText);
        hint.setVisible(!hintText.isEmpty());
        String subject = subject();
        means.setText(texts.get(MethodTexts.of(method).means(), subject));
        meansNot.setText(texts.get(MethodTexts.of(method).meansNot(), subject));
        float[] falls = relevance.flatMap(Relevance::strokes).orElse(new float[0]);
        strokes.show(falls, ground());
        Controls.show(strokesTitle, falls.length > 0);
        strokesTitle.setText(texts.get("explain.strokes", subject));
        picture.setAccessibleText(
                texts.get("explain.picture", texts.get(MethodTexts.of(method).control()), subject));
        tellPixel();
    }

    /** What stands in the picture where there is no explanation. */
    private String hint(Optional<Relevance> relevance) {
        return switch (model.stateProperty().get()) {
            case LOADING -> texts.get("explain.loading");
            case EMPTY -> texts.get("explain.empty");
            case SAME_DIGIT -> texts.get("explain.same-digit");
            case UNSUITABLE ->
                texts.get(
                        model.obstaclesProperty()
                                                .get()
                                                .get(model.methodProperty().get())
                                        == ExplainViewModel.Obstacle.NEEDS_INK
                                ? "explain.needs-ink"
                                : "explain.needs-convolution");
            case ASKED ->
                relevance.isPresent() && relevance.get().largestMagnitude() == 0 ? texts.get("explain.all-zero") : "";
        };
    }

    /** What is explained, in words: the logit of a class, or its lead. */
    private String subject() {
        Optional<Question> question =
                model.explainedProperty().get().map(of -> of.relevance().question());
        int answered = model.answerProperty().get().map(model::read).orElse(-1);
        int digit =
                question.map(Question::digit).orElse(model.digitProperty().get().orElse(answered));
        if (digit < 0) {
            return texts.get("explain.logit-of-answer");
        }
        OptionalInt against =
                question.map(Question::against).orElse(model.againstProperty().get());
        return against.isPresent()
                ? texts.get("explain.lead", name(digit), name(against.getAsInt()))
                : texts.get("explain.logit", name(digit));
    }

    private String name(int index) {
        return index == Readout.NO_DIGIT ? texts.get("explain.no-digit-quoted") : Integer.toString(index);
    }

    private void tellPixel() {
        Optional<Relevance> relevance = model.explainedProperty().get().map(Explained::relevance);
        Optional<RelevancePicture.Pixel> pointed = picture.pointed();
        if (relevance.isEmpty()) {
            pixel.setText("");
        } else if (pointed.isEmpty()) {
            pixel.setText(texts.get("explain.point"));
        } else {
            float value = relevance.get()
                    .pixels()[
                    pointed.get().y() * DigitImage.SIZE + pointed.get().x()];
            pixel.setText(
                    texts.get("map.value", pointed.get().x(), pointed.get().y(), Numbers.significant(value)));
        }
    }

    /** The picture with its legend, as large as there is room, and the words beside it. */
    private final class Body extends Pane {
        private static final double COLUMN = 12;
        private static final double COLUMN_SHARE = 0.3;
        private static final double GAP = 1.1;

        private final StackPane stage = new StackPane(picture, hint, catchingUp);
        private final ScrollPane column;

        Body() {
            StackPane.setAlignment(catchingUp, Pos.TOP_RIGHT);
            VBox words = new VBox(means, meansNot, strokesTitle, strokes);
            words.getStyleClass().add("explain-words");
            column = new PlainScrollPane(words);
            column.setFitToWidth(true);
            column.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            column.setFocusTraversable(false);
            column.getStyleClass().add("edge-to-edge");
            setMinSize(0, 0);
            getChildren().addAll(stage, legend, pixel, column);
        }

        @Override
        protected void layoutChildren() {
            double em = means.getFont().getSize();
            double gap = Math.round(GAP * em);
            double least = Math.max(COLUMN * em, getWidth() * COLUMN_SHARE);
            double widest = getWidth() - least - gap;
            double side = side(widest, legend.prefHeight(-1) + pixel.prefHeight(widest) + em);
            // What is narrow takes more lines, which leaves less for the picture.
            double legendHeight = legend.prefHeight(side);
            double pixelHeight = pixel.prefHeight(side);
            side = side(widest, legendHeight + pixelHeight + em);
            stage.resizeRelocate(0, 0, side, side);
            double legendTop = side + Math.round(em * 0.5);
            legend.resizeRelocate(0, legendTop, side, legendHeight);
            pixel.resizeRelocate(0, legendTop + legendHeight + Math.round(em * 0.2), side, pixelHeight);
            column.resizeRelocate(side + gap, 0, Math.max(0, getWidth() - side - gap), getHeight());
        }

        private double side(double widest, double below) {
            return Math.floor(Math.max(56, Math.min(widest, getHeight() - below)));
        }
    }
}
