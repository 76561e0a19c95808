package org.digitscope.ui.window;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.geometry.Bounds;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.text.Font;
import javafx.scene.transform.Transform;
import org.digitscope.image.Picture;
import org.digitscope.image.PictureWriter;

/**
 * The text of an SVG drawing as it grows. Attributes that are handed over begin with a space or are empty. For one thread
 * at a time.
 */
final class SvgDrawing {
    /** Stands for the next picture; what is drawn cannot hold it. */
    private static final String PICTURE = "\0";

    private static final String NO_FILL = " fill=\"none\"";

    private final StringBuilder svg = new StringBuilder();
    private final List<Picture> pictures = new ArrayList<>();
    private int names;

    /** A drawing of this size, in pixels. */
    SvgDrawing(double width, double height) {
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$.0f\" height=\"%2$.0f\""
                        + " viewBox=\"0 0 %1$.0f %2$.0f\">%n",
                width,
                height));
    }

    /** The whole text, with the pictures packed, which takes a while. */
    String write() {
        StringBuilder whole = new StringBuilder();
        int start = 0;
        for (Picture picture : pictures) {
            int place = svg.indexOf(PICTURE, start);
            whole.append(svg, start, place)
                    .append("data:image/png;base64,")
                    .append(Base64.getEncoder().encodeToString(png(picture)));
            start = place + PICTURE.length();
        }
        return whole.append(svg, start, svg.length()).append("</svg>\n").toString();
    }

    /** Begins a group. */
    void open(Transform transform, double opacity, String clip) {
        svg.append("<g");
        if (!transform.isIdentity()) {
            double[] matrix = {
                transform.getMxx(),
                transform.getMyx(),
                transform.getMxy(),
                transform.getMyy(),
                transform.getTx(),
                transform.getTy()
            };
            svg.append(" transform=\"matrix(").append(numbers(matrix)).append(")\"");
        }
        if (opacity < 1) {
            svg.append(" opacity=\"").append(number(opacity)).append('"');
        }
        svg.append(clip).append(">\n");
    }

    /** Ends the group that was begun last. */
    void close() {
        svg.append("</g>\n");
    }

    /** Attributes that cut a group off around a rectangle in its own coordinates. */
    String clip(Bounds bounds) {
        String name = newName();
        svg.append("<clipPath id=\"").append(name).append("\">");
        rectangle(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight(), "");
        svg.append("</clipPath>\n");
        return " clip-path=\"url(#" + name + ")\"";
    }

    /** One line, as wide as its bounds whatever font there is. */
    void text(String words, Font font, Bounds bounds, double baseline, String attributes) {
        String weight = font.getStyle().toLowerCase(Locale.ROOT).contains("bold") ? " font-weight=\"bold\"" : "";
        svg.append(String.format(
                "<text xml:space=\"preserve\" x=\"%s\" y=\"%s\" font-family=\"'%s', sans-serif\" font-size=\"%s\"%s%s"
                        + " textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\">%s</text>%n",
                number(bounds.getMinX()),
                number(baseline),
                escaped(font.getFamily()),
                number(font.getSize()),
                weight,
                attributes,
                number(bounds.getWidth()),
                escaped(words)));
    }

    void path(List<PathElement> elements, String attributes) {
        path(elements.stream().map(SvgDrawing::data).collect(Collectors.joining()), attributes);
    }

    /** @param data as SVG writes it */
    void path(String data, String attributes) {
        if (!data.isEmpty() && isSeen(attributes)) {
            svg.append("<path d=\"").append(escaped(data)).append('"').append(attributes);
            svg.append("/>\n");
        }
    }

    private static String data(PathElement element) {
        if (element instanceof MoveTo to) {
            return "M" + numbers(to.getX(), to.getY());
        } else if (element instanceof LineTo to) {
            return "L" + numbers(to.getX(), to.getY());
        } else if (element instanceof QuadCurveTo to) {
            return "Q" + numbers(to.getControlX(), to.getControlY(), to.getX(), to.getY());
        } else if (element instanceof CubicCurveTo to) {
            double[] points = {
                to.getControlX1(), to.getControlY1(), to.getControlX2(), to.getControlY2(), to.getX(), to.getY()
            };
            return "C" + numbers(points);
        } else {
            return element instanceof ClosePath ? "Z" : "";
        }
    }

    void line(double x1, double y1, double x2, double y2, String stroke) {
        if (!stroke.isEmpty()) {
            path("M" + numbers(x1, y1) + "L" + numbers(x2, y2), stroke);
        }
    }

    /** @param corners the radii from the top left on, clockwise */
    void box(double x, double y, double width, double height, double[] corners, String attributes) {
        if (width <= 0 || height <= 0 || !isSeen(attributes)) {
            return;
        }
        double most = Math.min(width, height) / 2;
        double[] radii =
                DoubleStream.of(corners).map(radius -> Math.min(radius, most)).toArray();
        if (DoubleStream.of(radii).allMatch(radius -> radius == radii[0])) {
            String round = radii[0] > 0 ? " rx=\"" + number(radii[0]) + "\"" : "";
            rectangle(x, y, width, height, round + attributes);
            return;
        }
        double right = x + width;
        double bottom = y + height;
        path(
                "M" + numbers(x + radii[0], y)
                        + "L" + numbers(right - radii[1], y) + arc(radii[1], right, y + radii[1])
                        + "L" + numbers(right, bottom - radii[2]) + arc(radii[2], right - radii[2], bottom)
                        + "L" + numbers(x + radii[3], bottom) + arc(radii[3], x, bottom - radii[3])
                        + "L" + numbers(x, y + radii[0]) + arc(radii[0], x + radii[0], y)
                        + "Z",
                attributes);
    }

    private static String arc(double radius, double x, double y) {
        return radius > 0 ? "A" + numbers(radius, radius, 0, 0, 1, x, y) : "";
    }

    private void rectangle(double x, double y, double width, double height, String attributes) {
        svg.append(String.format(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>%n",
                number(x), number(y), number(width), number(height), attributes));
    }

    void picture(Picture picture, Bounds bounds, boolean smooth) {
        svg.append(String.format(
                "<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" preserveAspectRatio=\"none\"%s href=\"%s\"/>%n",
                number(bounds.getMinX()),
                number(bounds.getMinY()),
                number(bounds.getWidth()),
                number(bounds.getHeight()),
                smooth ? "" : " style=\"image-rendering: pixelated\"",
                PICTURE));
        pictures.add(picture);
    }

    private static byte[] png(Picture picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            PictureWriter.writePng(bytes, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Attributes of an area: of one colour, or with an even change from one to the other. */
    String fill(Paint paint) {
        if (paint instanceof LinearGradient gradient && gradient.isProportional()) {
            return " fill=\"url(#" + gradient(gradient) + ")\"";
        }
        return paint instanceof Color color && color.getOpacity() > 0
                ? " fill=\"" + web(color) + "\"" + transparency("fill-opacity", color)
                : NO_FILL;
    }

    private String gradient(LinearGradient gradient) {
        String name = newName();
        List<String> stops = new ArrayList<>();
        for (Stop stop : gradient.getStops()) {
            stops.add("<stop offset=\"" + number(stop.getOffset()) + "\" stop-color=\"" + web(stop.getColor()) + "\""
                    + transparency("stop-opacity", stop.getColor()) + "/>");
        }
        svg.append(String.format(
                "<linearGradient id=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\">%s</linearGradient>%n",
                name,
                number(gradient.getStartX()),
                number(gradient.getStartY()),
                number(gradient.getEndX()),
                number(gradient.getEndY()),
                String.join("", stops)));
        return name;
    }

    /** Attributes of a line; empty if it cannot be seen. */
    static String stroke(Paint paint, double width) {
        return paint instanceof Color color && color.getOpacity() > 0 && width > 0
                ? " stroke=\"" + web(color) + "\"" + transparency("stroke-opacity", color) + " stroke-width=\""
                        + number(width) + "\""
                : "";
    }

    /** Attributes of a rim without an area. */
    static String rim(Paint paint, double width) {
        return NO_FILL + stroke(paint, width);
    }

    private static boolean isSeen(String attributes) {
        return !attributes.contains(NO_FILL) || attributes.contains(" stroke=");
    }

    private String newName() {
        names++;
        return "n" + names;
    }

    private static String web(Color color) {
        return String.format(
                "#%02x%02x%02x",
                Math.round(255 * color.getRed()),
                Math.round(255 * color.getGreen()),
                Math.round(255 * color.getBlue()));
    }

    private static String transparency(String attribute, Color color) {
        return color.getOpacity() < 1 ? " " + attribute + "=\"" + number(color.getOpacity()) + "\"" : "";
    }

    private static String numbers(double... values) {
        return DoubleStream.of(values).mapToObj(SvgDrawing::number).collect(Collectors.joining(" "));
    }

    /** With two decimals at most. */
    private static String number(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    /** Without what no XML may hold: names come from files that are not trusted. */
    private static String escaped(String text) {
        StringBuilder allowed = new StringBuilder();
        text.codePoints()
                .filter(point -> point >= ' ' && point < 0xD800 || point > 0xDFFF && point < 0xFFFE || point > 0xFFFF)
                .forEach(allowed::appendCodePoint);
        return allowed.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
