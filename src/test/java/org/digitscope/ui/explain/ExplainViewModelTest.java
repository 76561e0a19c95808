package org.digitscope.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCard;
import org.digitscope.explain.Method;
import org.digitscope.explain.Question;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.live.Reading;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.FakeNetwork;
import org.digitscope.ui.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ExplainViewModelTest {
    private final BlockingQueue<Runnable> deliveries = new LinkedBlockingQueue<>();
    private final Session session = new Session(new InkRasterizer(), deliveries::add);
    private final ExplainViewModel model = new ExplainViewModel(session);

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void asksNothingBeforeThereIsAnAnswer() throws Exception {
        model.activeProperty().set(true);
        assertThat(model.stateProperty().get()).isEqualTo(ExplainViewModel.State.LOADING);
        session.commit(line(60));
        awaitReading(false);
        assertThat(model.stateProperty().get()).isEqualTo(ExplainViewModel.State.LOADING);
        use(FakeNetwork.classic());
        assertThat(session.questionProperty().get()).isEmpty();
        awaitReading(true);
        assertThat(session.questionProperty().get()).contains(Question.why(Method.GRADIENT_X_INPUT, answer()));
    }

    @Test
    void newModelIsNotAskedBeforeItsFirstReading() throws Exception {
        draw(FakeNetwork.classic());
        model.methodProperty().set(Method.GRAD_CAM);
        model.layerProperty().set(OptionalInt.of(0));
        assertThat(session.questionProperty().get().orElseThrow().layer()).hasValue(0);
        use(FakeNetwork.classic());
        assertThat(session.questionProperty().get()).isEmpty();
        awaitReading(true);
        assertThat(session.questionProperty().get().orElseThrow().layer()).isEmpty();
    }

    @Test
    void modelWithoutConvolutionIsNotAskedForGradCam() throws Exception {
        draw(FakeNetwork.classic());
        model.methodProperty().set(Method.GRAD_CAM);
        assertThat(model.stateProperty().get()).isEqualTo(ExplainViewModel.State.ASKED);
        assertThat(model.convolutionsProperty().get()).containsExactly(0, 2);
        use(new FakeNetwork());
        awaitReading(true);
        assertThat(model.stateProperty().get()).isEqualTo(ExplainViewModel.State.UNSUITABLE);
        assertThat(model.obstaclesProperty().get())
                .containsOnlyKeys(Method.GRAD_CAM)
                .containsValue(ExplainViewModel.Obstacle.NEEDS_CONVOLUTION);
        assertThat(session.questionProperty().get()).isEmpty();
        model.methodProperty().set(Method.OCCLUSION);
        assertThat(session.questionProperty().get()).isPresent();
    }

    @Test
    void sameQuestionIsNotAskedTwice() throws Exception {
        draw(FakeNetwork.classic());
        Question first = session.questionProperty().get().orElseThrow();
        session.commit(line(61));
        awaitReading(true);
        assertThat(session.questionProperty().get().orElseThrow()).isSameAs(first);
    }

    @Test
    void layerIsOnlyPartOfAQuestionThatNeedsIt() throws Exception {
        draw(FakeNetwork.classic());
        model.layerProperty().set(OptionalInt.of(0));
        assertThat(session.questionProperty().get().orElseThrow().layer()).isEmpty();
    }

    @Test
    void digitIsNotHeldAgainstItself() throws Exception {
        draw(FakeNetwork.classic());
        model.againstProperty().set(OptionalInt.of(answer()));
        assertThat(model.stateProperty().get()).isEqualTo(ExplainViewModel.State.SAME_DIGIT);
        assertThat(session.questionProperty().get()).isEmpty();
        model.digitProperty().set(OptionalInt.of((answer() + 1) % 10));
        assertThat(model.stateProperty().get()).isEqualTo(ExplainViewModel.State.ASKED);
    }

    @Test
    void blankPadAndHiddenViewAskNothing() throws Exception {
        draw(FakeNetwork.classic());
        session.clear();
        awaitReading(true);
        assertThat(model.stateProperty().get()).isEqualTo(ExplainViewModel.State.EMPTY);
        assertThat(session.questionProperty().get()).isEmpty();
        session.undo();
        awaitReading(true);
        assertThat(session.questionProperty().get()).isPresent();
        model.activeProperty().set(false);
        assertThat(session.questionProperty().get()).isEmpty();
        model.methodProperty().set(Method.SALIENCY);
        model.digitProperty().set(OptionalInt.of(2));
        assertThat(session.questionProperty().get()).isEmpty();
        model.activeProperty().set(true);
        assertThat(session.questionProperty().get()).contains(Question.why(Method.SALIENCY, 2));
    }

    private void draw(DigitNetwork network) throws InterruptedException {
        model.activeProperty().set(true);
        session.commit(line(60));
        use(network);
        awaitReading(true);
    }

    private void use(DigitNetwork network) {
        session.use(LoadedModel.of(ModelCard.unknown("fake", ""), network));
    }

    private int answer() {
        return model.answerProperty().get().orElseThrow().prediction();
    }

    /** Waits for a reading of what is on the pad, by the current model or by none. */
    private void awaitReading(boolean withInference) throws InterruptedException {
        Reading before = session.readingProperty().get().orElse(null);
        await(() -> session.readingProperty()
                .get()
                .filter(reading -> !reading.equals(before))
                .filter(reading -> reading.inference().isPresent() == withInference)
                .filter(reading -> reading.subject()
                        .equals(new org.digitscope.live.Subject.Ink(
                                session.drawingProperty().get())))
                .isPresent());
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable delivery = deliveries.poll(30, TimeUnit.SECONDS);
            assertThat(delivery).as("a delivery").isNotNull();
            delivery.run();
        }
    }

    private static Drawing line(double length) {
        return new Drawing(List.of(new Stroke(List.of(new Point(100, 100, 0), new Point(100, 100 + length, 10)))));
    }
}
