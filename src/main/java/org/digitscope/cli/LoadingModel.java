package org.digitscope.cli;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCatalog;

/** A model that is loaded on a thread of its own while the command does something else. */
final class LoadingModel {
    private final FutureTask<LoadedModel> task;

    private LoadingModel(FutureTask<LoadedModel> task) {
        this.task = task;
    }

    static LoadingModel start(ModelCatalog models, String nameOrFile) {
        FutureTask<LoadedModel> task = new FutureTask<>(() -> models.load(nameOrFile));
        Thread thread = new Thread(task, "model-loader");
        thread.setDaemon(true);
        thread.start();
        return new LoadingModel(task);
    }

    /**
     * Waits for the model.
     *
     * @throws org.digitscope.files.FileProblem if it cannot be loaded
     */
    LoadedModel get() throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException problem) {
                throw problem;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /** Frees the model's memory if it has been loaded. */
    void close() {
        if (task.isDone()) {
            try {
                get().network().close();
            } catch (IOException | RuntimeException | Error e) {
                // What was not loaded need not be closed, and whoever called get() knows why.
            }
        }
    }
}
