package org.digitscope.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.digitscope.image.DigitImage;

/**
 * What a layer does over a set of images: the largest magnitude that it reaches, and the maps that stay exactly zero on
 * all of them.
 *
 * @param largestMagnitude over all images and maps
 * @param deadMaps the maps that never had a value other than zero; not to be changed
 */
public record LayerSurvey(float largestMagnitude, BitSet deadMaps) {

    /** One survey a layer. Runs the network once an image. */
    public static List<LayerSurvey> of(DigitNetwork network, List<DigitImage> images) {
        int layers = network.layers().size();
        float[] magnitudes = new float[layers];
        List<BitSet> dead = new ArrayList<>();
        for (LayerInfo layer : network.layers()) {
            BitSet all = new BitSet();
            all.set(0, images.isEmpty() ? 0 : layer.output().maps());
            dead.add(all);
        }
        for (DigitImage image : images) {
            List<FeatureMaps> outputs = network.run(image).outputs();
            for (int layer = 0; layer < layers; layer++) {
                FeatureMaps maps = outputs.get(layer);
                magnitudes[layer] = Math.max(magnitudes[layer], maps.largestMagnitude());
                BitSet left = dead.get(layer);
                for (int map = left.nextSetBit(0); map >= 0; map = left.nextSetBit(map + 1)) {
                    if (!maps.isZero(map)) {
                        left.clear(map);
                    }
                }
            }
        }
        List<LayerSurvey> surveys = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            surveys.add(new LayerSurvey(magnitudes[layer], dead.get(layer)));
        }
        return List.copyOf(surveys);
    }
}
