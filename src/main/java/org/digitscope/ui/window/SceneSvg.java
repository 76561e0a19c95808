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
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import org.digitscope.image.Picture;
import org.digitscope.image.PictureWriter;
import org.digitscope.ui.session.FxPictures;

/**
 * A node with all that is in it as an SVG drawing. Text is text where it takes one line, and else its outlines; the
 * grounds and edges of regions and all shapes are shapes; canvases and images, whose pixels are what they show, are
 * pictures. Shadows are left out.
 */
final class SceneSvg {
    private static final double PICTURE_SCALE = 2;

    /** A font of signs: its letters are pictures that no other font has. */
    private static final String SIGNS = "material";

    /** Stands for the next picture; what is drawn cannot hold it. */
    private static final String PICTURE = "\0";

    private final StringBuilder svg = new StringBuilder();
    private final List<Picture> pictures = new ArrayList<>();
    private int names;

    private SceneSvg() {}

    /** Looks at a node, on the JavaFX thread; the drawing is as large as its bounds. */
    static SceneSvg of(Node node) {
        Bounds bounds = node.getLayoutBounds();
        SceneSvg drawing = new SceneSvg();
        drawing.svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$.0f\" height=\"%2$.0f\""
                        + " viewBox=\"0 0 %1$.0f %2$.0f\">%n",
                bounds.getWidth(),
                bounds.getHeight()));
        drawing.open(Transform.translate(-bounds.getMinX(), -bounds.getMinY()), 1, "");
        drawing.content(node);
        drawing.svg.append("</g>\n</svg>\n");
        return drawing;
    }

    /** The text of the drawing; for any thread, as packing the pictures takes a while. */
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
        return whole.append(svg, start, svg.length()).toString();
    }

    private void draw(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        String clip = node.getClip() instanceof Rectangle rectangle ? clip(rectangle) : "";
        open(node.getLocalToParentTransform(), node.getOpacity(), clip);
        content(node);
        svg.append("</g>\n");
    }

    private void content(Node node) {
        if (node instanceof Text text) {
            text(text);
        } else if (node instanceof Shape shape) {
            shape(shape);
        } else if (node instanceof ImageView view && isWhole(view)) {
            picture(view.getImage(), view.getLayoutBounds(), view.isSmooth());
        } else if (node instanceof Canvas || node instanceof ImageView) {
            painted(node);
        } else if (node instanceof Parent parent) {
            if (parent instanceof Region region) {
                grounds(region);
                edges(region);
            }
            parent.getChildrenUnmodifiable().forEach(this::draw);
        }
    }

    private void open(Transform transform, double opacity, String clip) {
        svg.append("<g");
        if (!transform.isIdentity()) {
            svg.append(String.format(
                    Locale.ROOT,
                    " transform=\"matrix(%s %s %s %s %s %s)\"",
                    number(transform.getMxx()),
                    number(transform.getMyx()),
                    number(transform.getMxy()),
                    number(transform.getMyy()),
                    number(transform.getTx()),
                    number(transform.getTy())));
        }
        if (opacity < 1) {
            svg.append(" opacity=\"").append(number(opacity)).append('"');
        }
        svg.append(clip).append(">\n");
    }

    private String clip(Rectangle rectangle) {
        String name = newName();
        svg.append("<clipPath id=\"").append(name).append("\">");
        Bounds bounds = rectangle.getBoundsInParent();
        rectangle(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight(), "");
        svg.append("</clipPath>\n");
        // The clip is in the coordinates of the node, as is what the group with its transform holds.
        return " clip-path=\"url(#" + name + ")\"";
    }

    private void text(Text text) {
        String words = text.getText();
        if (words == null || words.isBlank()) {
            return;
        }
        Bounds bounds = text.getLayoutBounds();
        double size = text.getFont().getSize();
        boolean signs = text.getFont().getFamily().toLowerCase(Locale.ROOT).contains(SIGNS);
        if (signs || words.indexOf('\n') >= 0 || bounds.getHeight() > 2 * size) {
            outlines(text);
            return;
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%s\" y=\"%s\" font-family=\"'%s', sans-serif\" font-size=\"%s\"%s%s textLength=\"%s\""
                        + " lengthAdjust=\"spacingAndGlyphs\">%s</text>%n",
                number(bounds.getMinX()),
                number(bounds.getMinY() + text.getBaselineOffset()),
                escaped(text.getFont().getFamily()),
                number(size),
                text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold") ? " font-weight=\"bold\"" : "",
                fill(text.getFill()),
                number(bounds.getWidth()),
                escaped(words)));
    }

    /** Of a copy: JavaFX gives outlines in the coordinates of the scene, and the copy is in none. */
    private void outlines(Text text) {
        Text copy = new Text(text.getX(), text.getY(), text.getText());
        copy.setFont(text.getFont());
        copy.setWrappingWidth(text.getWrappingWidth());
        copy.setTextOrigin(text.getTextOrigin());
        copy.setTextAlignment(text.getTextAlignment());
        copy.setLineSpacing(text.getLineSpacing());
        copy.setBoundsType(text.getBoundsType());
        path(elements(copy), fill(text.getFill()));
    }

    private void shape(Shape shape) {
        if (shape instanceof Path path) {
            path(path.getElements(), fill(path.getFill()) + stroke(path));
        } else if (shape.getStroke() == null && shape.getFill() != null) {
            path(elements(shape), fill(shape.getFill()));
        } else {
            painted(shape);
        }
    }

    private static List<PathElement> elements(Shape alone) {
        return ((Path) Shape.union(alone, new Rectangle(0, 0, 0, 0))).getElements();
    }

    private void path(List<PathElement> elements, String attributes) {
        String data = elements.stream().map(SceneSvg::data).collect(Collectors.joining());
        if (!data.isEmpty()) {
            svg.append("<path d=\"").append(data).append('"').append(attributes).append("/>\n");
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
            return "C"
                    + numbers(
                            to.getControlX1(),
                            to.getControlY1(),
                            to.getControlX2(),
                            to.getControlY2(),
                            to.getX(),
                            to.getY());
        } else {
            return element instanceof ClosePath ? "Z" : "";
        }
    }

    private void grounds(Region region) {
        if (region.getBackground() == null) {
            return;
        }
        for (BackgroundFill ground : region.getBackground().getFills()) {
            String fill = fill(ground.getFill());
            if (region.getShape() instanceof SVGPath form) {
                formed(form, region, ground.getInsets(), fill);
            } else {
                Insets in = ground.getInsets();
                box(
                        in.getLeft(),
                        in.getTop(),
                        region.getWidth() - in.getLeft() - in.getRight(),
                        region.getHeight() - in.getTop() - in.getBottom(),
                        corners(ground.getRadii(), 0),
                        fill);
            }
        }
    }

    /** The form of an arrow or the like, stretched over its region or in the middle of it. */
    private void formed(SVGPath form, Region region, Insets insets, String fill) {
        Bounds bounds = form.getLayoutBounds();
        double width = region.getWidth() - insets.getLeft() - insets.getRight();
        double height = region.getHeight() - insets.getTop() - insets.getBottom();
        if (fill.contains("none") || bounds.getWidth() == 0 || bounds.getHeight() == 0) {
            return;
        }
        double wide = region.isScaleShape() ? width / bounds.getWidth() : 1;
        double high = region.isScaleShape() ? height / bounds.getHeight() : 1;
        double free = region.isCenterShape() && !region.isScaleShape() ? 0.5 : 0;
        double left = insets.getLeft() + free * (width - bounds.getWidth());
        double top = insets.getTop() + free * (height - bounds.getHeight());
        svg.append(String.format(
                "<path d=\"%s\" transform=\"matrix(%s 0 0 %s %s %s)\"%s/>%n",
                escaped(form.getContent()),
                number(wide),
                number(high),
                number(left - wide * bounds.getMinX()),
                number(top - high * bounds.getMinY()),
                fill));
    }

    private void edges(Region region) {
        if (region.getBorder() == null) {
            return;
        }
        for (BorderStroke edge : region.getBorder().getStrokes()) {
            double[] widths = {
                edge.getWidths().getTop(),
                edge.getWidths().getRight(),
                edge.getWidths().getBottom(),
                edge.getWidths().getLeft()
            };
            Paint[] paints = {edge.getTopStroke(), edge.getRightStroke(), edge.getBottomStroke(), edge.getLeftStroke()};
            double left = edge.getInsets().getLeft();
            double top = edge.getInsets().getTop();
            double right = region.getWidth() - edge.getInsets().getRight();
            double bottom = region.getHeight() - edge.getInsets().getBottom();
            double width = widths[0];
            boolean even = List.of(paints).stream().allMatch(paints[0]::equals)
                    && width == widths[1]
                    && width == widths[2]
                    && width == widths[3];
            if (even) {
                box(
                        left + width / 2,
                        top + width / 2,
                        right - left - width,
                        bottom - top - width,
                        corners(edge.getRadii(), width / 2),
                        " fill=\"none\"" + stroke(paints[0], width));
            } else {
                line(left, top + widths[0] / 2, right, top + widths[0] / 2, paints[0], widths[0]);
                line(right - widths[1] / 2, top, right - widths[1] / 2, bottom, paints[1], widths[1]);
                line(left, bottom - widths[2] / 2, right, bottom - widths[2] / 2, paints[2], widths[2]);
                line(left + widths[3] / 2, top, left + widths[3] / 2, bottom, paints[3], widths[3]);
            }
        }
    }

    private void line(double x1, double y1, double x2, double y2, Paint paint, double width) {
        String stroke = stroke(paint, width);
        if (!stroke.isEmpty()) {
            svg.append("<path d=\"M").append(numbers(x1, y1)).append('L').append(numbers(x2, y2));
            svg.append("\"").append(stroke).append("/>\n");
        }
    }

    /** The radii of the corners from the top left on, clockwise, of an edge that lies so much further in. */
    private static double[] corners(CornerRadii radii, double inwards) {
        return DoubleStream.of(
                        radii.getTopLeftHorizontalRadius(),
                        radii.getTopRightHorizontalRadius(),
                        radii.getBottomRightHorizontalRadius(),
                        radii.getBottomLeftHorizontalRadius())
                .map(radius -> Math.max(0, radius - inwards))
                .toArray();
    }

    private void box(double x, double y, double width, double height, double[] corners, String attributes) {
        boolean nothing = attributes.contains("fill=\"none\"") && !attributes.contains("stroke");
        if (width <= 0 || height <= 0 || nothing) {
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
        svg.append("<path d=\"M" + numbers(x + radii[0], y)
                + "L" + numbers(right - radii[1], y) + arc(radii[1], right, y + radii[1])
                + "L" + numbers(right, bottom - radii[2]) + arc(radii[2], right - radii[2], bottom)
                + "L" + numbers(x + radii[3], bottom) + arc(radii[3], x, bottom - radii[3])
                + "L" + numbers(x, y + radii[0]) + arc(radii[0], x + radii[0], y)
                + "Z\"" + attributes + "/>\n");
    }

    private static String arc(double radius, double x, double y) {
        return radius > 0 ? "A" + numbers(radius, radius, 0, 0, 1, x, y) : "";
    }

    private void rectangle(double x, double y, double width, double height, String attributes) {
        svg.append(String.format(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>%n",
                number(x), number(y), number(width), number(height), attributes));
    }

    private String fill(Paint paint) {
        if (paint instanceof LinearGradient gradient && gradient.isProportional()) {
            return " fill=\"url(#" + gradient(gradient) + ")\"";
        }
        return paint instanceof Color color && color.getOpacity() > 0
                ? " fill=\"" + web(color) + "\"" + transparency("fill-opacity", color)
                : " fill=\"none\"";
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

    private static String stroke(Paint paint, double width) {
        return paint instanceof Color color && color.getOpacity() > 0 && width > 0
                ? " stroke=\"" + web(color) + "\"" + transparency("stroke-opacity", color) + " stroke-width=\""
                        + number(width) + "\""
                : "";
    }

    private static String stroke(Shape shape) {
        return stroke(shape.getStroke(), shape.getStrokeWidth())
                + " stroke-linecap=\"" + shape.getStrokeLineCap().name().toLowerCase(Locale.ROOT) + "\""
                + " stroke-linejoin=\"" + shape.getStrokeLineJoin().name().toLowerCase(Locale.ROOT) + "\"";
    }

    private static boolean isWhole(ImageView view) {
        return view.getImage() != null && view.getViewport() == null;
    }

    /** What cannot be drawn otherwise, as it looks. */
    private void painted(Node node) {
        Bounds bounds = node.getLayoutBounds();
        if (bounds.getWidth() < 1 || bounds.getHeight() < 1) {
            return;
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(PICTURE_SCALE, PICTURE_SCALE));
        Bounds inParent = node.getBoundsInParent();
        parameters.setViewport(new Rectangle2D(
                PICTURE_SCALE * inParent.getMinX(),
                PICTURE_SCALE * inParent.getMinY(),
                PICTURE_SCALE * inParent.getWidth(),
                PICTURE_SCALE * inParent.getHeight()));
        picture(node.snapshot(parameters, null), bounds, true);
    }

    private void picture(Image image, Bounds bounds, boolean smooth) {
        svg.append(String.format(
                "<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" preserveAspectRatio=\"none\"%s"
                        + " href=\"%s\"/>%n",
                number(bounds.getMinX()),
                number(bounds.getMinY()),
                number(bounds.getWidth()),
                number(bounds.getHeight()),
                smooth ? "" : " style=\"image-rendering: pixelated\"",
                PICTURE));
        pictures.add(FxPictures.toPicture(image));
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
        StringBuilder all = new StringBuilder();
        for (double value : values) {
            all.append(all.isEmpty() ? "" : " ").append(number(value));
        }
        return all.toString();
    }

    /** With two decimals at most. */
    private static String number(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String escaped(String text) {
        return text.replace(PICTURE, "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
