package org.digitscope.explain;

import java.util.List;
import org.digitscope.image.DigitImage;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.MapShape;
import org.digitscope.network.Window;

/**
 * Where the units of a layer look: the middle of the {@link ReceptiveField} of the unit u, padding included, is at the
 * pixel start + step · u, on each axis. Whole numbers are the centres of units and pixels. A padding layer adds as much on
 * either side; where a layer's window is unknown its maps are stretched over those before.
 */
record MapAlignment(double startX, double stepX, double startY, double stepY) {
    private static final MapAlignment IMAGE = new MapAlignment(0, 1, 0, 1);

    /** Of a layer. Where branches meet, their maps are of one size, so that the first speaks for all. */
    static MapAlignment of(List<LayerInfo> layers, int layer) {
        if (layer == LayerInfo.IMAGE) {
            return IMAGE;
        }
        LayerInfo info = layers.get(layer);
        int input = info.inputs().isEmpty() ? LayerInfo.IMAGE : info.inputs().get(0);
        return of(layers, input).after(inInput(info, UnitInputs.shape(layers, input)));
    }

    /**
     * A map as large as the image: bilinear between the middles of units, and beyond the outermost ones as there.
     *
     * @param map {@code height · width} values, row-major
     * @return 28×28, row-major
     */
    float[] upsample(double[] map, int height, int width) {
        float[] pixels = new float[DigitImage.SIZE * DigitImage.SIZE];
        for (int y = 0; y < DigitImage.SIZE; y++) {
            double row = within((y - startY) / stepY, height);
            int top = Math.min((int) row, Math.max(0, height - 2));
            int bottom = Math.min(top + 1, height - 1);
            for (int x = 0; x < DigitImage.SIZE; x++) {
                double column = within((x - startX) / stepX, width);
                int left = Math.min((int) column, Math.max(0, width - 2));
                int right = Math.min(left + 1, width - 1);
                double above = between(map[top * width + left], map[top * width + right], column - left);
                double below = between(map[bottom * width + left], map[bottom * width + right], column - left);
                pixels[y * DigitImage.SIZE + x] = (float) between(above, below, row - top);
            }
        }
        return pixels;
    }

    /** Where units look in the maps before, counted in their units. */
    private static MapAlignment inInput(LayerInfo info, MapShape before) {
        if (info.window().isPresent()) {
            Window window = info.window().get();
            return new MapAlignment(
                    (window.width() - 1) * window.dilation() / 2.0 - window.paddingLeft(),
                    window.strideX(),
                    (window.height() - 1) * window.dilation() / 2.0 - window.paddingTop(),
                    window.strideY());
        }
        int columns = info.output().width() - before.width();
        int rows = info.output().height() - before.height();
        if (info.kind() == LayerKind.PADDING) {
            int left = columns / 2;
            int top = rows / 2;
            return new MapAlignment(-left, 1, -top, 1);
        }
        double stepX = (double) before.width() / info.output().width();
        double stepY = (double) before.height() / info.output().height();
        return new MapAlignment((stepX - 1) / 2, stepX, (stepY - 1) / 2, stepY);
    }

    private MapAlignment after(MapAlignment inInput) {
        return new MapAlignment(
                startX + stepX * inInput.startX,
                stepX * inInput.stepX,
                startY + stepY * inInput.startY,
                stepY * inInput.stepY);
    }

    private static double within(double place, int size) {
        return Math.max(0, Math.min(size - 1, place));
    }

    private static double between(double from, double to, double share) {
        return from + share * (to - from);
    }
}
