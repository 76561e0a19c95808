package org.digitscope.ui.layers;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.digitscope.image.ColorScale;
import org.digitscope.network.Kernels;
import org.digitscope.ui.common.PixelImage;

/** The kernels with which one filter reads each map before it. */
final class KernelTiles extends Region {
    private static final int MAX_TILE = 54;
    private static final int GAP = 5;

    private final Canvas canvas = new Canvas();
    private final Kernels kernels;
    private final int filter;
    private final ColorScale colors;
    private final double em;

    /** @param em how large type is, compared with its smallest size */
    KernelTiles(Kernels kernels, int filter, ColorScale colors, double em) {
        this.kernels = kernels;
        this.filter = filter;
        this.colors = colors;
        this.em = em;
        getChildren().add(canvas);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        TileLayout layout = TileLayout.fit(
                kernels.channels(), kernels.width(), getWidth(), getHeight(), (int) (MAX_TILE * em), (int) (GAP * em));
        PixelImage image = new PixelImage(Math.max(1, layout.widthPx()), Math.max(1, layout.heightPx()));
        int size = kernels.height() * kernels.width();
        for (int channel = 0; channel < kernels.channels(); channel++) {
            image.fill(
                    kernels.weights(),
                    (filter * kernels.channels() + channel) * size,
                    kernels.width(),
                    kernels.height(),
                    layout.left(channel),
                    layout.top(channel),
                    layout.tilePx(),
                    layout.tilePx(),
                    colors::argb,
                    kernels.largestMagnitude(filter));
        }
        image.show();
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        context.drawImage(image.image(), 0, 0);
    }
}
