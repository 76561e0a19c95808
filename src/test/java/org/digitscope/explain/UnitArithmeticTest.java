package org.digitscope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.assertj.core.data.Offset;
import org.digitscope.explain.UnitArithmetic.Contribution;
import org.digitscope.explain.UnitArithmetic.Term;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.MapShape;
import org.digitscope.network.Window;
import org.junit.jupiter.api.Test;

/** All expectations are worked out by hand. */
final class UnitArithmeticTest {
    private static final Offset<Double> TINY = within(1e-9);

    @Test
    void convolutionSumsItsChannelsAndReadsZerosInThePadding() {
        float[] weights = {1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 0, 0, 2, 0, 0, 0, 0};
        UnitScene scene = UnitScene.from(
                        new MapShape(2, 3, 3), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18)
                .then(
                        LayerKind.CONVOLUTION,
                        new MapShape(1, 3, 3),
                        new Window(3, 3, 1, 1, 1, 1, 1),
                        "leakyrelu(a=0.5)",
                        UnitScene.convolution(1, 2, 3, 3, weights, -120),
                        -3.25f,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0);

        var arithmetic = (UnitArithmetic.Convolution) scene.last(0, 0, 0);

        // 5·1 + 6·2 + 8·4 + 9·5 and 2·10.
        assertThat(arithmetic.channels())
                .extracting(UnitArithmetic.ChannelSum::sum)
                .containsExactly(94.0, 20.0);
        UnitArithmetic.ChannelSum first = arithmetic.channels().get(0);
        assertThat(first.patch().values()).containsExactly(0, 0, 0, 0, 1, 2, 0, 4, 5);
        assertThat(first.kernel()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(first.products()).containsExactly(0, 0, 0, 0, 5, 12, 0, 32, 45);
        assertThat(first.patch().left()).isEqualTo(-1);
        assertThat(first.patch().top()).isEqualTo(-1);
        assertThat(first.patch().isPadding(0, 1)).isTrue();
        assertThat(first.patch().isPadding(1, 0)).isTrue();
        assertThat(first.patch().isPadding(1, 1)).isFalse();
        assertThat(first.patch().cell(2, 1)).isEqualTo(new UnitValue(0, 0, 1, 0, 2));
        assertThat(arithmetic.bias()).isEqualTo(-120);
        assertThat(arithmetic.activated().function().name()).isEqualTo("leakyrelu(a=0.5)");
        assertThat(arithmetic.activated().preActivation()).isEqualTo(-6);
        assertThat(arithmetic.result()).isEqualTo(-3);
        assertThat(arithmetic.shown()).isEqualTo(-3.25f);
        assertThat(arithmetic.difference()).isEqualTo(0.25);
        assertThat(arithmetic.magnitude()).isEqualTo(234);
        assertThat(arithmetic.agrees()).isFalse();
    }

    @Test
    void convolutionStridesAndDilates() {
        UnitScene scene = UnitScene.from(new MapShape(1, 5, 5), UnitScene.counting(25))
                .then(
                        LayerKind.CONVOLUTION,
                        new MapShape(2, 2, 3),
                        new Window(2, 2, 2, 1, 0, 0, 2),
                        null,
                        UnitScene.convolution(2, 1, 2, 2, new float[] {0, 0, 0, 0, 1, -1, 2, 0.5f}, 7, 0.25f));

        var arithmetic = (UnitArithmetic.Convolution) scene.last(1, 1, 1);

        UnitPatch patch = arithmetic.channels().get(0).patch();
        assertThat(patch.values()).containsExactly(11, 13, 21, 23);
        assertThat(patch.cell(1, 1)).isEqualTo(new UnitValue(0, 0, 3, 4, 23));
        // 11 − 13 + 42 + 11.5 and the bias; no function.
        assertThat(arithmetic.result()).isEqualTo(51.75);
        assertThat(arithmetic.activated().function().name()).isEqualTo("identity");
    }

    @Test
    void maximumIsNeverTheZeroOfThePadding() {
        UnitScene scene = UnitScene.from(new MapShape(2, 2, 2), 9, 9, 9, 9, -4, -3, -3, -7)
                .then(
                        LayerKind.MAX_POOLING,
                        new MapShape(2, 2, 2),
                        new Window(2, 2, 2, 2, 1, 1, 1),
                        null,
                        null,
                        9,
                        9,
                        9,
                        9,
                        -4,
                        -3,
                        -3,
                        -7);

        var corner = (UnitArithmetic.Pooling) scene.last(1, 0, 0);
        assertThat(corner.winner()).contains(new UnitValue(0, 1, 0, 0, -4));
        assertThat(corner.result()).isEqualTo(-4);
        assertThat(corner.difference()).isZero();
    }

    @Test
    void firstOfEqualMaximaWins() {
        UnitScene scene = UnitScene.from(new MapShape(1, 2, 4), 0, 0, 1, 5, 0, 0, 5, 5)
                .then(LayerKind.MAX_POOLING, new MapShape(1, 1, 2), new Window(2, 2, 2, 2, 0, 0, 1), null, null, 0, 5);

        assertThat(((UnitArithmetic.Pooling) scene.last(0, 1, 0)).winner()).contains(new UnitValue(0, 0, 3, 0, 5));
    }

    @Test
    void averageTellsByTheOutputWhetherPaddingCounts() {
        float[] before = {1, 2, 3, 6};
        Window window = new Window(2, 2, 2, 2, 1, 0, 1);
        MapShape shape = new MapShape(1, 1, 1);
        UnitScene without = UnitScene.from(new MapShape(1, 2, 2), before)
                .then(LayerKind.AVERAGE_POOLING, shape, window, null, null, 1.5f);
        UnitScene with = UnitScene.from(new MapShape(1, 2, 2), before)
                .then(LayerKind.AVERAGE_POOLING, shape, window, null, null, 0.75f);
        UnitScene sum = UnitScene.from(new MapShape(1, 2, 2), before)
                .then(LayerKind.AVERAGE_POOLING, shape, window, null, null, 3);

        var mean = (UnitArithmetic.Pooling) without.last(0, 0, 0);
        assertThat(mean.summary()).isEqualTo(UnitSummary.MEAN);
        assertThat(mean.result()).isEqualTo(1.5);
        assertThat(mean.winner()).isEmpty();
        assertThat(((UnitArithmetic.Pooling) with.last(0, 0, 0)).summary()).isEqualTo(UnitSummary.MEAN_WITH_PADDING);
        assertThat(with.last(0, 0, 0).result()).isEqualTo(0.75);
        assertThat(sum.last(0, 0, 0).result()).isEqualTo(3);
    }

    @Test
    void globalPoolingTakesTheWholeMap() {
        float[] before = {0, 0, 0, 0, 1, 2, 3, 6};
        UnitScene mean = UnitScene.from(new MapShape(2, 2, 2), before)
                .then(LayerKind.GLOBAL_POOLING, MapShape.units(2), null, null, 0, 3);
        UnitScene maximum = UnitScene.from(new MapShape(2, 2, 2), before)
                .then(LayerKind.GLOBAL_POOLING, MapShape.units(2), null, null, 0, 6);

        var averaged = (UnitArithmetic.Pooling) mean.last(1, 0, 0);
        assertThat(averaged.patch().values()).containsExactly(1, 2, 3, 6);
        assertThat(averaged.summary()).isEqualTo(UnitSummary.MEAN);
        assertThat(averaged.result()).isEqualTo(3);
        var largest = (UnitArithmetic.Pooling) maximum.last(1, 0, 0);
        assertThat(largest.summary()).isEqualTo(UnitSummary.MAXIMUM);
        assertThat(largest.winner()).contains(new UnitValue(0, 1, 1, 1, 6));
    }

    @Test
    void batchNormalisationUsesTheFiguresOfItsMap() {
        var learned = new LayerParameters.BatchNormalisation(
                new float[] {9, 3}, new float[] {9, -1}, new float[] {9, 3}, new float[] {9, 3.5f}, 0.5);
        UnitScene scene = UnitScene.from(new MapShape(2, 1, 2), 0, 0, 0, 5)
                .then(LayerKind.BATCH_NORMALISATION, new MapShape(2, 1, 2), null, learned, 0, 0, 0, 2);

        var arithmetic = (UnitArithmetic.BatchNormalisation) scene.last(1, 1, 0);
        assertThat(arithmetic.input()).isEqualTo(new UnitValue(0, 1, 1, 0, 5));
        assertThat(arithmetic.normalised()).isEqualTo(1);
        assertThat(arithmetic.result()).isEqualTo(2);
        assertThat(arithmetic.difference()).isZero();
    }

    @Test
    void denseListsItsInputsByMagnitudeWithTheirPlaces() {
        float[] weights = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, -3, 0, 0, 2, 0, 0};
        var learned = new LayerParameters.Dense(2, 12, weights, new float[] {0, 0.5f});
        UnitScene scene = UnitScene.from(new MapShape(2, 3, 2), UnitScene.counting(12))
                .then(LayerKind.DENSE, MapShape.units(2), "relu", learned, 0, 15.5f);

        var arithmetic = (UnitArithmetic.Dense) scene.last(1, 0, 0);

        // 0 + 1 + 2 + 3 + 4 + 5 − 18 + 18 and the bias.
        assertThat(arithmetic.activated().preActivation()).isEqualTo(15.5);
        assertThat(arithmetic.result()).isEqualTo(15.5);
        assertThat(arithmetic.sum().contributions())
                .hasSize(12)
                .startsWith(
                        new Contribution(6, new UnitValue(0, 1, 0, 0, 6), -3, -18),
                        new Contribution(9, new UnitValue(0, 1, 1, 1, 9), 2, 18),
                        new Contribution(5, new UnitValue(0, 0, 1, 2, 5), 1, 5));
        assertThat(arithmetic.sum().bias()).isEqualTo(0.5);
        assertThat(arithmetic.sum().rest(3)).isEqualTo(10);
        assertThat(arithmetic.magnitude()).isEqualTo(51.5);
        assertThat(arithmetic.agrees()).isTrue();
    }

