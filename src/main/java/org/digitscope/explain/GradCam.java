package org.digitscope.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.digitscope.image.DigitImage;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.MapShape;

/**
 * ReLU(Σ αₖ Aₖ) over the maps Aₖ of a convolution, where αₖ is the mean of ∂S/∂Aₖ over the map, for the explained sum S
 * (Selvaraju et al., <i>Grad-CAM: visual explanations from deep networks via gradient-based localization</i>, 2017,
 * equations 1 and 2); brought to 28×28 by {@link MapAlignment}.
 *
 * <p>The maps are the convolution's own output. It includes its activation if the layer has one; a normalisation and an
 * activation that follow as layers of their own are not part of it.
 */
final class GradCam extends SlicedExplanation {
    private final DigitImage image;
    private Optional<FeatureMaps> read = Optional.empty();

    GradCam(Question question, DigitImage image) {
        super(question);
        this.image = image;
    }

    /** The layers that can be looked at, as indices. */
    static List<Integer> convolutions(List<LayerInfo> layers) {
        return IntStream.range(0, layers.size())
                .filter(layer -> layers.get(layer).kind() == LayerKind.CONVOLUTION)
                .boxed()
                .toList();
    }

    @Override
    Optional<Relevance> slice(DigitNetwork network) {
        int layer = layer(network.layers());
        if (read.isEmpty()) {
            read = Optional.of(network.run(image).outputs().get(layer));
            return Optional.empty();
        }
        FeatureMaps maps = read.get();
        FeatureMaps gradients =
                network.gradients(image.pixels(), weights(network)).outputs().get(layer);
        MapShape shape = maps.shape();
        return relevance(MapAlignment.of(network.layers(), layer)
                .upsample(weightedSum(maps, gradients), shape.height(), shape.width()));
    }

    private int layer(List<LayerInfo> layers) {
        List<Integer> convolutions = convolutions(layers);
        if (convolutions.isEmpty()) {
            throw new IllegalArgumentException("Grad-CAM needs a convolution, and the network has none");
        }
        int layer = question().layer().orElse(convolutions.get(convolutions.size() - 1));
        if (!convolutions.contains(layer)) {
            throw new IllegalArgumentException("Grad-CAM needs a convolution, and layer " + layer + " is none");
        }
        return layer;
    }

    private static double[] weightedSum(FeatureMaps maps, FeatureMaps gradients) {
        MapShape shape = maps.shape();
        double[] sum = new double[shape.height() * shape.width()];
        for (int map = 0; map < shape.maps(); map++) {
            int offset = shape.offset(map);
            double weight = 0;
            for (int i = 0; i < sum.length; i++) {
                weight += gradients.values()[offset + i] / sum.length;
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * maps.values()[offset + i];
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.max(0, sum[i]);
        }
        return sum;
    }
}
