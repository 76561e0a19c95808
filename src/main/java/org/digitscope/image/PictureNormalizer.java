package org.digitscope.image;

/**
 * From a picture of one digit to what a network reads, in the way in which MNIST's digits were made: ink light on dark,
 * the longer side of its box 20 pixels, the centre of mass in the middle.
 *
 * <p>Takes dark on light and light on dark, ink on a transparent ground, grey and unevenly lit paper, noise, frames,
 * thin and thick pens, from scanned post codes of 16×16 to photos. Deterministic: the same picture gives the same image
 * on every machine. Safe for any thread.
 */
public final class PictureNormalizer {
    /** The working resolution: the digit is at least so long there, in pixels … */
    private static final double SMALLEST_BOX = 80;

    /** … unless its strokes would become thinner than this. */
    private static final double FINEST_STROKE = 4;

    /** Strokes between these, in pixels of the image, are left as they are: nineteen of twenty of MNIST's digits. */
    private static final double THIN = 1.4;

    private static final double THICK = 3.6;
    private static final double THIN_BECOMES = 2.0;
    private static final double THICK_BECOMES = 2.8;

    /** What comes in the right size was made for a network, and only a stroke beyond these is changed. */
    private static final double VERY_THIN = 0.9;

    private static final double VERY_THICK = 6;

    /** What thinning leaves of a stroke at least, of the width wanted. */
    private static final double LEAST_LEFT = 0.7;

    /** How long a dot becomes, in pixels of the image. */
    private static final double DOT_BECOMES = 4;

    private PictureNormalizer() {}

    /** The digit in the picture; {@link DigitImage#blank()} if there is none, be it uniform or mere noise. */
    public static DigitImage normalize(Picture picture) {
        Plane light = Frames.without(Luminance.of(picture));
        Plane ink = InkParts.digitIn(Ground.inkOf(light));
        FrameFit fit = new FrameFit(ink);
        if (fit.boxPx() <= 0) {
            return DigitImage.blank();
        }
        return fitted(ink, fit);
    }

    /**
     * As {@link #normalize} for an image as IDX files hold them.
     *
     * @param levels width·height unsigned bytes, row-major
     */
    public static DigitImage normalizeGrey(int width, int height, byte[] levels) {
        return normalize(Picture.ofGrey(width, height, levels));
    }

    private static DigitImage fitted(Plane whole, FrameFit found) {
        Plane digit = workingCopy(whole, found);
        FrameFit fit = new FrameFit(digit);
        if (fit.isDot()) {
            return fit.image(DOT_BECOMES / fit.boxPx());
        }
        PenWidth pen = PenWidth.of(digit);
        double scale = FrameFit.BOX / fit.boxPx();
        double width = pen.px() * scale;
        boolean asIs = found.isOfRightSize();
        if (width < (asIs ? VERY_THIN : THIN)) {
            return redrawn(digit, fit.boxPx(), pen, THIN_BECOMES);
        }
        if (width > (asIs ? VERY_THICK : THICK)) {
            return redrawn(digit, fit.boxPx(), pen, THICK_BECOMES);
        }
        return asIs ? found.image(1) : fit.image(scale);
    }

    private static DigitImage redrawn(Plane digit, double box, PenWidth pen, double wanted) {
        double scale = (FrameFit.BOX - wanted) / Math.max(box - pen.px(), box / 10);
        double margin = (wanted / scale - pen.px()) / 2;
        Plane other = margin > 0 ? pen.thicker(margin) : pen.thinner(-margin, LEAST_LEFT * wanted / scale);
        FrameFit redrawn = new FrameFit(other);
        FrameFit fit = redrawn.boxPx() > 0 ? redrawn : new FrameFit(digit);
        return fit.image(FrameFit.BOX / fit.boxPx());
    }

    /** The digit with room around it, at a resolution at which its strokes can be measured, thinned and thickened. */
    private static Plane workingCopy(Plane whole, FrameFit found) {
        double box = found.boxPx();
        int room = (int) (box / 8) + 4;
        Plane digit = found.crop(room);
        if (box < SMALLEST_BOX) {
            return Resampling.enlarged(digit, (int) Math.ceil(SMALLEST_BOX / box));
        }
        double width = PenWidth.roughly(digit);
        return digit.reduced((int) Math.min(box / SMALLEST_BOX, width / FINEST_STROKE));
    }
}
