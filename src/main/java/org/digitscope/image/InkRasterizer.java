package org.digitscope.image;

import java.util.List;
import java.util.Optional;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;

/**
 * Draws ink the way MNIST's digits were prepared (LeCun et al., <i>Gradient-based learning applied to document
 * recognition</i>, 1998, section III-A): aspect kept, the longer side of the inked box 20 px, the centre of mass at the
 * middle of the 28×28. The strokes are drawn again at one width, whatever the pen on the pad, so that only their shape
 * counts.
 *
 * <p>The result depends on the polylines alone: moving, scaling or sampling a drawing more densely along the same
 * chords changes no pixel by more than 1/255. Only square roots and the four operations are used, so it is the same to
 * the bit on every machine.
 *
 * <p>Immutable and safe for any thread; one call takes a fraction of a millisecond.
 */
public final class InkRasterizer {
    /** Near the strokes of MNIST, measured on its training set. */
    public static final double DEFAULT_STROKE_WIDTH_PX = 2.3;

    /** The longer side of the inked box in MNIST. */
    public static final double DEFAULT_BOX_PX = 20;

    private static final double MIDDLE = DigitImage.SIZE / 2.0;

    /**
     * The first shift centres the box, two more bring the centre of mass within a few thousandths of a pixel, at worst
     * within two hundredths; more steps do not help.
     */
    private static final int CENTRING_STEPS = 3;

    /** Extents below this share of the coordinates are rounding errors: a dot, not a very small line. */
    private static final double DOT = 1e-12;

    /** Below this a scale would not be finite. */
    private static final double SMALLEST = 1e-300;

    private final double strokeWidthPx;
    private final double boxPx;

    public InkRasterizer() {
        this(DEFAULT_STROKE_WIDTH_PX, DEFAULT_BOX_PX);
    }

    /**
     * @param strokeWidthPx 0.5 to 8, in image pixels
     * @param boxPx the longer side of the inked box with the stroke's width included, up to 28
     */
    public InkRasterizer(double strokeWidthPx, double boxPx) {
        if (!(strokeWidthPx >= 0.5 && strokeWidthPx <= 8 && boxPx > strokeWidthPx && boxPx <= DigitImage.SIZE)) {
            throw new IllegalArgumentException("stroke width " + strokeWidthPx + " px, box " + boxPx + " px");
        }
        this.strokeWidthPx = strokeWidthPx;
        this.boxPx = boxPx;
    }

    /** The drawing as the network sees it; a blank image without a placement for a blank drawing. */
    public InkImage rasterize(Drawing drawing) {
        if (drawing.isEmpty()) {
            return new InkImage(DigitImage.blank(), Optional.empty());
        }
        Box box = Box.of(drawing);
        double halfStroke = strokeWidthPx / 2;
        double scale = box.isDot() ? 1 : (boxPx / 2 - halfStroke) / box.halfLongerSide();
        double halfWidth = box.isDot() ? halfStroke : box.halfWidth() * scale + halfStroke;
        double halfHeight = box.isDot() ? halfStroke : box.halfHeight() * scale + halfStroke;
        double[][] polylines = relativeTo(drawing, box, scale);

        CoverageGrid grid = new CoverageGrid(strokeWidthPx);
        double middleX = MIDDLE;
        double middleY = MIDDLE;
        grid.draw(polylines, middleX, middleY);
        for (int step = 0; step < CENTRING_STEPS; step++) {
            middleX = clamp(middleX + MIDDLE - grid.centreOfMassX(), halfWidth);
            middleY = clamp(middleY + MIDDLE - grid.centreOfMassY(), halfHeight);
            grid.draw(polylines, middleX, middleY);
        }
        Placement placement =
                new Placement(scale, middleX - box.middleX() * scale, middleY - box.middleY() * scale, strokeWidthPx);
        return new InkImage(grid.toImage(), Optional.of(placement));
    }

