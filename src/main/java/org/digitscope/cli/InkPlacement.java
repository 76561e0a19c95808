package org.digitscope.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.data.Sample;
import org.digitscope.data.SampleReader;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkBounds;

/** How drawings are brought into the 28×28. */
enum InkPlacement {
    /** As MNIST was made: scaled to 20 px, centre of mass in the middle. */
    MASS,
    /** The whole canvas shrunk, wherever the drawing is on it. */
    CANVAS;

    /**
     * The data set that {@code spec} names, with its drawings placed this way.
     *
     * @throws CommandProblem if a set without ink is to be placed on a canvas
     */
    Dataset open(Context context, String spec) throws IOException, CommandProblem {
        InkRasterizer rasterizer = new InkRasterizer();
        if (this == MASS) {
            return context.datasets()
                    .open(spec, drawing -> rasterizer.rasterize(drawing).image());
        }
        double side = canvasSide(context, spec);
        return context.datasets()
                .open(
                        spec,
                        drawing -> rasterizer.shrinkCanvas(drawing, 0, 0, side).image());
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The file does not say how large its canvas was: the square from (0, 0) that holds all of its ink. */
    private static double canvasSide(Context context, String spec) throws IOException, CommandProblem {
        Reach reach = new Reach();
        Dataset dataset = context.datasets().open(spec, reach::add);
        try (SampleReader reader = dataset.open()) {
            for (Optional<Sample> sample = reader.next(); sample.isPresent(); sample = reader.next()) {
                if (sample.get().ink().isEmpty()) {
                    throw new CommandProblem(context.texts().get("evaluate.no-ink", spec));
                }
            }
        }
        if (!(reach.side > 0)) {
            throw new CommandProblem(context.texts().get("evaluate.no-canvas", spec));
        }
        return reach.side;
    }

    private static final class Reach {
        private double side;

        DigitImage add(Drawing drawing) {
            InkBounds.of(drawing).ifPresent(box -> side = Math.max(side, Math.max(box.maxX(), box.maxY())));
            return DigitImage.blank();
        }
    }
}
