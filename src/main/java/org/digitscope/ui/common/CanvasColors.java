package org.digitscope.ui.common;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * The colours of what is drawn on canvases, which style sheets do not reach. On the grounds of their theme, with high
 * contrast or without, type has a contrast of at least 4.5 and a line that says something of at least 3 (WCAG 2.2 AA).
 *
 * @param ink of the pad, and of lines and type that come first
 * @param greyInk below an explanation; colours that black or white would swallow are seen on it
 * @param text numbers and names at the edge of what is shown
 * @param line frames and crosses that say something without being pointed at
 * @param guide where on the pad the 28×28 lie
 * @param eraser what the eraser touches
 * @param field the part of the 28×28 that is pointed at, on the pad
 * @param chosen what was chosen
 * @param pointed what the pointer is on
 * @param changed what was changed by hand
 * @param halo around lines that lie on coloured cells; has a contrast of at least 3 to {@code chosen},
 *     {@code pointed} and {@code changed}
 */
public record CanvasColors(
        Color ink,
        Color greyInk,
        Color text,
        Color line,
        Color guide,
        Color eraser,
        Color field,
        Color chosen,
        Color pointed,
        Color changed,
        Color halo) {
    /** Contrast that type needs. */
    public static final double TYPE = 4.5;

    /** Contrast that lines need, and large type. */
    public static final double GRAPHICS = 3;

    /** Outlines on what the network sees, which is white ink on black paper in every theme. */
    public static final Color FIELD_ON_SEEN = Color.web("#ff8a3d");

    public static final Color POINTED_ON_SEEN = Color.web("#4da3ff");

    /** The edge of the paper, seen on it and on every ground. */
    public static final Color EDGE_OF_SEEN = Color.web("#7d8590");

    /** The pen of the presentation, seen on every ground by its edge. */
    public static final Color PEN = Color.web("#ffb02e");

    public static final Color PEN_EDGE = Color.web("#101418");

    private static final Color DARK_GROUND = Color.web("#0d1117");

    private static final CanvasColors LIGHT = new CanvasColors(
            Color.web("#1b2430"),
            Color.web("#a3abb5"),
            Color.web("#4f5965"),
            Color.web("#6b7580"),
            Color.web("#5f88b5"),
            Color.web("#d0452b"),
            Color.web("#d9480f"),
            Color.web("#7a4fc9"),
            Color.web("#1f6fe5"),
            Color.web("#1a7f37"),
            Color.WHITE);

    private static final CanvasColors DARK = new CanvasColors(
            Color.web("#e9edf2"),
            Color.web("#6e7884"),
            Color.web("#a4aeba"),
            Color.web("#8a94a0"),
            Color.web("#5f86b3"),
            Color.web("#ff6b4a"),
            Color.web("#ff7a45"),
            Color.web("#a585e0"),
            Color.web("#4d97ff"),
            Color.web("#3fb950"),
            DARK_GROUND);

    /** Told apart with every kind of colour vision (Okabe, Ito, <i>Color universal design</i>, 2008). */
    private static final List<Color> SERIES_ON_DARK = List.of(
            Color.web("#E69F00"),
            Color.web("#56B4E9"),
            Color.web("#009E73"),
            Color.web("#D55E00"),
            Color.web("#CC79A7"));

    /** The same hues; made darker alike, yellow and vermilion would be one to many people. */
    private static final List<Color> SERIES_ON_LIGHT = List.of(
            Color.web("#b87a00"),
            Color.web("#2f8fce"),
            Color.web("#006b4d"),
            Color.web("#8a2a00"),
            Color.web("#c4559c"));

    private static final double STEP = 0.04;

    /** Those of a light or a dark theme. */
    public static CanvasColors of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    /** What a window has where nothing is painted; style sheets call it {@code -color-bg-default}. */
    public static Color ground(boolean dark) {
        return dark ? DARK_GROUND : Color.WHITE;
    }

    /** Black or white, whichever is read better on an opaque colour; its contrast is 4.58 or more. */
    public static Color on(int argb) {
        Color ground = Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
        return contrast(Color.BLACK, ground) >= contrast(Color.WHITE, ground) ? Color.BLACK : Color.WHITE;
    }

    /** How many lines of a chart have a colour of their own. */
    public static int series() {
        return SERIES_ON_DARK.size();
    }

    /**
     * The colour of a line in a chart, or of its name, as far from the chart's ground as it must be.
     *
     * @param number from 0; from {@link #series} on the colours come again
     * @param ground of the chart
     * @param least contrast, of 1 to 15
     */
    public static Color series(int number, Color ground, double least) {
        boolean light = contrast(Color.BLACK, ground) > contrast(Color.WHITE, ground);
        Color color = (light ? SERIES_ON_LIGHT : SERIES_ON_DARK).get(number % series());
        Color end = light ? Color.BLACK : Color.WHITE;
        for (double share = 0; share < 1; share += STEP) {
            Color mixed = color.interpolate(end, share);
            if (contrast(mixed, ground) >= least) {
                return mixed;
            }
        }
        return end;
    }

    /** Contrast of opaque colours by WCAG 2, 1 to 21. */
    public static double contrast(Color first, Color second) {
        double a = luminance(first) + 0.05;
        double b = luminance(second) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    /** Outlines a part of a picture so that it is seen whatever the colours in there. */
    public void outline(
            GraphicsContext context, Color color, double line, double left, double top, double width, double height) {
        outline(context, color, halo, line, left, top, width, height);
    }

    /** The same on a picture with a ground of its own. */
    public static void outline(
            GraphicsContext context,
            Color color,
            Color halo,
            double line,
            double left,
            double top,
            double width,
            double height) {
        context.setStroke(halo);
        context.setLineWidth(line + 2);
        context.strokeRect(left, top, width, height);
        context.setStroke(color);
        context.setLineWidth(line);
        context.strokeRect(left, top, width, height);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double level) {
        return level <= 0.04045 ? level / 12.92 : Math.pow((level + 0.055) / 1.055, 2.4);
    }
}
