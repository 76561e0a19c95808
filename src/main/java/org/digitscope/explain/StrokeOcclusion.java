package org.digitscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.image.Placement;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Stroke;
import org.digitscope.network.DigitNetwork;

/**
 * How much the explained sum falls if one stroke is left out and the others stay where they are in the 28×28. A drawing
 * of one stroke is compared with a blank image.
 *
 * <p>A pixel gets the value of the stroke that inks it, or the mean of several, weighted by how much of it each covers.
 */
final class StrokeOcclusion extends SlicedExplanation {
    private final List<Stroke> strokes;
    private final InkRasterizer rasterizer;
    private final Optional<Placement> placement;
    private final Falls falls;
    private final double[] weighted;
    private final double[] covered;

    StrokeOcclusion(Question question, float[] image, Drawing drawing, InkRasterizer rasterizer) {
        super(question);
        this.strokes = drawing.strokes();
        this.rasterizer = rasterizer;
        this.placement = rasterizer.rasterize(drawing).placement();
        this.falls = new Falls(image, strokes.size(), this::without);
        this.weighted = new double[image.length];
        this.covered = new double[image.length];
    }

    @Override
    double share() {
        return falls.share();
    }

    @Override
    Optional<Relevance> slice(DigitNetwork network) {
        int first = falls.done();
        falls.step(network, this::sum);
        for (int stroke = first; stroke < falls.done(); stroke++) {
            paint(stroke);
        }
        return falls.isFinished() ? Optional.of(found()) : Optional.empty();
    }

    private float[] without(int stroke) {
        List<Stroke> others = new ArrayList<>(strokes);
        others.remove(stroke);
        return inPlace(new Drawing(others));
    }

    private void paint(int stroke) {
        float[] alone = inPlace(new Drawing(List.of(strokes.get(stroke))));
        for (int i = 0; i < alone.length; i++) {
            weighted[i] += alone[i] * falls.of(stroke);
            covered[i] += alone[i];
        }
    }

    private float[] inPlace(Drawing part) {
        return placement
                .map(place -> rasterizer.rasterize(part, place))
                .orElseGet(DigitImage::blank)
                .pixels();
    }

    private Relevance found() {
        float[] pixels = new float[weighted.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = covered[i] == 0 ? 0 : (float) (weighted[i] / covered[i]);
        }
        float[] values = new float[strokes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) falls.of(i);
        }
        return new Relevance(question(), pixels, Optional.of(values));
    }
}
