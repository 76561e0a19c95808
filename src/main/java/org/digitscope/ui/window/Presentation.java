package org.digitscope.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.digitscope.ui.lesson.LessonView;
import org.digitscope.ui.pad.PadView;

/** The whole screen for the pad, the answer and one picture; everything is as before when it ends. */
final class Presentation implements LessonView.Guide {
    private static final List<String> PICTURES =
            List.of("present-seen", "present-layers", "present-explain", "present-kernels");
    private static final List<KeyCode> KEYS = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4);
    private static final List<KeyCode> KEYS_OF_THE_PAD =
            List.of(KeyCode.NUMPAD1, KeyCode.NUMPAD2, KeyCode.NUMPAD3, KeyCode.NUMPAD4);
    private static final Duration HINT = Duration.seconds(6);
    private static final double INK = 1.5;

    private final Stage stage;
    private final BorderPane root;
    private final ContentPane content;
    private final MiddlePane middle;
    private final PadView pad;
    private final Texts texts;
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final ChangeListener<Boolean> followScreen;
    private Optional<Before> before = Optional.empty();
    private Optional<Foot> foot = Optional.empty();
    private int picture;

    /** What comes back at the end. */
    private record Before(
            Node top,
            Node bottom,
            int tab,
            boolean timeline,
            boolean fullScreen,
            Cursor cursor,
            Optional<Node> focus) {}

    Presentation(Stage stage, BorderPane root, ContentPane content, MiddlePane middle, PadView pad, Texts texts) {
        this.stage = stage;
        this.root = root;
        this.content = content;
        this.middle = middle;
        this.pad = pad;
        this.texts = texts;
        this.followScreen = (property, was, fullScreen) -> {
            // The desktop may end it, too.
            if (was && !fullScreen) {
                leave();
            }
        };
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Whether it goes on. */
    ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    void toggle() {
        if (on.get()) {
            leave();
        } else {
            enter();
        }
    }

    private void enter() {
        Foot shown = foot.orElseGet(() -> new Foot(texts));
        foot = Optional.of(shown);
        before = Optional.of(new Before(
                root.getTop(),
                root.getBottom(),
                middle.chosen(),
                middle.timelineButton().isSelected(),
                stage.isFullScreen(),
                pad.getCursor(),
                Optional.ofNullable(root.getScene().getFocusOwner())));
        middle.timelineButton().setSelected(false);
        middle.showHead(false);
        root.setTop(null);
        root.setBottom(shown);
        root.getStyleClass().add("presenting");
        pad.setInkScale(INK);
        pad.setCursor(PenCursor.create());
        shown.begin();
        show(picture);
        on.set(true);
        pad.requestFocus();
        stage.setFullScreenExitHint("");
        // Escape is ours: where the desktop takes it, the listener follows.
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreen(true);
        stage.fullScreenProperty().addListener(followScreen);
    }

    /** Ends it; nothing happens if it is not on. */
    void leave() {
        if (before.isEmpty()) {
            return;
        }
        Before was = before.get();
        before = Optional.empty();
        stage.fullScreenProperty().removeListener(followScreen);
        foot.ifPresent(Foot::end);
        content.present(Optional.empty());
        middle.choose(was.tab());
        middle.showHead(true);
        middle.timelineButton().setSelected(was.timeline());
        root.setTop(was.top());
        root.setBottom(was.bottom());
        root.getStyleClass().remove("presenting");
        pad.setInkScale(1);
        pad.setCursor(was.cursor());
        on.set(false);
        if (!was.fullScreen()) {
            stage.setFullScreen(false);
        }
        was.focus().ifPresent(Node::requestFocus);
    }

    @Override
    public void showSeen() {
        if (on.get()) {
            show(0);
        }
    }

    /** It is there without the presentation only. */
    @Override
    public void showBar() {
        leave();
    }

    /** Shows a view of the middle, counted from 0, in the presentation or without it. */
    @Override
    public void showView(int view) {
        if (on.get()) {
            show(view + 1);
        } else {
            middle.choose(view);
        }
    }

    /** @param number 0 for what the network sees, 1 and more for the views of the middle */
    private void show(int number) {
        picture = number;
        foot.ifPresent(shown -> shown.choose(number));
        if (number > 0) {
            middle.choose(number - 1);
        }
        content.present(Optional.of(number == 0));
    }

    private void key(KeyEvent event) {
        if (!on.get() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int number = Math.max(KEYS.indexOf(event.getCode()), KEYS_OF_THE_PAD.indexOf(event.getCode()));
        if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
        } else if (number >= 0 && !(event.getTarget() instanceof TextInputControl)) {
            show(number);
            event.consume();
        }
    }

    /** The row below: a choice among the pictures, and for a while how one gets out. */
    private final class Foot extends HBox {
        private final List<ToggleButton> chooser = new ArrayList<>();
        private final Label hint;
        private final PauseTransition hideHint = new PauseTransition(HINT);

        Foot(Texts texts) {
            super(4);
            ToggleGroup group = new ToggleGroup();
            for (int i = 0; i < PICTURES.size(); i++) {
                int chosen = i;
                String key = PICTURES.get(i);
                ToggleButton button = Controls.name(new ToggleButton(texts.get(key)), texts, key);
                button.setToggleGroup(group);
                button.getStyleClass().add("present-choice");
                button.setOnAction(event -> show(chosen));
                chooser.add(button);
            }
            hint = new Label(texts.get("present.hint"));
            hint.setId("present-hint");
            hint.getStyleClass().add("present-hint");
            hideHint.setOnFinished(event -> hint.setVisible(false));
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            getChildren().addAll(chooser);
            getChildren().addAll(gap, hint);
            setAlignment(Pos.CENTER_LEFT);
            getStyleClass().add("present-foot");
            setId("present-foot");
        }

        void begin() {
            hint.setVisible(true);
            hideHint.playFromStart();
        }

        void end() {
            hideHint.stop();
        }

        void choose(int number) {
            chooser.get(number).setSelected(true);
        }
    }
}