    @Test
    void denseOnTheImageNamesItsPixels() {
        var learned = new LayerParameters.Dense(1, 784, new float[784], new float[] {2});
        UnitScene scene = new UnitScene()
                .add(
                        LayerKind.DENSE,
                        MapShape.units(1),
                        Optional.empty(),
                        "cube",
                        learned,
                        new float[] {8},
                        LayerInfo.IMAGE);

        var arithmetic = (UnitArithmetic.Dense) scene.last(0, 0, 0);
        assertThat(arithmetic.sum().contributions().get(57).input())
                .isEqualTo(new UnitValue(LayerInfo.IMAGE, 0, 1, 2, 0));
        assertThat(arithmetic.sum().contributions().get(57).input().isPixel()).isTrue();
        assertThat(arithmetic.result()).isEqualTo(8);
    }

    @Test
    void outputShowsTheLogitAndItsShare() {
        var learned = new LayerParameters.Dense(2, 2, new float[] {1, 0, (float) Math.log(3), 1}, new float[] {0, -1});
        UnitScene scene = UnitScene.from(MapShape.units(2), 1, 2)
                .then(LayerKind.OUTPUT, MapShape.units(2), "softmax", learned, 0.25f, 0.75f);

        var arithmetic = (UnitArithmetic.Softmax) scene.last(1, 0, 0);

        double logit = Math.log(3) + 1;
        assertThat(arithmetic.logit().orElseThrow().result()).isCloseTo(logit, within(1e-6));
        assertThat(arithmetic.largest()).isCloseTo(logit, within(1e-6));
        assertThat(arithmetic.terms()).extracting(Term::unit).containsExactly(0, 1);
        assertThat(arithmetic.terms().get(0).logit()).isEqualTo(1);
        assertThat(arithmetic.terms().get(0).power()).isCloseTo(1.0 / 3, within(1e-6));
        assertThat(arithmetic.sum()).isCloseTo(4.0 / 3, within(1e-6));
        assertThat(arithmetic.result()).isCloseTo(0.75, within(1e-6));
    }

