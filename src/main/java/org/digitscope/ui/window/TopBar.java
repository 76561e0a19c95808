package org.digitscope.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
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

/** Model, open, save, language, the theme, and help. */
final class TopBar extends ToolBar {
    private static final String MOON = "mdi2w-weather-night";
    private static final String SUN = "mdi2w-white-balance-sunny";
    /** Buttons whose names are left out where there is too little room. */
    static final String ICON_AND_NAME = "icon-and-name";

    private final ComboBox<String> models = new ComboBox<>();
    private final Session session;
    private final Texts texts;
    private final Commands commands;
    private final ModelChoice useModel;
    private final Supplier<Set<String>> openedModels;
    private final Supplier<? extends Node> help;
    private final Region gap = new Region();
    private boolean following;
    private Optional<String> wanted = Optional.empty();

    /**
     * There is nothing to see until {@link #build}, but the bar is as high as it is going to be.
     *
     * @param help makes the button that is last
     */
    TopBar(
            Session session,
            Texts texts,
            Commands commands,
            ModelChoice useModel,
            Supplier<Set<String>> openedModels,
            Supplier<? extends Node> help) {
        this.session = session;
        this.texts = texts;
        this.commands = commands;
        this.useModel = useModel;
        this.openedModels = openedModels;
        this.help = help;
        HBox.setHgrow(gap, Priority.ALWAYS);
        Region icon = new Region();
        icon.getStyleClass().add("icon-place");
        Button place = new Button(texts.get("open"), icon);
        // What is not visible gets no style, and so no padding.
        place.setOpacity(0);
        place.setMouseTransparent(true);
        place.setFocusTraversable(false);
        getItems().add(place);
    }

    /** Fills the bar. */
    void build(BooleanProperty dark, Supplier<List<Path>> recentFiles) {
        models.getItems().addAll(ModelCatalog.BUNDLED);
        models.setPrefWidth(150);
        Controls.name(models, texts, "model");
        models.valueProperty().addListener((property, before, name) -> choose(name));
        session.modelProperty().addListener((property, before, model) -> follow(model));
        follow(session.modelProperty().get());
        Button present = new Button(texts.get("present"), new FontIcon("mdi2p-presentation"));
        Controls.name(present, texts, "present");
        present.getStyleClass().add(ICON_AND_NAME);
        present.setOnAction(event -> commands.present());
        Button settings = Controls.icon(new Button(), texts, "settings", "mdi2c-cog-outline");
        settings.setOnAction(event -> commands.showSettings());
        getItems()
                .setAll(
                        models,
                        open(recentFiles),
                        new Separator(Orientation.VERTICAL),
                        saveInk(),
                        new ExportMenu(texts, commands),
                        gap,
                        present,
                        settings,
                        language(),
                        theme(dark),
                        help.get());
    }

    private Node open(Supplier<List<Path>> recentFiles) {
        SplitMenuButton open = new SplitMenuButton();
        open.setText(texts.get("open"));
        open.setGraphic(new FontIcon("mdi2f-folder-open-outline"));
        Controls.name(open, texts, "open");
        open.getStyleClass().add(ICON_AND_NAME);
        open.setOnAction(event -> commands.open());
        open.setOnShowing(event -> fillRecent(open, recentFiles.get(), commands, texts));
        open.getItems().add(new MenuItem(texts.get("recent.none")));
        return open;
    }

    private Node saveInk() {
        Button saveInk = new Button(texts.get("save-ink"), new FontIcon("mdi2c-content-save-outline"));
        Controls.name(saveInk, texts, "save-ink");
        saveInk.getStyleClass().add(ICON_AND_NAME);
        saveInk.setOnAction(event -> commands.saveInk());
        saveInk.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> session.committedProperty().get().isEmpty(), session.committedProperty()));
        return saveInk;
    }

    private Node theme(BooleanProperty dark) {
        Button theme = Controls.icon(new Button(), texts, "theme", dark.get() ? SUN : MOON);
        theme.setOnAction(event -> dark.set(!dark.get()));
        dark.addListener((property, before, on) -> theme.setGraphic(new FontIcon(on ? SUN : MOON)));
        return theme;
    }

    private Node language() {
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
        return language;
    }

    /** What the buttons do; the shortcuts do the same. */
    interface Commands {
        void open();

        void open(Path file);

        /** Empties the list of files that were opened or saved. */
        void forgetRecent();

        void saveInk();

        void savePicture();

        void speak(Appearance.Language language);

        void present();

        void showSettings();

        void saveState();

        /** Whether a part can be seen now. */
        boolean isShown(ExportMenu.Part part);

        void export(ExportMenu.Part part);

        void copy(ExportMenu.Part part);

        /** Whether there are strokes on the pad. */
        boolean hasInk();

        /** Adds the drawing with a label to the file of drawings, which is asked for at the first time. */
        void collect(String label);

        /** Asks for the file of drawings. */
        void chooseCollection();
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
        } else {
            MenuItem clear = new MenuItem(texts.get("recent.clear"));
            clear.setId("clear-recent");
            clear.setOnAction(event -> commands.forgetRecent());
            open.getItems().addAll(new SeparatorMenuItem(), clear);
        }
    }
}
