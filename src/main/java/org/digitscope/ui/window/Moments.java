package org.digitscope.ui.window;

import java.util.Optional;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.image.DigitImage;
import org.digitscope.state.SavedState;
import org.digitscope.state.ShownView;
import org.digitscope.state.UsedModel;
import org.digitscope.ui.explain.ExplainViewModel;
import org.digitscope.ui.session.PictureOnPad;
import org.digitscope.ui.session.Session;

/** Takes the state of the window and brings a saved view back. For the JavaFX thread. */
final class Moments {
    private final Session session;
    private final MiddlePane middle;
    private final ExplainViewModel explain;

    Moments(Session session, MiddlePane middle, ExplainViewModel explain) {
        this.session = session;
        this.middle = middle;
        this.explain = explain;
    }

    /** What is shown now. */
    SavedState now(Documents documents) {
        Optional<UsedModel> model = session.modelProperty().get().map(loaded -> used(loaded, documents));
        ShownView view = new ShownView(
                middle.chosenKey(), middle.timelineButton().isSelected(), Optional.of(explain.question()));
        Optional<DigitImage> picture = session.pictureProperty().get().map(PictureOnPad::normalized);
        return new SavedState(session.committedProperty().get(), picture, model, view);
    }

    void show(ShownView view) {
        view.question().ifPresent(explain::ask);
        middle.choose(view.tab());
        middle.timelineButton().setSelected(view.timeline());
    }

    private static UsedModel used(LoadedModel model, Documents documents) {
        String name = model.card().name();
        return ModelCatalog.BUNDLED.contains(name)
                ? new UsedModel(name, Optional.empty(), Optional.empty())
                : new UsedModel(
                        name,
                        documents.fileOf(name),
                        Optional.of(model.card().sha256()).filter(digest -> digest.length() == 64));
    }
}