    @Test
    void lossWithoutWeightsTakesItsInputForTheLogits() {
        UnitScene softmax = UnitScene.from(MapShape.units(2), 1000, 1000)
                .then(LayerKind.OUTPUT, MapShape.units(2), "softmax", null, 0.5f, 0.5f);
        UnitScene sigmoid = UnitScene.from(MapShape.units(2), 0, 4)
                .then(LayerKind.OUTPUT, MapShape.units(2), "sigmoid", null, 0.5f, 0.98f);

        var shares = (UnitArithmetic.Softmax) softmax.last(1, 0, 0);
        assertThat(shares.logit()).isEmpty();
        assertThat(shares.result()).isEqualTo(0.5);
        assertThat(sigmoid.last(0, 0, 0)).isInstanceOf(UnitArithmetic.Activation.class);
        assertThat(sigmoid.last(0, 0, 0).result()).isEqualTo(0.5);
    }

    @Test
    void activationIsAppliedToTheSamePlace() {
        UnitScene scene = UnitScene.from(new MapShape(1, 1, 2), 1, -2)
                .then(LayerKind.ACTIVATION, new MapShape(1, 1, 2), "elu(alpha=2.0)", null, 1, -1.7293f);

        var arithmetic = (UnitArithmetic.Activation) scene.last(0, 1, 0);
        assertThat(arithmetic.input()).isEqualTo(new UnitValue(0, 0, 1, 0, -2));
        assertThat(arithmetic.result()).isCloseTo(2 * (Math.exp(-2) - 1), TINY);
    }

