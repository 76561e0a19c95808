package org.digitscope.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The middle of the window: one of several views, chosen by a row of buttons. Each is built when it is first shown, and
 * none before {@link #build()}; those that are hidden do nothing.
 */
final class MiddlePane extends VBox {

    /**
     * @param key of its texts, and the id of its button
     * @param page builds what is shown
     */
    record Tab(String key, Supplier<Page> page) {}

    /**
     * @param view what is shown
     * @param onActive told whether it is shown
     */
    record Page(Region view, Consumer<Boolean> onActive) {}

    private final Texts texts;
    private final StackPane body = new StackPane();

    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final List<Consumer<Boolean>> pages = new ArrayList<>();
    private final ToggleButton timeline;
    private final HBox choice = new HBox();
    private final HBox head = new HBox();
    private boolean built;

    MiddlePane(Texts texts, List<Tab> tabs) {
        this.texts = texts;
        for (Tab tab : tabs) {
            ToggleButton button = new ToggleButton(texts.get(tab.key()));
            button.setId(tab.key());
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            int place = buttons.size();
            button.getStyleClass()
                    .add(place == 0 ? "left-pill" : place == tabs.size() - 1 ? "right-pill" : "center-pill");
            Consumer<Boolean> page = showing(tab, button);
            button.selectedProperty().addListener((property, before, on) -> {
                if (built) {
                    page.accept(on);
                }
            });
            buttons.add(button);
            pages.add(page);
        }
        group.selectedToggleProperty().addListener((property, before, chosen) -> {
            // One of them is always on.
            if (chosen == null && before != null) {
                before.setSelected(true);
            }
        });
        choice.getChildren().addAll(buttons);
        timeline = new ToggleButton(texts.get("show-timeline"));
        timeline.setId("show-timeline");
        timeline.setMinWidth(Region.USE_PREF_SIZE);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("middle-head");
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
        setId("middle");
        setSpacing(10);
        setMinHeight(0);
        choose(0);
    }

    private Consumer<Boolean> showing(Tab tab, ToggleButton button) {
        return new Consumer<>() {
            private Optional<Page> known = Optional.empty();

            @Override
            public void accept(Boolean on) {
                Page page = known.orElseGet(tab.page());
                if (known.isEmpty()) {
                    known = Optional.of(page);
                    body.getChildren().add(page.view());
                }
                if (!on) {
                    Controls.leave(page.view(), button);
                }
                Controls.show(page.view(), on);
                page.onActive().accept(on);
            }
        };
    }

    /** Adds the buttons and the view that is chosen; until then there is nothing to see. */
    void build() {
        buttons.forEach(button -> Controls.name(button, texts, button.getId()));
        Controls.name(timeline, texts, timeline.getId());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getChildren().setAll(choice, gap, timeline);
        timeline.setGraphic(new FontIcon("mdi2c-chart-timeline-variant"));
        head.widthProperty().addListener(changed -> followRoom());
        timeline.fontProperty().addListener(changed -> followRoom());
        followRoom();
        built = true;
        pages.get(chosen()).accept(true);
    }

    /** Where words have no room beside the other buttons, a sign stands for them. */
    private void followRoom() {
        timeline.setContentDisplay(ContentDisplay.TEXT_ONLY);
        if (head.getWidth() < choice.prefWidth(-1) + timeline.prefWidth(-1)) {
            timeline.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }
    }

    /** Shows one of the views, counted from 0. */
    void choose(int tab) {
        buttons.get(tab).setSelected(true);
    }

    /** Shows the view of that key; another program's key changes nothing. */
    void choose(String key) {
        buttons.stream().filter(button -> key.equals(button.getId())).forEach(button -> button.setSelected(true));
    }

    /** The key of the view that is shown. */
    String chosenKey() {
        return buttons.get(chosen()).getId();
    }

    /** The view that is shown, counted from 0. */
    int chosen() {
        return buttons.indexOf(group.getSelectedToggle());
    }

    /** Shows or hides the row of buttons. */
    void showHead(boolean shown) {
        Controls.show(head, shown);
    }

    /** Whether the line of time is wanted. */
    ToggleButton timelineButton() {
        return timeline;
    }
}
