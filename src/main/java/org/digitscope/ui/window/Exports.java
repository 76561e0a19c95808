package org.digitscope.ui.window;

import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Transform;
import org.digitscope.image.DigitImage;
import org.digitscope.image.Picture;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.network.Answer;
import org.digitscope.ui.common.Percentage;
import org.digitscope.ui.session.FxPictures;

/** Pictures of nodes, and drawings of what has a form of its own: ink as paths, the 28×28 as rectangles, the answer as bars. */
final class Exports {
    private static final double SCALE = 2;
    private static final int CELL = 10;
    private static final int ANSWER_HEIGHT = 64;
    private static final int BAR_ROW = 24;
    private static final int BAR_LENGTH = 200;

    private Exports() {}

    /** For the JavaFX thread. */
    static Picture picture(Node node) {
        return FxPictures.toPicture(snapshot(node));
    }

    /** For the JavaFX thread. */
    static void copy(Node node) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(snapshot(node));
        Clipboard.getSystemClipboard().setContent(content);
    }

    static boolean isSvg(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".svg");
    }

    /** Ink as the pad shows it: a path a stroke, in pad coordinates. */
    static String ink(Drawing drawing, double penWidth, int edge) {
        StringBuilder svg = new StringBuilder(head(edge, edge));
        svg.append(String.format(
                Locale.ROOT,
                "<g fill=\"none\" stroke=\"#000\" stroke-width=\"%s\" stroke-linecap=\"round\""
                        + " stroke-linejoin=\"round\">%n",
                number(penWidth)));
        for (Stroke stroke : drawing.strokes()) {
            svg.append("<path d=\"");
            Point first = stroke.points().get(0);
            svg.append('M').append(number(first.x())).append(' ').append(number(first.y()));
            for (Point point : stroke.points()) {
                svg.append('L').append(number(point.x())).append(' ').append(number(point.y()));
            }
            svg.append("\"/>\n");
        }
        return svg.append("</g>\n</svg>\n").toString();
    }

    /** A rectangle for each pixel that is not 0. */
    static String seen(DigitImage image) {
        int edge = DigitImage.SIZE * CELL;
        StringBuilder svg = new StringBuilder(head(edge, edge));
        svg.append("<rect width=\"")
                .append(edge)
                .append("\" height=\"")
                .append(edge)
                .append("\"/>\n");
        for (int y = 0; y < DigitImage.SIZE; y++) {
            for (int x = 0; x < DigitImage.SIZE; x++) {
                int level = image.level(x, y);
                if (level > 0) {
                    svg.append(String.format(
                            Locale.ROOT,
                            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#%02x%02x%02x\"/>%n",
                            x * CELL,
                            y * CELL,
                            CELL,
                            CELL,
                            level,
                            level,
                            level));
                }
            }
        }
        return svg.append("</svg>\n").toString();
    }

    /**
     * The digit, and a bar for each, as long as it is probable.
     *
     * @param noDigit what is said of what is no digit
     * @param percentage how probabilities are written
     */
    static String answer(Answer answer, String noDigit, Percentage percentage) {
        float[] probabilities = answer.probabilities();
        int width = BAR_LENGTH + 2 * 50;
        StringBuilder svg = new StringBuilder(head(width, ANSWER_HEIGHT + probabilities.length * BAR_ROW));
        svg.append("<g font-family=\"sans-serif\" font-size=\"14\">\n");
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-size=\"%d\">%s</text>%n",
                width / 2,
                ANSWER_HEIGHT * 3 / 4,
                answer.isDigit() ? ANSWER_HEIGHT * 3 / 4 : 14,
                answer.isDigit() ? answer.prediction() : noDigit));
        for (int digit = 0; digit < probabilities.length; digit++) {
            int top = ANSWER_HEIGHT + digit * BAR_ROW;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"6\" y=\"%d\">%d</text><rect x=\"24\" y=\"%d\" width=\"%s\" height=\"16\""
                            + " fill=\"#2a6fb0\"/><text x=\"%d\" y=\"%d\">%s</text>%n",
                    top + 17,
                    digit,
                    top + 4,
                    number(probabilities[digit] * BAR_LENGTH),
                    BAR_LENGTH + 34,
                    top + 17,
                    percentage.of(probabilities[digit]).replace("<", "&lt;").replace(">", "&gt;")));
        }
        return svg.append("</g>\n</svg>\n").toString();
    }

    /** What a part of the window lies on: the ground of the nearest around it that has one. */
    static Paint ground(Node node) {
        for (Node around = node; around != null; around = around.getParent()) {
            if (around instanceof Region region && region.getBackground() != null) {
                for (BackgroundFill fill : region.getBackground().getFills()) {
                    if (fill.getFill().isOpaque()) {
                        return fill.getFill();
                    }
                }
            }
        }
        return Color.WHITE;
    }

    private static Image snapshot(Node node) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(SCALE, SCALE));
        parameters.setFill(ground(node));
        return node.snapshot(parameters, null);
    }

    private static String head(int width, int height) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\">\n";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
