package org.digitscope.ui.explain;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import org.digitscope.explain.Method;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;

/** All methods as buttons, of which one is on; those that do not fit are off. */
final class MethodChoice extends FlowPane {
    private final Map<Method, ToggleButton> buttons = new EnumMap<>(Method.class);

    MethodChoice(ExplainViewModel model, Texts texts) {
        super(5, 5);
        getStyleClass().add("methods");
        ToggleGroup group = new ToggleGroup();
        for (Method method : Method.values()) {
            String key = MethodTexts.of(method).control();
            ToggleButton button = Controls.name(new ToggleButton(texts.get(key)), texts, key);
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.selectedProperty().addListener((property, before, on) -> {
                if (on) {
                    model.methodProperty().set(method);
                }
            });
            buttons.put(method, button);
            getChildren().add(button);
        }
        group.selectedToggleProperty().addListener((property, before, chosen) -> {
            // One of them is always on.
            if (chosen == null && before != null) {
                before.setSelected(true);
            }
        });
        model.obstaclesProperty()
                .addListener((property, before, obstacles) ->
                        buttons.forEach((method, button) -> button.setDisable(obstacles.containsKey(method))));
        model.methodProperty().addListener((property, before, method) -> choose(method));
        choose(model.methodProperty().get());
    }

    private void choose(Method method) {
        ToggleButton button = buttons.get(method);
        if (button != null) {
            button.setSelected(true);
        }
    }
}
