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
 * What the changes to the weights do to the answer. What the network as loaded says of the same image is remembered from
 * before the first change, or asked for beside recognition. For the JavaFX thread.
 */
final class EditEffect {

    /**
     * @param image what was read
     * @param loaded what the network as loaded says of it; absent until it has been asked
     * @param now what the network says of it as it is
     */
    record Effect(DigitImage image, Optional<Answer> loaded, Answer now) {}

    private record AsLoaded(DigitImage image, Answer answer) {}

    private final Session session;
    private final Executor fxThread;
    private final ReadOnlyObjectWrapper<Optional<Effect>> effect = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<AsLoaded> asLoaded = Optional.empty();
    private Optional<Inference> newest = Optional.empty();
    private boolean edited;
    private int resets;
    private boolean settling;
    private boolean asking;
    private Optional<DigitImage> unanswered = Optional.empty();
    private boolean active;

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

    /** While nobody looks, the network as loaded is not asked. */
    void setActive(boolean on) {
        active = on;
        show();
    }

    private void forget() {
        resets++;
        settling = false;
        asking = false;
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
        asking = false;
        unanswered = Optional.empty();
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
            asLoaded = newest.map(EditEffect::asLoaded);
            show();
        }
    }

    private void read(Optional<Reading> reading) {
        newest = reading.flatMap(Reading::inference);
        if (!edited && !settling) {
            asLoaded = newest.map(EditEffect::asLoaded);
        }
        show();
    }

    private static AsLoaded asLoaded(Inference inference) {
        return new AsLoaded(inference.image(), inference.answer());
    }

    private void show() {
        asLoaded = asLoaded.filter(
                known -> newest.filter(now -> now.image().equals(known.image())).isPresent());
        effect.set(newest.map(now -> new Effect(now.image(), asLoaded.map(AsLoaded::answer), now.answer())));
        if (active && edited && !asking && asLoaded.isEmpty()) {
            newest.map(Inference::image)
                    .filter(image -> !image.isBlank() && !unanswered.equals(Optional.of(image)))
                    .ifPresent(this::ask);
        }
    }

    /** One image at a time; of those that come meanwhile, the newest is next. */
    private void ask(DigitImage image) {
        int number = resets;
        asking = true;
        session.inBackground(network -> {
            Optional<AsLoaded> answered = Optional.empty();
            try {
                answered = Optional.of(new AsLoaded(image, network.answerAsLoaded(image)));
            } finally {
                Optional<AsLoaded> known = answered;
                fxThread.execute(() -> learn(number, image, known));
            }
            return true;
        });
    }

    /** An image that the network failed at is not asked about again. */
    private void learn(int number, DigitImage image, Optional<AsLoaded> answered) {
        if (number == resets) {
            asking = false;
            asLoaded = answered;
            unanswered = answered.isPresent() ? Optional.empty() : Optional.of(image);
            show();
        }
    }
}
