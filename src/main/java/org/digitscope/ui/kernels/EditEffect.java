package org.digitscope.ui.kernels;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitscope.image.DigitImage;
import org.digitscope.live.Reading;
import org.digitscope.network.Answer;
import org.digitscope.network.Inference;
import org.digitscope.network.WeightEdits;
import org.digitscope.ui.session.Session;

/**
 * What the changes to the weights do to the answer: remembers what the network said of the same image while it was as
 * loaded. For the JavaFX thread.
 */
final class EditEffect {

    /**
     * @param image what was read
     * @param loaded what the network as loaded says of it; absent if it was not asked
     * @param now what the network says of it as it is
     */
    record Effect(DigitImage image, Optional<Answer> loaded, Answer now) {}

    private final Session session;
    private final Executor fxThread;
    private final ReadOnlyObjectWrapper<Optional<Effect>> effect = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Inference> asLoaded = Optional.empty();
    private Optional<Inference> newest = Optional.empty();
    private boolean edited;
    private int resets;
    private boolean settling;

    /** @param fxThread hands work to the JavaFX thread */
    EditEffect(Session session, Executor fxThread) {
        this.session = session;
        this.fxThread = fxThread;
        session.modelProperty().addListener((property, before, now) -> forget());
        session.editsProperty().addListener((property, before, now) -> follow(now));
        session.readingProperty().addListener((property, before, reading) -> read(reading));
        edited = !session.editsProperty().get().isEmpty();
        read(session.readingProperty().get());
    }

    /** Absent until there is an answer. */
    ReadOnlyObjectProperty<Optional<Effect>> effectProperty() {
        return effect.getReadOnlyProperty();
    }

    private void forget() {
        resets++;
        settling = false;
        edited = false;
        asLoaded = Optional.empty();
        newest = Optional.empty();
        effect.set(Optional.empty());
    }

    private void follow(WeightEdits edits) {
        boolean reset = edited && edits.isEmpty();
        edited = !edits.isEmpty();
        resets++;
        settling = false;
        if (reset) {
            // A reading may still be on its way that was made with the changes; this comes after it.
            int number = resets;
            settling = true;
            session.inBackground(network -> {
                fxThread.execute(() -> settle(number));
                return true;
            });
        }
    }

    private void settle(int number) {
        if (number == resets) {
            settling = false;
            asLoaded = newest;
            show();
        }
    }

    private void read(Optional<Reading> reading) {
        newest = reading.flatMap(Reading::inference);
        if (!edited && !settling) {
            asLoaded = newest;
        }
        show();
    }

    private void show() {
        Optional<Inference> now = newest;
        asLoaded = asLoaded.filter(before ->
                now.filter(next -> next.image().equals(before.image())).isPresent());
        effect.set(now.map(
                inference -> new Effect(inference.image(), asLoaded.map(Inference::answer), inference.answer())));
    }
}
