package org.digitscope.ui.settings;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.digitscope.ui.common.Typeface;
import org.digitscope.ui.session.Appearance;

/** Language, contrast, size of type, hand and motion; everything takes effect at once. */
public final class SettingsView extends VBox {
    private static final List<Double> SCALES = List.of(1.0, 1.25, 1.5, 1.75, 2.0);

    private final SettingsViewModel model;
    private final Texts texts;
    private final ComboBox<Appearance.Language> language = new ComboBox<>();
    private final ComboBox<Double> scale = new ComboBox<>();
    private final Label done = new Label();
    private final Button undo;
    private boolean following;

    public SettingsView(SettingsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("settings-view");
        getStyleClass().add("settings");
        language.getItems().setAll(Appearance.Language.values());
        language.setConverter(shownAs(this::name));
        scale.getItems().setAll(SCALES);
        NumberFormat percent = NumberFormat.getPercentInstance(texts.locale());
        scale.setConverter(shownAs(percent::format));
        Controls.name(language, texts, "settings-language");
        Controls.name(scale, texts, "settings-scale");
        language.valueProperty().addListener((property, before, chosen) -> choose(look -> look.withLanguage(chosen)));
        scale.valueProperty().addListener((property, before, chosen) -> choose(look -> look.withTextScale(chosen)));
        Button reset = Controls.name(new Button(texts.get("settings-reset")), texts, "settings-reset");
        reset.setOnAction(event -> model.reset());
        undo = Controls.name(new Button(texts.get("settings-undo")), texts, "settings-undo");
        undo.setOnAction(event -> {
            model.undoReset();
            // It is hidden now, and the keyboard must not be lost with it.
            reset.requestFocus();
        });
        done.setId("settings-done");
        done.setWrapText(true);
        HBox ends = new HBox(8, reset, undo);
        ends.setAlignment(Pos.CENTER_LEFT);
        // One of its entries is Chinese in every language.
        language.setStyle(Typeface.style(Locale.SIMPLIFIED_CHINESE));
        getChildren()
                .addAll(
                        row(texts.get("settings-language"), language),
                        row(texts.get("settings-scale"), scale),
                        flag("settings-dark", Appearance::dark, Appearance::withDark),
                        flag("settings-contrast", Appearance::highContrast, Appearance::withHighContrast),
                        flag("settings-left", Appearance::leftHanded, Appearance::withLeftHanded),
                        flag("settings-motion", Appearance::reducedMotion, Appearance::withReducedMotion),
                        ends,
                        done);
        model.appearanceProperty().addListener(changed -> follow());
        model.beforeResetProperty().addListener(changed -> tellOfReset());
        follow();
        tellOfReset();
    }

    private void choose(java.util.function.UnaryOperator<Appearance> change) {
        if (!following) {
            model.change(change);
        }
    }

    private void follow() {
        following = true;
        Appearance look = model.appearanceProperty().get();
        language.setValue(look.language());
        scale.setValue(look.textScale());
        following = false;
    }

    private void tellOfReset() {
        boolean wasReset = model.beforeResetProperty().get().isPresent();
        done.setText(wasReset ? texts.get("settings.was-reset") : "");
        Controls.show(done, wasReset);
        Controls.show(undo, wasReset);
    }

    private CheckBox flag(
            String key, Predicate<Appearance> value, BiFunction<Appearance, Boolean, Appearance> changed) {
        CheckBox box = Controls.name(new CheckBox(texts.get(key + ".name")), texts, key);
        box.setWrapText(true);
        box.setSelected(value.test(model.appearanceProperty().get()));
        box.selectedProperty().addListener((property, before, on) -> model.change(look -> changed.apply(look, on)));
        model.appearanceProperty().addListener((property, before, look) -> box.setSelected(value.test(look)));
        return box;
    }

    private static HBox row(String text, ComboBox<?> choice) {
        Label label = new Label(text);
        label.setLabelFor(choice);
        label.getStyleClass().add("settings-label");
        HBox row = new HBox(8, label, choice);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** A language is written in itself, so that whoever chose the wrong one finds back. */
    private String name(Appearance.Language spoken) {
        return switch (spoken) {
            case SYSTEM -> texts.get("settings.system");
            case ENGLISH -> "English";
            case CHINESE -> "简体中文";
        };
    }

    private static <T> StringConverter<T> shownAs(java.util.function.Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return Optional.ofNullable(value).map(name).orElse("");
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nobody types in this list");
            }
        };
    }
}