    /**
     * The drawing at a place that is given, as for some strokes of a larger drawing that shall stay where they were.
     * Equal to {@link #rasterize(Drawing)} for its own placement, to within 1/255, unless a drawing lies so far from the
     * origin for its size that a placement cannot tell where it went. Ink outside the frame is cut off.
     *
     * @param placement scale, shift and the strokes' width
     */
    public DigitImage rasterize(Drawing drawing, Placement placement) {
        double[][] polylines = new double[drawing.strokes().size()][];
        for (int i = 0; i < polylines.length; i++) {
            List<Point> points = drawing.strokes().get(i).points();
            polylines[i] = new double[2 * points.size()];
            for (int j = 0; j < points.size(); j++) {
                polylines[i][2 * j] = placement.toImageX(points.get(j).x());
                polylines[i][2 * j + 1] = placement.toImageY(points.get(j).y());
            }
        }
        CoverageGrid grid = new CoverageGrid(placement.strokeWidthPx());
        grid.draw(polylines, 0, 0);
        return grid.toImage();
    }

    /**
     * The whole canvas shrunk to 28×28, as programs do that skip MNIST's preparation: kept for showing how much worse
     * that is. Strokes have the same width as everywhere; ink outside the canvas is cut off.
     *
     * @param left of the canvas, in the drawing's unit
     * @param top of the canvas
     * @param side of the square canvas; positive
     */
    public InkImage shrinkCanvas(Drawing drawing, double left, double top, double side) {
        if (drawing.isEmpty()) {
            return new InkImage(DigitImage.blank(), Optional.empty());
        }
        double scale = DigitImage.SIZE / side;
        Placement placement = new Placement(scale, -left * scale, -top * scale, strokeWidthPx);
        Box canvas = new Box(left, top, left + side, top + side);
        CoverageGrid grid = new CoverageGrid(strokeWidthPx);
        grid.draw(relativeTo(drawing, canvas, scale), MIDDLE, MIDDLE);
        return new InkImage(grid.toImage(), Optional.of(placement));
    }

    /** Keeps the ink, which reaches {@code half} to each side of its middle, inside the frame. */
    private static double clamp(double middle, double half) {
        return Math.max(half, Math.min(DigitImage.SIZE - half, middle));
    }

    /** Each stroke as x0, y0, x1, y1, … in image pixels from the middle of the box. */
    private static double[][] relativeTo(Drawing drawing, Box box, double scale) {
        double middleX = box.middleX();
        double middleY = box.middleY();
        double[][] polylines = new double[drawing.strokes().size()][];
        for (int i = 0; i < polylines.length; i++) {
            Stroke stroke = drawing.strokes().get(i);
            double[] polyline = new double[2 * stroke.points().size()];
            int next = 0;
            for (Point point : stroke.points()) {
                polyline[next++] = (point.x() - middleX) * scale;
                polyline[next++] = (point.y() - middleY) * scale;
            }
            polylines[i] = polyline;
        }
        return polylines;
    }

    /** The smallest upright rectangle around all points. */
    private record Box(double minX, double minY, double maxX, double maxY) {
        static Box of(Drawing drawing) {
            double minX = Double.POSITIVE_INFINITY;
            double minY = Double.POSITIVE_INFINITY;
            double maxX = Double.NEGATIVE_INFINITY;
            double maxY = Double.NEGATIVE_INFINITY;
            for (Stroke stroke : drawing.strokes()) {
                for (Point point : stroke.points()) {
                    minX = Math.min(minX, point.x());
                    minY = Math.min(minY, point.y());
                    maxX = Math.max(maxX, point.x());
                    maxY = Math.max(maxY, point.y());
                }
            }
            return new Box(minX, minY, maxX, maxY);
        }

        // Halves, because the whole of two finite coordinates' distance need not be finite.
        double halfWidth() {
            return maxX / 2 - minX / 2;
        }

        double halfHeight() {
            return maxY / 2 - minY / 2;
        }

        double halfLongerSide() {
            return Math.max(halfWidth(), halfHeight());
        }

        double middleX() {
            return minX + halfWidth();
        }

        double middleY() {
            return minY + halfHeight();
        }

        boolean isDot() {
            double reach = Math.max(Math.max(Math.abs(minX), Math.abs(maxX)), Math.max(Math.abs(minY), Math.abs(maxY)));
            return halfLongerSide() <= DOT / 2 * reach || halfLongerSide() < SMALLEST;
        }
    }
}
