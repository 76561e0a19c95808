package org.digitscope.ui.kernels;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitscope.image.ColorScale;
import org.digitscope.network.Kernels;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;

/** One filter: the input maps that it feeds on, one kernel large, and its weights to be changed. */
final class FilterDetail extends HBox {
    private final KernelsViewModel model;
    private final ChannelList channels;
    private final VBox channelBox;
    private final KernelPicture picture;
    private final WeightEditor editor;
    private double em = 1;

    FilterDetail(KernelsViewModel model, Texts texts, ColorScale colors) {
        super(14);
        this.model = model;
        this.channels = new ChannelList(model, texts);
        this.picture = new KernelPicture(model, texts, colors);
        this.editor = new WeightEditor(model, texts);
        setId("filter-detail");
        setMinHeight(0);
        Label feeds = new Label(texts.get("kernels.feeds"));
        feeds.getStyleClass().add("layer-line");
        this.channelBox = new VBox(4, feeds, channels);
        VBox.setVgrow(channels, Priority.ALWAYS);
        channels.setMinHeight(0);
        channels.setPrefHeight(0);
        picture.setMinWidth(60);
        editor.setMinWidth(Region.USE_PREF_SIZE);
        editor.setMaxWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(channelBox, picture, editor);
    }

    void setColors(ColorScale colors) {
        picture.setColors(colors);
    }

    void setEm(double size) {
        em = size;
        picture.setEm(size);
    }

    /** Follows the filter that is looked at and its weights. */
    void show() {
        Optional<Kernels> kernels = model.kernelsProperty().get();
        Controls.show(channelBox, kernels.filter(all -> all.channels() > 1).isPresent());
        channels.show();
        picture.paint();
        editor.show();
    }

    @Override
    protected void layoutChildren() {
        double list = Math.min(190 * em, getWidth() * 0.32);
        double editing = Math.min(210 * em, getWidth() * 0.34);
        double rest = getWidth() - editing - getSpacing() - (channelBox.isManaged() ? list + getSpacing() : 0);
        channelBox.setPrefWidth(list);
        channelBox.setMinWidth(list);
        picture.setPrefWidth(Math.max(60, Math.min(rest, picture.widthFor(getHeight()))));
        editor.setPrefWidth(editing);
        super.layoutChildren();
    }
}
