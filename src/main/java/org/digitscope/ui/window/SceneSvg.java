package org.digitscope.ui.window;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import org.digitscope.ui.session.FxPictures;

/**
 * A node with all that is in it as an SVG drawing. Text is text where it takes one line, and else its outlines; the
 * grounds and edges of regions and all filled shapes are shapes; canvases and images, whose pixels are what they show, are
 * pictures, and so are shapes with a rim. Shadows are left out.
 */
final class SceneSvg {
    private static final double PICTURE_SCALE = 2;

    /** A font of signs: its letters are pictures that no other font has. */
    private static final String SIGNS = "material";

    private final SvgDrawing drawing;

    private SceneSvg(SvgDrawing drawing) {
        this.drawing = drawing;
    }

    /** Looks at a node, on the JavaFX thread; the drawing is as large as its bounds. */
    static SvgDrawing of(Node node) {
        return of(node, Optional.empty());
    }

    /** The same on a ground of one colour. */
    static SvgDrawing of(Node node, Paint ground) {
        return of(node, Optional.of(ground));
    }

    private static SvgDrawing of(Node node, Optional<Paint> ground) {
        Bounds bounds = node.getLayoutBounds();
        SvgDrawing drawing = new SvgDrawing(bounds.getWidth(), bounds.getHeight());
        drawing.open(Transform.translate(-bounds.getMinX(), -bounds.getMinY()), 1, "");
        Rectangle whole = new Rectangle(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
        ground.ifPresent(paint -> drawing.path(elements(whole), drawing.fill(paint)));
        new SceneSvg(drawing).content(node);
        drawing.close();
        return drawing;
    }

    private void draw(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (isPixels(node)) {
            painted(node);
            return;
        }
        String clip = node.getClip() instanceof Rectangle rectangle ? drawing.clip(rectangle.getBoundsInParent()) : "";
        drawing.open(node.getLocalToParentTransform(), node.getOpacity(), clip);
        content(node);
        drawing.close();
    }

    private void content(Node node) {
        if (node instanceof Text text) {
            text(text);
        } else if (node instanceof Shape shape) {
            drawing.path(elements(shape), drawing.fill(shape.getFill()));
        } else if (node instanceof ImageView view) {
            drawing.picture(FxPictures.toPicture(view.getImage()), view.getLayoutBounds(), view.isSmooth());
        } else if (node instanceof Parent parent) {
            if (parent instanceof Region region) {
                grounds(region);
                edges(region);
            }
            // The order in which they are painted.
            parent.getChildrenUnmodifiable().stream()
                    .sorted(Comparator.comparingDouble((Node child) -> -child.getViewOrder()))
                    .forEach(this::draw);
        }
    }

    /** Whether only a picture of it can be had. */
    private static boolean isPixels(Node node) {
        boolean hasRim = node instanceof Shape shape && !(node instanceof Text) && shape.getStroke() != null;
        boolean isCut = node instanceof ImageView view && (view.getImage() == null || view.getViewport() != null);
        return node instanceof Canvas || hasRim || isCut;
    }

    private void text(Text text) {
        String words = text.getText();
        if (words == null || words.isBlank()) {
            return;
        }
        Bounds bounds = text.getLayoutBounds();
        boolean signs = text.getFont().getFamily().toLowerCase(Locale.ROOT).contains(SIGNS);
        boolean oneLine = words.indexOf('\n') < 0
                && bounds.getHeight() <= 2 * text.getFont().getSize();
        String fill = drawing.fill(text.getFill());
        if (oneLine && !signs) {
            drawing.text(words, text.getFont(), bounds, bounds.getMinY() + text.getBaselineOffset(), fill);
        } else {
            drawing.path(elements(alone(text)), fill);
        }
    }

    /** A copy outside the scene: JavaFX gives outlines in the coordinates of the scene. */
    private static Text alone(Text text) {
        Text copy = new Text(text.getX(), text.getY(), text.getText());
        copy.setFont(text.getFont());
        copy.setWrappingWidth(text.getWrappingWidth());
        copy.setTextOrigin(text.getTextOrigin());
        copy.setTextAlignment(text.getTextAlignment());
        copy.setLineSpacing(text.getLineSpacing());
        copy.setBoundsType(text.getBoundsType());
        return copy;
    }

    private static List<PathElement> elements(Shape shape) {
        return shape instanceof Path path
                ? path.getElements()
                : ((Path) Shape.union(shape, new Rectangle(0, 0, 0, 0))).getElements();
    }

    private void grounds(Region region) {
        if (region.getBackground() == null) {
            return;
        }
        for (BackgroundFill ground : region.getBackground().getFills()) {
            String fill = drawing.fill(ground.getFill());
            Insets in = ground.getInsets();
            double width = region.getWidth() - in.getLeft() - in.getRight();
            double height = region.getHeight() - in.getTop() - in.getBottom();
            if (region.getShape() instanceof SVGPath form) {
                formed(form, region, new Rectangle2D(in.getLeft(), in.getTop(), width, height), fill);
            } else {
                drawing.box(in.getLeft(), in.getTop(), width, height, corners(ground.getRadii(), 0), fill);
            }
        }
    }

    /** The form of an arrow or the like, stretched over its place or in the middle of it. */
    private void formed(SVGPath form, Region region, Rectangle2D place, String fill) {
        Bounds bounds = form.getLayoutBounds();
        if (bounds.getWidth() == 0 || bounds.getHeight() == 0) {
            return;
        }
        double wide = region.isScaleShape() ? place.getWidth() / bounds.getWidth() : 1;
        double high = region.isScaleShape() ? place.getHeight() / bounds.getHeight() : 1;
        double free = region.isCenterShape() && !region.isScaleShape() ? 0.5 : 0;
        double left = place.getMinX() + free * (place.getWidth() - bounds.getWidth());
        double top = place.getMinY() + free * (place.getHeight() - bounds.getHeight());
        Transform transform =
                Transform.affine(wide, 0, 0, high, left - wide * bounds.getMinX(), top - high * bounds.getMinY());
        drawing.open(transform, 1, "");
        drawing.path(form.getContent(), fill);
        drawing.close();
    }

    private void edges(Region region) {
        if (region.getBorder() == null) {
            return;
        }
        for (BorderStroke edge : region.getBorder().getStrokes()) {
            Insets in = edge.getInsets();
            edge(
                    edge,
                    new Rectangle2D(
                            in.getLeft(),
                            in.getTop(),
                            Math.max(0, region.getWidth() - in.getLeft() - in.getRight()),
                            Math.max(0, region.getHeight() - in.getTop() - in.getBottom())));
        }
    }

    private void edge(BorderStroke edge, Rectangle2D place) {
        BorderWidths widths = edge.getWidths();
        double width = widths.getTop();
        Paint paint = edge.getTopStroke();
        boolean even = DoubleStream.of(widths.getRight(), widths.getBottom(), widths.getLeft())
                        .allMatch(other -> other == width)
                && Stream.of(edge.getRightStroke(), edge.getBottomStroke(), edge.getLeftStroke())
                        .allMatch(paint::equals);
        double left = place.getMinX();
        double top = place.getMinY();
        double right = place.getMaxX();
        double bottom = place.getMaxY();
        if (even) {
            drawing.box(
                    left + width / 2,
                    top + width / 2,
                    place.getWidth() - width,
                    place.getHeight() - width,
                    corners(edge.getRadii(), width / 2),
                    SvgDrawing.rim(paint, width));
            return;
        }
        double y = top + widths.getTop() / 2;
        drawing.line(left, y, right, y, SvgDrawing.stroke(edge.getTopStroke(), widths.getTop()));
        y = bottom - widths.getBottom() / 2;
        drawing.line(left, y, right, y, SvgDrawing.stroke(edge.getBottomStroke(), widths.getBottom()));
        double x = left + widths.getLeft() / 2;
        drawing.line(x, top, x, bottom, SvgDrawing.stroke(edge.getLeftStroke(), widths.getLeft()));
        x = right - widths.getRight() / 2;
        drawing.line(x, top, x, bottom, SvgDrawing.stroke(edge.getRightStroke(), widths.getRight()));
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

    /** As it looks in its parent. */
    private void painted(Node node) {
        Bounds bounds = node.getBoundsInParent();
        if (bounds.getWidth() < 1 || bounds.getHeight() < 1) {
            return;
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(PICTURE_SCALE, PICTURE_SCALE));
        parameters.setViewport(new Rectangle2D(
                PICTURE_SCALE * bounds.getMinX(),
                PICTURE_SCALE * bounds.getMinY(),
                PICTURE_SCALE * bounds.getWidth(),
                PICTURE_SCALE * bounds.getHeight()));
        drawing.picture(FxPictures.toPicture(node.snapshot(parameters, null)), bounds, true);
    }
}
