package org.digitscope.ui.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCard;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.network.Answer;
import org.digitscope.network.FakeNetwork;
import org.digitscope.network.WeightEdits;
import org.digitscope.ui.Deliveries;
import org.digitscope.ui.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EditEffectTest {
    private static final Drawing LINE =
            new Drawing(List.of(new Stroke(List.of(new Point(100, 50, 0), new Point(120, 220, 100)))));
    private static final Drawing OTHER =
            new Drawing(List.of(new Stroke(List.of(new Point(20, 20, 0), new Point(220, 20, 100)))));
    private static final WeightEdits SILENT = WeightEdits.none().withBiasesSilenced(0, true);

    /** The test's thread does the work of the JavaFX thread when it waits. */
    private final Deliveries delivered = new Deliveries();

    private final Session session = new Session(new InkRasterizer(), delivered);
    private final EditEffect effect = new EditEffect(session, delivered);
    private final FakeNetwork network = new FakeNetwork();

    @BeforeEach
    void start() {
        effect.setActive(true);
        network.answering(image -> sure(network.edits().isEmpty() ? 7 : 1));
        session.use(new LoadedModel(ModelCard.unknown("fake", ""), network, List.of(), List.of()));
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void comparesWithTheAnswerBeforeTheFirstChange() {
        session.commit(LINE);
        await(shown -> is(shown.now(), 7) && !shown.image().isBlank());
        session.edit(SILENT);
        await(shown -> is(shown.now(), 1));
        assertThat(loaded()).contains(7);
        session.edit(SILENT.withBiasesSilenced(1, true));
        settle();
        assertThat(loaded()).contains(7);
    }

    @Test
    void anotherDrawingIsComparedAsSoonAsTheNetworkAsLoadedHasBeenAsked() {
        session.commit(LINE);
        await(shown -> is(shown.now(), 7) && !shown.image().isBlank());
        session.edit(SILENT);
        await(shown -> is(shown.now(), 1));
        DigitImage line = effect.effectProperty().get().orElseThrow().image();
        session.commit(OTHER);
        await(shown -> !shown.image().equals(line) && shown.loaded().isPresent());
        assertThat(loaded()).contains(7);
        assertThat(effect.effectProperty().get().orElseThrow().now().prediction())
                .isEqualTo(1);
        session.edit(WeightEdits.none());
        settle();
        await(shown -> is(shown.now(), 7));
        session.edit(SILENT);
        settle();
        await(shown -> is(shown.now(), 1));
        assertThat(loaded()).contains(7);
    }

    @Test
    void whileNobodyLooksTheNetworkAsLoadedIsNotAsked() {
        effect.setActive(false);
        session.edit(SILENT);
        session.commit(LINE);
        await(shown -> is(shown.now(), 1) && !shown.image().isBlank());
        settle();
        assertThat(loaded()).isEmpty();
        effect.setActive(true);
        await(shown -> shown.loaded().isPresent());
        assertThat(loaded()).contains(7);
    }

    @Test
    void aReadingMadeWithChangesIsNeverTakenForOneWithout() {
        session.edit(SILENT);
        session.commit(LINE);
        // Nobody delivers yet: the reset overtakes the reading with the change.
        waitUntilRead();
        session.edit(WeightEdits.none());
        Runnable reading = delivered.take();
        reading.run();
        assertThat(loaded()).isEmpty();
        settle();
        await(shown -> is(shown.now(), 7));
        assertThat(loaded()).contains(7);
    }

    @Test
    void anotherModelStartsAnew() {
        session.commit(LINE);
        await(shown -> is(shown.now(), 7) && !shown.image().isBlank());
        FakeNetwork other = new FakeNetwork().answering(image -> sure(3));
        session.use(new LoadedModel(ModelCard.unknown("other", ""), other, List.of(), List.of()));
        assertThat(effect.effectProperty().get()).isEmpty();
        await(shown -> is(shown.now(), 3));
        assertThat(loaded()).contains(3);
    }

    private Optional<Integer> loaded() {
        return effect.effectProperty().get().flatMap(EditEffect.Effect::loaded).map(Answer::prediction);
    }

    private static boolean is(Answer answer, int digit) {
        return answer.prediction() == digit;
    }

    private void await(Predicate<EditEffect.Effect> wanted) {
        while (effect.effectProperty().get().filter(wanted).isEmpty()) {
            delivered.next();
        }
    }

    /** Delivers all that follows from what has been asked so far. */
    private void settle() {
        boolean[] idle = new boolean[1];
        session.inBackground(any -> {
            delivered.execute(() -> idle[0] = true);
            return true;
        });
        while (!idle[0]) {
            delivered.next();
        }
    }

    private void waitUntilRead() {
        Object lock = new Object();
        boolean[] read = new boolean[1];
        session.inBackground(any -> {
            synchronized (lock) {
                read[0] = true;
                lock.notifyAll();
            }
            return true;
        });
        synchronized (lock) {
            while (!read[0]) {
                try {
                    lock.wait(TimeUnit.SECONDS.toMillis(30));
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private static float[] sure(int digit) {
        float[] probabilities = new float[10];
        java.util.Arrays.fill(probabilities, 0.01f);
        probabilities[digit] = 0.91f;
        return probabilities;
    }
}