    @Test
    void additionAndConcatenationKnowTheirSources() {
        MapShape two = new MapShape(2, 1, 1);
        UnitScene sum = UnitScene.from(two, 1, 2)
                .add(LayerKind.OTHER, two, Optional.empty(), null, null, new float[] {10, 20}, LayerInfo.IMAGE)
                .add(LayerKind.ADDITION, two, Optional.empty(), null, null, new float[] {11, 22}, 0, 1);
        UnitScene both = UnitScene.from(new MapShape(1, 1, 1), 7)
                .add(LayerKind.OTHER, two, Optional.empty(), null, null, new float[] {10, 20}, LayerInfo.IMAGE)
                .add(
                        LayerKind.CONCATENATION,
                        new MapShape(3, 1, 1),
                        Optional.empty(),
                        null,
                        null,
                        new float[] {7, 10, 20},
                        0,
                        1);

        var addition = (UnitArithmetic.Addition) sum.last(1, 0, 0);
        assertThat(addition.inputs()).containsExactly(new UnitValue(0, 1, 0, 0, 2), new UnitValue(1, 1, 0, 0, 20));
        assertThat(addition.result()).isEqualTo(22);
        var passed = (UnitArithmetic.Passed) both.last(2, 0, 0);
        assertThat(passed.kind()).isEqualTo(LayerKind.CONCATENATION);
        assertThat(passed.from()).contains(new UnitValue(1, 1, 0, 0, 20));
        assertThat(passed.result()).isEqualTo(20);
        assertThat(((UnitArithmetic.Passed) both.last(0, 0, 0)).from()).contains(new UnitValue(0, 0, 0, 0, 7));
    }

    @Test
    void dropoutAndPaddingPassValuesOn() {
        UnitScene dropout = UnitScene.from(new MapShape(1, 1, 2), 3, 4)
                .then(LayerKind.DROPOUT, new MapShape(1, 1, 2), null, null, 3, 4);
        // Two columns on the left, one on the right, a row below.
        UnitScene padding = UnitScene.from(new MapShape(1, 1, 2), 3, 4)
                .then(LayerKind.PADDING, new MapShape(1, 2, 5), null, null, 0, 0, 3, 4, 0, 0, 0, 0, 0, 0);

        assertThat(((UnitArithmetic.Passed) dropout.last(0, 1, 0)).from()).contains(new UnitValue(0, 0, 1, 0, 4));
        assertThat(((UnitArithmetic.Passed) padding.last(0, 3, 0)).from()).contains(new UnitValue(0, 0, 1, 0, 4));
        assertThat(((UnitArithmetic.Passed) padding.last(0, 4, 0)).from()).isEmpty();
        assertThat(((UnitArithmetic.Passed) padding.last(0, 1, 0)).from()).isEmpty();
        assertThat(padding.last(0, 1, 1).result()).isZero();
    }

    @Test
    void valuesThatAreFlattenedKeepTheirOrder() {
        UnitScene scene = UnitScene.from(new MapShape(2, 1, 2), 5, 6, 7, 8)
                .then(LayerKind.DROPOUT, MapShape.units(4), null, null, 5, 6, 7, 8);

        assertThat(((UnitArithmetic.Passed) scene.last(3, 0, 0)).from()).contains(new UnitValue(0, 1, 1, 0, 8));
    }

    @Test
    void saysSoWhereNoArithmeticIsKnown() {
        MapShape shape = new MapShape(1, 2, 2);
        Window window = new Window(1, 1, 1, 1, 0, 0, 1);
        LayerParameters one = UnitScene.convolution(1, 1, 1, 1, new float[] {1}, 0);
        LayerParameters three = UnitScene.convolution(1, 3, 1, 1, new float[3], 0);
        UnitScene other = UnitScene.from(shape, 1, 2, 3, 4).then(LayerKind.OTHER, shape, null, null, 4, 3, 2, 1);
        UnitScene chance = UnitScene.from(shape).then(LayerKind.CONVOLUTION, shape, window, "rrelu(l=0.1, u=0.3)", one);
        UnitScene misfit = UnitScene.from(shape).then(LayerKind.CONVOLUTION, shape, window, null, three);
        UnitScene unknown = UnitScene.from(shape).then(LayerKind.DENSE, MapShape.units(3), null, null);

        assertThat(other.last(0, 1, 0)).isEqualTo(new UnitArithmetic.Other(LayerKind.OTHER, 3));
        assertThat(chance.last(0, 1, 0)).isInstanceOf(UnitArithmetic.Other.class);
        assertThat(misfit.last(0, 1, 0)).isInstanceOf(UnitArithmetic.Other.class);
        assertThat(unknown.last(2, 0, 0)).isInstanceOf(UnitArithmetic.Other.class);
    }

    @Test
    void refusesUnitsThatAreNotThere() {
        UnitScene scene = UnitScene.from(new MapShape(1, 2, 2));
        assertThatThrownBy(() -> scene.last(1, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> scene.last(0, 2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> scene.last(0, 0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
