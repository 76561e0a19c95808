package org.digitscope.ui.help;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.digitscope.text.Texts;

/** What nobody else caught: it is written down each time and told once. Safe for any thread. */
public final class Mishaps implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = Logger.getLogger("org.digitscope");

    private final Executor fxThread;
    private final Texts texts;
    private final Consumer<String> tell;
    private final AtomicBoolean told = new AtomicBoolean();

    /** @param tell shows a sentence, on the JavaFX thread */
    public Mishaps(Executor fxThread, Texts texts, Consumer<String> tell) {
        this.fxThread = fxThread;
        this.texts = texts;
        this.tell = tell;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable problem) {
        LOG.log(Level.SEVERE, "uncaught in thread " + thread.getName(), problem);
        if (told.compareAndSet(false, true)) {
            fxThread.execute(() -> tell.accept(texts.get("mishap")));
        }
    }
}
