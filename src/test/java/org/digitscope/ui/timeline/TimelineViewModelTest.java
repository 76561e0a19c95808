package org.digitscope.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCard;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.network.FakeNetwork;
import org.digitscope.network.WeightEdits;
import org.digitscope.ui.Deliveries;
import org.digitscope.ui.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the answer changed, and the way there; the network reads 1 until the ink is wide, then 7. */
final class TimelineViewModelTest {
    private static final int STEPS = 8;
    private static final int TURN = 4;

    /** The test's thread does the work of the JavaFX thread when it waits. */
    private final Deliveries delivered = new Deliveries();

    private final Session session = new Session(new InkRasterizer(), delivered);
    private final TimelineViewModel line = new TimelineViewModel(session);

    @BeforeEach
    void start() {
        FakeNetwork network = new FakeNetwork().answering(image -> sure(isWide(image) ? 7 : 1));
        session.use(new LoadedModel(ModelCard.unknown("fake", ""), network, List.of(), List.of()));
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void marksTheMomentAtWhichTheAnswerChanged() {
        draw();

        assertThat(line.moments()).hasSize(STEPS);
        assertThat(line.moments().stream()
                        .map(moment -> moment.digit().getAsInt())
                        .toList())
                .containsExactly(1, 1, 1, 1, 7, 7, 7, 7);
        assertThat(line.changes()).containsExactly(TURN);
    }

    @Test
    void goesToWhereItChangedAndOnToNow() {
        draw();

        line.toChange(false);

        assertThat(line.positionProperty().get()).isEqualTo(TURN);
        assertThat(session.drawingProperty().get()).isEqualTo(drawing(TURN));
        line.toChange(false);
        assertThat(line.positionProperty().get()).isZero();
        line.toChange(true);
        assertThat(line.positionProperty().get()).isEqualTo(TURN);
        line.toChange(true);
        assertThat(line.positionProperty().get()).as("now").isEqualTo(-1);
        assertThat(session.drawingProperty().get()).isEqualTo(drawing(STEPS - 1));
    }

    @Test
    void theLiveliestMapsAreThoseThatChangeMost() {
        float[] first = {5, 0, 0, 1, 1, 1, 1, 1, 1, 1};
        float[] second = {5, 3, -4, 1.1f, 1.2f, 1.3f, 1.4f, 1.5f, 1.6f, 1.05f};
        float[] third = {5, 0, 0, 1, 1, 1, 1, 1, 1, 1};

        assertThat(TimelineViewModel.liveliest(List.of(first, second, third))).containsExactly(2, 1, 8, 7, 6, 5, 4, 3);
    }

    @Test
    void whatIsUndoneTakesItsChangeWithIt() {
        draw();

        session.commit(drawing(1));
        settle(() -> line.moments().size() == 2);

        assertThat(line.changes()).isEmpty();
    }

    @Test
    void aLateReadingOfAMomentIsNoneOfTheLineThatOtherWeightsBegin() {
        draw();
        line.goTo(2);
        Runnable late = delivered.await();

        session.edit(WeightEdits.none().withFilterSilenced(new WeightEdits.Filter(0, 0), true));
        late.run();
        settle(() -> !line.moments().isEmpty());

        assertThat(line.moments().stream().map(Moment::drawing)).containsExactly(drawing(STEPS - 1));
    }

    @Test
    void goesOnFromAnotherWithItsMomentsAlone() {
        TimelineViewModel next = new TimelineViewModel(session);
        draw();

        next.goOnFrom(line);

        assertThat(next.moments()).isEqualTo(line.moments());
    }

    private void draw() {
        for (int step = 0; step < STEPS - 1; step++) {
            session.sketch(drawing(step));
            int moments = step + 1;
            settle(() -> line.moments().size() == moments);
        }
        session.commit(drawing(STEPS - 1));
        settle(() -> line.moments().size() == STEPS);
    }

    /** Upright at first; from the turn on it goes to the side. */
    private static Drawing drawing(int step) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= step; i++) {
            points.add(new Point(i < TURN ? 100 : 100 + 200 * (i - TURN + 1), 100 + 10 * Math.min(i, TURN), 8 * i));
        }
        points.add(0, new Point(100, 60, 0));
        return new Drawing(List.of(new Stroke(points)));
    }

    private static boolean isWide(DigitImage image) {
        int columns = 0;
        for (int x = 0; x < DigitImage.SIZE; x++) {
            for (int y = 0; y < DigitImage.SIZE; y++) {
                if (image.level(x, y) > 0) {
                    columns++;
                    break;
                }
            }
        }
        return columns > DigitImage.SIZE / 2;
    }

    private void settle(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            delivered.next();
        }
    }

    private static float[] sure(int digit) {
        float[] probabilities = new float[10];
        Arrays.fill(probabilities, 0.01f);
        probabilities[digit] = 0.91f;
        return probabilities;
    }
}
