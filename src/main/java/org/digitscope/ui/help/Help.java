package org.digitscope.ui.help;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.files.FileProblem;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.SidePanel;
import org.digitscope.ui.session.Session;

/** The pages of help, in the panel that they share with others. For the JavaFX thread. */
public final class Help {
    private final Session session;
    private final Texts texts;
    private final SidePanel panel;
    private final ModelCatalog catalog;
    private final Path logs;
    private final Executor fxThread;
    private final Consumer<String> tell;
    private Optional<HelpPage> helpPage = Optional.empty();

    /**
     * @param logs the folder of the log, the end of which goes into the diagnostics
     * @param fxThread hands work to the JavaFX thread
     * @param tell shows a sentence
     */
    public Help(
            Session session,
            Texts texts,
            SidePanel panel,
            ModelCatalog catalog,
            Path logs,
            Executor fxThread,
            Consumer<String> tell) {
        this.session = session;
        this.texts = texts;
        this.panel = panel;
        this.catalog = catalog;
        this.logs = logs;
        this.fxThread = fxThread;
        this.tell = tell;
    }

    /** Shows every shortcut and gesture, or puts them away again. */
    public void toggleHelp() {
        if (helpPage.filter(panel::isShowing).isPresent()) {
            panel.hide();
            return;
        }
        HelpPage page = helpPage.orElseGet(() -> new HelpPage(texts));
        helpPage = Optional.of(page);
        panel.show(texts.get("help.title"), page, Optional.empty());
    }

    /** Shows what the program is. */
    public void showAbout() {
        AboutPage page = new AboutPage(texts, this::copyDiagnostics);
        panel.show(texts.get("about.title"), page, Optional.empty());
        inBackground(() -> {
            try {
                String madeOf = About.runtimes(catalog);
                List<String> models = About.models(catalog);
                String licences = About.licences();
                return () -> page.show(madeOf, models, licences);
            } catch (IOException e) {
                return () -> tell.accept(texts.get("problem.other", FileProblem.told(e, texts.locale())));
            }
        });
    }

    /** Puts what helps to find the cause of a problem on the clipboard, soon. */
    void copyDiagnostics() {
        Optional<LoadedModel> model = session.modelProperty().get();
        inBackground(() -> {
            String text = Diagnostics.collect(catalog, model, texts.locale(), logs);
            return () -> {
                ClipboardContent content = new ClipboardContent();
                content.putString(text);
                Clipboard.getSystemClipboard().setContent(content);
                tell.accept(texts.get("diagnostics.copied"));
            };
        });
    }

    /** @param work its result is done on the JavaFX thread */
    private void inBackground(Supplier<Runnable> work) {
        Thread thread = new Thread(() -> fxThread.execute(work.get()), "help");
        thread.setDaemon(true);
        thread.start();
    }
}
