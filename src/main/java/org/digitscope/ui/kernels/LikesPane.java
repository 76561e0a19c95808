package org.digitscope.ui.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.digitscope.ui.common.Numbers;
import org.digitscope.ui.common.PlainScrollPane;

/** What the chosen filter likes: samples that excite it, and its preferred pattern; each when somebody asks. */
final class LikesPane extends StackPane {
    private static final double SAMPLE = 58;
    private static final double PATTERN = 112;
    private static final double WIDE = 540;

    private final FilterLikes likes;
    private final Texts texts;
    private final Button findSamples;
    private final ProgressBar samplesProgress = new ProgressBar();
    private final FlowPane samples = new FlowPane(8, 6);
    private final Label samplesMeaning = new Label();
    private final Button findPattern;
    private final ProgressBar patternProgress = new ProgressBar();
    private final DigitPicture pattern = new DigitPicture();
    private final Label patternMeaning = new Label();
    private final GridPane parts = new GridPane();
    private final VBox left;
    private final VBox right;
    private double em = 1;
    private boolean dark;

    LikesPane(FilterLikes likes, Texts texts) {
        this.likes = likes;
        this.texts = texts;
        this.findSamples = Controls.name(new Button(texts.get("find-samples")), texts, "find-samples");
        this.findPattern = Controls.name(new Button(texts.get("find-pattern")), texts, "find-pattern");
        setId("filter-likes");
        setMinHeight(0);
        samples.setId("liked-samples");
        pattern.setId("liked-pattern");
        samplesMeaning.setId("samples-meaning");
        patternMeaning.setId("pattern-meaning");
        findSamples.setOnAction(event -> likes.findSamples());
        findPattern.setOnAction(event -> likes.findPattern());
        left = new VBox(6, head("likes.samples", findSamples, samplesProgress), samples, meaning(samplesMeaning));
        HBox made = new HBox(10, pattern, meaning(patternMeaning));
        HBox.setHgrow(patternMeaning, Priority.ALWAYS);
        patternMeaning.setMinWidth(0);
        right = new VBox(6, head("likes.pattern", findPattern, patternProgress), made);
        parts.setHgap(20);
        parts.setVgap(14);
        parts.getChildren().addAll(left, right);
        arrange();
        ScrollPane scroll = new PlainScrollPane(parts);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinHeight(0);
        scroll.setPrefHeight(0);
        getChildren().add(scroll);
        widthProperty().addListener((property, before, now) -> arrange());
        follow(likes.samplesProperty());
        follow(likes.patternProperty());
    }

    void setEm(double size) {
        if (size != em) {
            em = size;
            arrange();
            show();
        }
    }

    void setDark(boolean on) {
        dark = on;
        show();
    }

    private void follow(ObservableValue<?> finding) {
        finding.addListener((property, before, now) -> show());
    }

    /** Side by side where there is room. */
    private void arrange() {
        boolean wide = getWidth() > WIDE * em;
        GridPane.setConstraints(left, 0, 0);
        GridPane.setConstraints(right, wide ? 1 : 0, wide ? 0 : 1);
        parts.getColumnConstraints().setAll(wide ? List.of(column(50), column(50)) : List.of(column(100)));
    }

    private static ColumnConstraints column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    private VBox head(String key, Button button, ProgressBar progress) {
        Label title = new Label(texts.get(key));
        title.getStyleClass().add("detail-title");
        button.setMinWidth(Region.USE_PREF_SIZE);
        progress.setMinWidth(40);
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        HBox row = new HBox(10, button, progress);
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, title, row);
    }

    private static Label meaning(Label label) {
        label.getStyleClass().add("layer-line");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void show() {
        Finding<List<FilterLikes.Sample>> liked = likes.samplesProperty().get();
        show(liked, findSamples, samplesProgress);
        List<Node> pictures = new ArrayList<>();
        for (FilterLikes.Sample sample : liked.found().orElse(List.of())) {
            pictures.add(picture(sample));
        }
        samples.getChildren().setAll(pictures);
        Controls.show(samples, !pictures.isEmpty());
        boolean none = liked.state() == Finding.State.DONE && pictures.isEmpty();
        String key = none ? "likes.samples-none" : "likes.samples-meaning";
        String meaningOfSamples = likes.lookedAtProperty()
                .get()
                .filter(read -> liked.state() != Finding.State.IDLE)
                .map(read -> source(read) + " " + texts.get(key))
                .orElse(texts.get(key));
        samplesMeaning.setText(liked.state() == Finding.State.FAILED ? texts.get("likes.failed") : meaningOfSamples);

        Finding<FilterLikes.Pattern> preferred = likes.patternProperty().get();
        show(preferred, findPattern, patternProgress);
        Controls.show(pattern, preferred.found().isPresent());
        preferred
                .found()
                .ifPresent(made -> pattern.showPart(made.levels(), made.field(), Math.rint(PATTERN * em), dark));
        String meaning = texts.get("likes.pattern-meaning");
        String rise = preferred
                .found()
                .map(made -> texts.get(
                                "likes.pattern-value",
                                made.field().right() - made.field().left(),
                                made.field().bottom() - made.field().top(),
                                Numbers.brief(made.before()),
                                Numbers.brief(made.after()))
                        + " ")
                .orElse("");
        boolean failed = preferred.state() == Finding.State.FAILED;
        patternMeaning.setText(failed ? texts.get("likes.pattern-failed") : rise + meaning);
    }

    private String source(Samples read) {
        return texts.get(
                read.source() == Samples.Source.MNIST ? "likes.from-mnist" : "likes.from-own",
                read.images().size());
    }

    private void show(Finding<?> finding, Button button, ProgressBar progress) {
        boolean running = finding.state() == Finding.State.RUNNING;
        progress.setVisible(running);
        progress.setProgress(finding.progress());
        boolean done = running || finding.state() == Finding.State.DONE;
        // Or the keyboard would go on to the button that takes all changes back.
        if (done && button.isFocused()) {
            Optional.ofNullable(getScene().lookup("#filter-tiles")).ifPresent(Node::requestFocus);
        }
        button.setDisable(done);
    }

    private VBox picture(FilterLikes.Sample sample) {
        DigitPicture picture = new DigitPicture();
        picture.show(sample.image().pixels(), Optional.of(sample.field()), Math.rint(SAMPLE * em), dark);
        Label value = new Label(Numbers.brief(sample.value()));
        value.getStyleClass().add("layer-line");
        VBox box = new VBox(1, picture, value);
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
