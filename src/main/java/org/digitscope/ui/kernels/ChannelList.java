package org.digitscope.ui.kernels;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.digitscope.network.Kernels;
import org.digitscope.network.WeightEdits.Weight;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Numbers;
import org.jspecify.annotations.Nullable;

/** The input maps of a filter, the one that it feeds on most first, each with a bar as long as its kernel is strong. */
final class ChannelList extends ListView<Integer> {
    private final KernelsViewModel model;
    private final Texts texts;
    private double strongest;
    private boolean following;

    ChannelList(KernelsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("kernel-channels");
        getStyleClass().addAll("kernel-channels", "dense");
        setTooltip(new Tooltip(texts.get("kernel-channels.tip")));
        setAccessibleText(texts.get("kernel-channels.name"));
        setCellFactory(list -> new Cell());
        getSelectionModel().selectedItemProperty().addListener((property, before, channel) -> {
            if (channel != null && !following) {
                model.chooseChannel(channel);
            }
        });
    }

    /** Lists the input maps of the filter that is looked at. */
    void show() {
        Optional<Weight> shown = model.shown();
        Optional<Kernels> kernels = model.kernelsProperty().get();
        following = true;
        if (shown.isEmpty() || kernels.isEmpty()) {
            getItems().clear();
        } else {
            int filter = shown.get().filter();
            List<Integer> channels = Strengths.channels(kernels.get(), filter);
            strongest = Strengths.ofKernel(kernels.get(), filter, channels.get(0));
            if (!getItems().equals(channels)) {
                getItems().setAll(channels);
            }
            Integer channel = shown.get().channel();
            if (!channel.equals(getSelectionModel().getSelectedItem())) {
                getSelectionModel().select(channel);
                scrollTo(channel);
            }
            refresh();
        }
        following = false;
    }

    /** One input map. */
    private final class Cell extends ListCell<Integer> {
        private final Label name = new Label();
        private final Label number = new Label();
        private final Region bar = new Region();
        private final StackPane track = new StackPane(bar);
        private final HBox row = new HBox(6, name, track, number);

        Cell() {
            row.setAlignment(Pos.CENTER_LEFT);
            track.setAlignment(Pos.CENTER_LEFT);
            track.setMinWidth(0);
            track.setPrefWidth(10);
            HBox.setHgrow(track, Priority.ALWAYS);
            bar.getStyleClass().add("kernel-bar");
            name.getStyleClass().add("kernel-map");
            number.setMinWidth(Region.USE_PREF_SIZE);
            // The row is never wider than the list.
            row.prefWidthProperty().bind(ChannelList.this.widthProperty().subtract(42));
            setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable Integer channel, boolean empty) {
            super.updateItem(channel, empty);
            Optional<Kernels> kernels = model.kernelsProperty().get();
            Optional<Weight> shown = model.shown();
            boolean known = channel != null
                    && kernels.isPresent()
                    && shown.isPresent()
                    && channel < kernels.get().channels();
            if (empty || channel == null || !known) {
                setGraphic(null);
                setText(null);
                return;
            }
            int filter = shown.orElseThrow().filter();
            double strength = Strengths.ofKernel(kernels.orElseThrow(), filter, channel);
            String changed = model.isChanged(filter, channel) ? " *" : "";
            name.setText(texts.get("kernels.map", channel + 1) + changed);
            number.setText(Numbers.brief(strength));
            double share = strongest > 0 ? strength / strongest : 0;
            bar.maxWidthProperty().unbind();
            bar.maxWidthProperty().bind(track.widthProperty().multiply(share));
            setText(texts.get("kernels.map", channel + 1) + ", " + number.getText());
            setGraphic(row);
        }
    }
}
