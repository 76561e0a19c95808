package org.digitscope.ui.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCard;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.network.Answer;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.FakeNetwork;
import org.digitscope.network.Inference;
import org.digitscope.ui.prediction.PredictionViewModel.State;
import org.digitscope.ui.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PredictionViewModelTest {
    private static final Drawing LINE =
            new Drawing(List.of(new Stroke(List.of(new Point(100, 40, 0), new Point(120, 240, 300)))));

    private final BlockingQueue<Runnable> deliveries = new LinkedBlockingQueue<>();
    private final Session session = new Session(new InkRasterizer(), deliveries::add);
    private final PredictionViewModel model = new PredictionViewModel(session);

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void isEmptyWhileNothingIsDrawn() throws InterruptedException {
        assertThat(model.shownProperty().get().state()).isEqualTo(State.EMPTY);
        session.use(answering(7, 0.99f));
        deliver();
        assertThat(model.shownProperty().get().state()).isEqualTo(State.EMPTY);
        assertThat(model.shownProperty().get().answer()).isEmpty();
    }

    @Test
    void waitsForTheNetworkAndCatchesUp() throws InterruptedException {
        session.commit(LINE);
        deliver();
        assertThat(model.shownProperty().get().state()).isEqualTo(State.WAITING);
        session.use(answering(7, 0.99f));
        deliver();
        assertThat(model.shownProperty().get().state()).isEqualTo(State.SURE);
        assertThat(model.shownProperty().get().answer().orElseThrow().prediction())
                .isEqualTo(7);
    }

    @Test
    void isUnsureBelowNineTenths() throws InterruptedException {
        session.use(answering(3, 0.89f));
        deliver();
        session.commit(LINE);
        deliver();
        assertThat(model.shownProperty().get().state()).isEqualTo(State.UNSURE);
    }

    @Test
    void refusesWhatTheModelTakesForNoDigit() throws InterruptedException {
        session.use(refusing());
        deliver();
        session.commit(LINE);
        deliver();
        assertThat(model.shownProperty().get().state()).isEqualTo(State.NO_DIGIT);
        session.clear();
        deliver();
        assertThat(model.shownProperty().get().state()).isEqualTo(State.EMPTY);
    }

    private void deliver() throws InterruptedException {
        Runnable next = deliveries.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("a reading").isNotNull();
        next.run();
    }

    /** A model that never sees a digit. */
    private static LoadedModel refusing() {
        FakeNetwork fake = new FakeNetwork();
        DigitNetwork network = (DigitNetwork) Proxy.newProxyInstance(
                DigitNetwork.class.getClassLoader(),
                new Class<?>[] {DigitNetwork.class},
                (proxy, method, arguments) -> {
                    Object result = method.invoke(fake, arguments);
                    if (!(result instanceof Inference inference)) {
                        return result;
                    }
                    Answer answer = inference.answer();
                    return new Inference(
                            inference.image(), new Answer(answer.probabilities(), 0.1, false), inference.outputs());
                });
        return LoadedModel.of(ModelCard.unknown("refusing", ""), network);
    }

    private static LoadedModel answering(int digit, float probability) {
        FakeNetwork network = new FakeNetwork().answering(image -> {
            float[] output = new float[10];
            Arrays.fill(output, (1 - probability) / 9);
            output[digit] = probability;
            return output;
        });
        return LoadedModel.of(ModelCard.unknown("fake", ""), network);
    }
}
