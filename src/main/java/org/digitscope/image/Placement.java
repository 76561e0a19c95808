package org.digitscope.image;

/**
 * Where a drawing went in the 28×28: image = drawing · scale + shift, on both axes. Both spaces are continuous, y goes
 * down, and the pixel (x, y) of the image covers the square from (x, y) to (x + 1, y + 1).
 *
 * @param scale image pixels per drawing unit; positive
 * @param shiftX in image pixels
 * @param shiftY in image pixels
 * @param strokeWidthPx how wide the strokes were re-drawn, in image pixels
 */
public record Placement(double scale, double shiftX, double shiftY, double strokeWidthPx) {
    public double toImageX(double drawingX) {
        return drawingX * scale + shiftX;
    }

    public double toImageY(double drawingY) {
        return drawingY * scale + shiftY;
    }

    public double toDrawingX(double imageX) {
        return (imageX - shiftX) / scale;
    }

    public double toDrawingY(double imageY) {
        return (imageY - shiftY) / scale;
    }
}
