package org.digitscope.ui.help;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;

/** The button with the question mark. */
public final class HelpMenu extends MenuButton {
    private final Texts texts;
    private final Supplier<Optional<Integer>> resumable;
    private final MenuItem lesson;
    private final MenuItem restart;

    /** What its items do. */
    public interface Commands {
        void help();

        void lesson();

        void lessonFromTheBeginning();

        void gallery();

        void about();
    }

    /** @param resumable the step, counted from 1, at which a lesson that was left goes on */
    public HelpMenu(Texts texts, Commands commands, Supplier<Optional<Integer>> resumable) {
        this.texts = texts;
        this.resumable = resumable;
        Controls.icon(this, texts, "help", "mdi2h-help-circle-outline");
        getStyleClass().add("no-arrow");
        MenuItem help = item("menu-help", "menu.help", commands::help);
        this.lesson = item("menu-lesson", "menu.lesson", commands::lesson);
        this.restart = item("menu-anew", "menu.lesson-anew", commands::lessonFromTheBeginning);
        MenuItem gallery = item("menu-gallery", "menu.gallery", commands::gallery);
        MenuItem about = item("menu-about", "menu.about", commands::about);
        getItems().addAll(help, lesson, restart, gallery, new SeparatorMenuItem(), about);
        setOnShowing(event -> nameLesson());
        nameLesson();
    }

    private void nameLesson() {
        Optional<Integer> step = resumable.get();
        lesson.setText(step.map(number -> texts.get("menu.lesson-on", number)).orElse(texts.get("menu.lesson")));
        restart.setVisible(step.isPresent());
    }

    private MenuItem item(String id, String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
