package org.digitscope.ui.gallery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.data.TrickyDigits;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.InkRecord;

/** The drawings with what the bundled models read, found out in the background. For the JavaFX thread. */
public final class GalleryViewModel {
    private static final List<String> MODELS = List.of("classic", "pad");

    private final ModelCatalog catalog;
    private final Executor fxThread;
    private final InkRasterizer rasterizer = new InkRasterizer();
    private final ReadOnlyObjectWrapper<List<Exhibit>> exhibits = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Throwable>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean begun;

    /** @param fxThread hands work to the JavaFX thread */
    public GalleryViewModel(ModelCatalog catalog, Executor fxThread) {
        this.catalog = catalog;
        this.fxThread = fxThread;
    }

    /** Empty until the gallery is opened; first without readings, then with them. */
    ReadOnlyObjectProperty<List<Exhibit>> exhibitsProperty() {
        return exhibits.getReadOnlyProperty();
    }

    /** Why there are no drawings or no readings. */
    ReadOnlyObjectProperty<Optional<Throwable>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Begins to read, once. */
    void open() {
        if (begun) {
            return;
        }
        begun = true;
        problem.set(Optional.empty());
        // Its own thread: a queue of long tasks must not keep a class waiting.
        Thread reader = new Thread(this::read, "gallery");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try {
            List<InkRecord> inks = TrickyDigits.read();
            List<List<Exhibit.Reading>> readings = new ArrayList<>();
            for (int i = 0; i < inks.size(); i++) {
                readings.add(new ArrayList<>());
            }
            show(inks, readings);
            for (String name : MODELS) {
                read(name, inks, readings);
            }
            show(inks, readings);
        } catch (IOException | RuntimeException | LinkageError e) {
            fxThread.execute(() -> {
                // Another look tries again.
                begun = false;
                problem.set(Optional.of(e));
            });
        }
    }

    private void read(String name, List<InkRecord> inks, List<List<Exhibit.Reading>> readings) throws IOException {
        LoadedModel model = catalog.load(name);
        try {
            for (int i = 0; i < inks.size(); i++) {
                var image = rasterizer.rasterize(inks.get(i).drawing()).image();
                readings.get(i)
                        .add(new Exhibit.Reading(
                                name, model.network().run(image).answer()));
            }
        } finally {
            model.network().close();
        }
    }

    private void show(List<InkRecord> inks, List<List<Exhibit.Reading>> readings) {
        List<Exhibit> next = new ArrayList<>();
        for (int i = 0; i < inks.size(); i++) {
            next.add(new Exhibit(inks.get(i).drawing(), inks.get(i).label().orElse(""), readings.get(i)));
        }
        fxThread.execute(() -> exhibits.set(List.copyOf(next)));
    }
}
