package org.digitscope.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.digitscope.ui.common.Typeface;
import org.digitscope.ui.session.Appearance;
import org.digitscope.ui.session.Session;
import org.kordamp.ikonli.javafx.FontIcon;

/** Model, open, save, language, and the theme. */
final class TopBar extends ToolBar {
    private final ComboBox<String> models = new ComboBox<>();
    private final Session session;
    private final ModelChoice useModel;
    private final Supplier<Set<String>> openedModels;
    private boolean following;
    private Optional<String> wanted = Optional.empty();

    TopBar(
            Session session,
            Texts texts,
            BooleanProperty dark,
            Commands commands,
            ModelChoice useModel,
            Supplier<Set<String>> openedModels,
            Supplier<List<Path>> recentFiles) {
        this.session = session;
        this.useModel = useModel;
        this.openedModels = openedModels;
        models.getItems().addAll(ModelCatalog.BUNDLED);
        models.setPrefWidth(150);
        Controls.name(models, texts, "model");
        models.valueProperty().addListener((property, before, name) -> choose(name));
        session.modelProperty().addListener((property, before, model) -> follow(model));

        SplitMenuButton open = new SplitMenuButton();
        open.setText(texts.get("open"));
        open.setGraphic(new FontIcon("mdi2f-folder-open-outline"));
        Controls.name(open, texts, "open");
        open.setOnAction(event -> commands.open());
        open.setOnShowing(event -> fillRecent(open, recentFiles.get(), commands, texts));
        open.getItems().add(new MenuItem(texts.get("recent.none")));

        Button saveInk = new Button(texts.get("save-ink"), new FontIcon("mdi2c-content-save-outline"));
        Controls.name(saveInk, texts, "save-ink");
        saveInk.setOnAction(event -> commands.saveInk());
        saveInk.disableProperty()
                .bind(javafx.beans.binding.Bindings.createBooleanBinding(
                        () -> session.committedProperty().get().isEmpty(), session.committedProperty()));
        ExportMenu export = new ExportMenu(texts, commands);

        Button theme = Controls.icon(new Button(), texts, "theme", "mdi2w-weather-night");
        theme.setOnAction(event -> dark.set(!dark.get()));
        dark.addListener((property, before, on) ->
                theme.setGraphic(new FontIcon(on ? "mdi2w-white-balance-sunny" : "mdi2w-weather-night")));
        theme.setGraphic(new FontIcon(dark.get() ? "mdi2w-white-balance-sunny" : "mdi2w-weather-night"));

        MenuButton language = new MenuButton(texts.get("language.short"));
        Controls.name(language, texts, "language");
        for (Appearance.Language spoken : Appearance.Language.values()) {
            MenuItem item = new MenuItem(texts.get(key(spoken)));
            if (spoken == Appearance.Language.CHINESE) {
                language.setOnShowing(event -> item.setStyle(Typeface.style(Locale.SIMPLIFIED_CHINESE)));
            }
            item.setOnAction(event -> commands.speak(spoken));
            language.getItems().add(item);
        }

        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getItems().addAll(models, open, new Separator(Orientation.VERTICAL), saveInk, export, gap);
        Button present = new Button(texts.get("present"), new FontIcon("mdi2p-presentation"));
        Controls.name(present, texts, "present");
        present.setOnAction(event -> commands.present());
        Button settings = Controls.icon(new Button(), texts, "settings", "mdi2c-cog-outline");
        settings.setOnAction(event -> commands.showSettings());
        getItems().addAll(present, settings, language, theme);
    }

    /** What the buttons do; the shortcuts do the same. */
    interface Commands {
        void open();

        void open(Path file);

        void saveInk();

        void savePicture();

        void speak(Appearance.Language language);

        void present();

        void showSettings();

        void saveState();

        void export(ExportMenu.Part part);

        void copy(ExportMenu.Part part);
    }

    /** Loads a model by name, and tells if that fails. */
    @FunctionalInterface
    interface ModelChoice {
        void use(String name, Runnable failed);
    }

    private static String key(Appearance.Language language) {
        return switch (language) {
            case SYSTEM -> "language.system";
            case ENGLISH -> "language.english";
            case CHINESE -> "language.chinese";
        };
    }

    private void choose(String name) {
        boolean isCurrent = session.modelProperty()
                .get()
                .filter(model -> model.card().name().equals(name))
                .isPresent();
        if (following || name == null) {
            return;
        }
        wanted = Optional.of(name).filter(chosen -> !isCurrent);
        if (wanted.isPresent()) {
            useModel.use(name, () -> giveUp(name));
        }
    }

    private void giveUp(String name) {
        if (wanted.equals(Optional.of(name))) {
            wanted = Optional.empty();
            follow(session.modelProperty().get());
        }
    }

    /** Shows the model in use, also if it came from a file. */
    private void follow(Optional<LoadedModel> model) {
        following = true;
        openedModels.get().stream()
                .filter(name -> !models.getItems().contains(name))
                .forEach(models.getItems()::add);
        model.map(loaded -> loaded.card().name()).ifPresent(name -> {
            if (!models.getItems().contains(name)) {
                models.getItems().add(name);
            }
            // While another one is wanted and still loads, the list stays on that.
            if (wanted.isEmpty() || wanted.get().equals(name)) {
                wanted = Optional.empty();
                models.setValue(name);
            }
        });
        following = false;
    }

    private static void fillRecent(SplitMenuButton open, List<Path> recent, Commands commands, Texts texts) {
        open.getItems().clear();
        for (Path file : recent) {
            MenuItem item = new MenuItem(String.valueOf(file.getFileName()));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> commands.open(file));
            open.getItems().add(item);
        }
        if (recent.isEmpty()) {
            MenuItem none = new MenuItem(texts.get("recent.none"));
            none.setDisable(true);
            open.getItems().add(none);
        }
    }
}
