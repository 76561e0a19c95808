package org.digitscope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.digitscope.explain.TopActivations.Channel;
import org.digitscope.explain.TopActivations.Peak;
import org.digitscope.image.DigitImage;
import org.digitscope.network.Kernels;
import org.junit.jupiter.api.Test;

final class TopActivationsTest {
    private static final Channel INK = new Channel(0, 0);
    private static final Channel PAPER = new Channel(0, 1);
    private static final float DARK = 204 / 255f;

    /** The first map is the image, the second its negative. */
    private final TinyNetwork network = new TinyNetwork(
            new Kernels(2, 1, 1, 1, new float[] {1, -1}, new float[] {0, 1}),
            1,
            new float[10 * 2 * 784],
            new float[10]);

    private final List<DigitImage> images = List.of(
            Asking.image(3, 4, 51),
            Asking.image(5, 6, 204, 9, 6, 204, 2, 7, 204),
            Asking.image(7, 8, 255),
            Asking.image(20, 1, 204));

    @Test
    void theImagesWithTheHighestPeaksAreKeptInOrder() {
        TopActivations top = new TopActivations(images, List.of(INK), 3);

        finish(top);

        assertThat(top.of(INK))
                .containsExactly(new Peak(2, 1, 7, 8), new Peak(1, DARK, 5, 6), new Peak(3, DARK, 20, 1));
    }

    @Test
    void eachMapHasItsOwn() {
        Channel output = new Channel(1, 4);
        TopActivations top = new TopActivations(images, List.of(PAPER, INK, output), 1);

        finish(top);

        assertThat(top.of(INK)).containsExactly(new Peak(2, 1, 7, 8));
        assertThat(top.of(PAPER)).containsExactly(new Peak(0, 1, 0, 0));
        assertThat(top.of(output)).containsExactly(new Peak(0, 0.1f, 0, 0));
    }

    @Test
    void eachStepLooksAtOneImageAndWhatIsFoundCanBeSeen() {
        TopActivations top = new TopActivations(images, List.of(INK), 2);

        assertThat(top.progress()).isZero();
        assertThat(top.of(INK)).isEmpty();
        assertThat(top.step(network)).isFalse();
        assertThat(top.of(INK)).hasSize(1);
        assertThat(top.progress()).isEqualTo(0.25);
        assertThat(top.step(network)).isFalse();
        assertThat(top.step(network)).isFalse();
        assertThat(top.step(network)).isTrue();
        assertThat(top.progress()).isEqualTo(1);
        assertThat(top.step(network)).isTrue();
        assertThat(top.of(INK)).extracting(Peak::image).containsExactly(2, 1);
    }

    @Test
    void noImagesAreDoneAtOnce() {
        TopActivations top = new TopActivations(List.of(), List.of(INK), 2);

        assertThat(top.progress()).isEqualTo(1);
        assertThat(top.step(network)).isTrue();
        assertThat(top.of(INK)).isEmpty();
    }

    @Test
    void whatWasNotAskedIsNotAnswered() {
        assertThatThrownBy(() -> new TopActivations(images, List.of(INK), 1).of(PAPER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TopActivations(images, List.of(INK), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void finish(TopActivations top) {
        while (!top.step(network)) {
            assertThat(top.progress()).isLessThan(1);
        }
    }
}
