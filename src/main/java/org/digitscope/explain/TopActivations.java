package org.digitscope.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.digitscope.image.DigitImage;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Inference;
import org.digitscope.network.MapShape;

/**
 * The images that excite feature maps most: for each chosen map those with the highest peaks, and where the peaks are
 * (after Zeiler, Fergus, <i>Visualizing and understanding convolutional networks</i>, 2014, figure 2).
 *
 * <p>Computed in slices of one pass. {@link #step} is for one thread at a time; what has been found so far may be read
 * by any.
 */
public final class TopActivations {

    /**
     * A feature map, or a unit of a dense layer.
     *
     * @param layer index of the layer
     * @param map index in the layer
     */
    public record Channel(int layer, int map) {}

    /**
     * The highest value of a map for one image.
     *
     * @param image its index in the list
     * @param value of the map, at the first such place by rows
     * @param x column in the map
     * @param y row in the map
     */
    public record Peak(int image, float value, int x, int y) {}

    private final List<DigitImage> images;
    private final int most;
    private final Map<Channel, List<Peak>> peaks = new LinkedHashMap<>();
    private int done;

    /**
     * @param images to choose from
     * @param channels the maps of interest, each of a layer and a map that the network has
     * @param most how many images to keep for each, at least 1
     */
    public TopActivations(List<DigitImage> images, Collection<Channel> channels, int most) {
        if (most < 1) {
            throw new IllegalArgumentException(most + " images to keep");
        }
        this.images = List.copyOf(images);
        this.most = most;
        channels.forEach(channel -> peaks.put(channel, List.of()));
    }

    /**
     * Looks at one more image.
     *
     * @param network always the same
     * @return true when it is finished
     */
    public boolean step(DigitNetwork network) {
        int image = done();
        if (image < images.size()) {
            Inference inference = network.run(images.get(image));
            add(image, inference.outputs());
        }
        return done() == images.size();
    }

    /** The share that is done, 0 to 1. */
    public double progress() {
        return images.isEmpty() ? 1 : (double) done() / images.size();
    }

    /**
     * The highest peaks so far, the highest first; of equals the one of the earlier image.
     *
     * @throws IllegalArgumentException if the map was not chosen
     */
    public synchronized List<Peak> of(Channel channel) {
        List<Peak> found = peaks.get(channel);
        if (found == null) {
            throw new IllegalArgumentException(channel + " was not chosen");
        }
        return found;
    }

    private synchronized int done() {
        return done;
    }

    private synchronized void add(int image, List<FeatureMaps> outputs) {
        peaks.replaceAll((channel, before) -> {
            Peak peak = peak(image, outputs.get(channel.layer()), channel.map());
            int place = before.size();
            while (place > 0 && before.get(place - 1).value() < peak.value()) {
                place--;
            }
            if (place == most) {
                return before;
            }
            List<Peak> after = new ArrayList<>(before);
            after.add(place, peak);
            return List.copyOf(after.subList(0, Math.min(most, after.size())));
        });
        done++;
    }

    private static Peak peak(int image, FeatureMaps maps, int map) {
        MapShape shape = maps.shape();
        int highestX = 0;
        int highestY = 0;
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                if (maps.at(map, x, y) > maps.at(map, highestX, highestY)) {
                    highestX = x;
                    highestY = y;
                }
            }
        }
        return new Peak(image, maps.at(map, highestX, highestY), highestX, highestY);
    }
}
