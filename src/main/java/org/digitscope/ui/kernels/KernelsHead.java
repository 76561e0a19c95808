package org.digitscope.ui.kernels;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.digitscope.image.ColorScale;
import org.digitscope.network.Kernels;
import org.digitscope.network.WeightEdits.Weight;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;

/** Which convolution is looked at, how its filters are sorted, and the legend. */
final class KernelsHead extends FlowPane {
    private final KernelsViewModel model;
    private final Texts texts;
    private final ComboBox<Integer> layer;
    private final ComboBox<FilterOrder> order;
    private final ScaleLegend legend;
    private List<String> names = List.of();
    private boolean following;

    KernelsHead(KernelsViewModel model, Texts texts, ColorScale colors) {
        super(12, 6);
        this.model = model;
        this.texts = texts;
        this.layer = Controls.name(new ComboBox<>(), texts, "kernel-layer");
        this.order = Controls.name(new ComboBox<>(), texts, "kernel-order");
        this.legend = new ScaleLegend(colors);
        setAlignment(Pos.CENTER_LEFT);
        layer.setConverter(named(this::layerName));
        layer.valueProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                model.chooseLayer(now);
            }
        });
        order.setConverter(named(this::orderName));
        order.getItems().setAll(FilterOrder.values());
        order.valueProperty().bindBidirectional(model.orderProperty());
        Label sorted = new Label(texts.get("kernel-order"));
        sorted.setLabelFor(order);
        HBox sorting = new HBox(6, sorted, order);
        sorting.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(layer, sorting, legend);
    }

    void setEm(double em) {
        legend.setEm(em);
    }

    void setColors(ColorScale colors) {
        legend.setColors(colors);
    }

    /** Follows the model, the chosen layer and the changes. */
    void show() {
        following = true;
        List<Integer> layers = model.convolutionsProperty().get();
        List<String> now = layers.stream().map(this::layerName).toList();
        if (!now.equals(names)) {
            names = now;
            layer.getItems().setAll(layers);
        }
        Optional<Weight> chosen = model.chosenProperty().get();
        layer.setValue(chosen.map(Weight::layer).orElse(null));
        following = false;
        legend.show(model.magnitude());
    }

    private String layerName(int index) {
        int number = model.convolutionsProperty().get().indexOf(index) + 1;
        Optional<Kernels> kernels = model.loaded(index);
        return kernels.map(all -> texts.get("kernels.layer", number, all.filters(), all.height() + "×" + all.width()))
                .orElse("");
    }

    private String orderName(FilterOrder by) {
        return switch (by) {
            case INDEX -> texts.get("kernels.by-index");
            case NORM -> texts.get("kernels.by-norm");
            case ACTIVITY -> texts.get("kernels.by-activity");
        };
    }

    private static <T> StringConverter<T> named(java.util.function.Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T item) {
                return item == null ? "" : name.apply(item);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nobody types here");
            }
        };
    }
}
