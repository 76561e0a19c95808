package org.digitscope.image;

/** Tells the parts of a digit from specks, grain, and the lines and shadows at a picture's edge. */
final class InkParts {
    private static final float FAINT = 0.3f;
    private static final float CLEAR = 0.6f;

    /** A part of a digit has at least this share of the ink of the largest part … */
    private static final double NEAR_SHARE = 0.04;

    /** … one that is as far off as the dot of a question mark this … */
    private static final double APART_SHARE = 0.06;

    /** … and one that is still farther off this. */
    private static final double FAR_SHARE = 0.25;

    /** How far off a part is near and apart, as a share of the longer side of the largest part's box. */
    private static final double NEAR = 0.2;

    private static final double APART = 0.5;

    /** So many parts of much the same size are grain. */
    private static final int GRAIN_PARTS = 12;

    private static final double LEAST_UNREST_OF_NOISE = 0.42;

    private static final double EDGE_STRIP = 0.08;
    private static final int SMALLEST_WITH_STRIP = 24;

    private final Plane ink;
    private final Components parts;
    private final double[] sums;

    private InkParts(Plane ink) {
        this.ink = ink;
        boolean[] mask = new boolean[ink.size()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = ink.values[i] >= FAINT;
        }
        parts = Components.of(mask, ink.width, ink.height);
        sums = new double[parts.count()];
        float[] peaks = new float[parts.count()];
        for (int y = 0; y < ink.height; y++) {
            for (int x = 0; x < ink.width; x++) {
                int part = parts.at(x, y);
                if (part >= 0) {
                    sums[part] += ink.at(x, y);
                    peaks[part] = Math.max(peaks[part], ink.at(x, y));
                }
            }
        }
        for (int part = 0; part < sums.length; part++) {
            if (peaks[part] < CLEAR) {
                sums[part] = 0;
            }
        }
    }

    /** The ink of the digit alone; all 0 if there is none. */
    static Plane digitIn(Plane ink) {
        return new InkParts(ink).digit();
    }

    private Plane digit() {
        if (unrest() > LEAST_UNREST_OF_NOISE) {
            return new Plane(ink.width, ink.height);
        }
        dropEdges();
        int main = largest();
        if (main < 0 || isGrain(main)) {
            return new Plane(ink.width, ink.height);
        }
        boolean[] kept = new boolean[sums.length];
        kept[main] = true;
        int[] box = {parts.left(main), parts.top(main), parts.right(main), parts.bottom(main)};
        for (int part = 0; part < sums.length; part++) {
            kept[part] |= sums[part] >= leastShare(part, box) * sums[main];
        }
        return onlyAround(kept);
    }

    /** The share of neighbours of which one is inked and the other is not; half in noise. */
    private double unrest() {
        int pairs = 0;
        int unlike = 0;
        for (int y = 0; y < ink.height; y++) {
            for (int x = 0; x < ink.width; x++) {
                boolean here = ink.at(x, y) >= 0.5f;
                if (x > 0) {
                    pairs++;
                    unlike += here != ink.at(x - 1, y) >= 0.5f ? 1 : 0;
                }
                if (y > 0) {
                    pairs++;
                    unlike += here != ink.at(x, y - 1) >= 0.5f ? 1 : 0;
                }
            }
        }
        return pairs == 0 ? 0 : (double) unlike / pairs;
    }

    private int largest() {
        int largest = -1;
        for (int part = 0; part < sums.length; part++) {
            if (sums[part] > 0 && (largest < 0 || sums[part] > sums[largest])) {
                largest = part;
            }
        }
        return largest;
    }

    private boolean isGrain(int main) {
        int alike = 0;
        for (double sum : sums) {
            alike += sum >= sums[main] / 4 ? 1 : 0;
        }
        return alike >= GRAIN_PARTS;
    }

    /**
     * Frames, the sheet's edge and shadows: parts that stay within the outermost strip, unless there is no other ink.
     */
    private void dropEdges() {
        int main = largest();
        double best = 0;
        for (int part = 0; part < sums.length; part++) {
            if (!isAtEdge(part)) {
                best = Math.max(best, sums[part]);
            }
        }
        if (main < 0 || best < 0.02 * sums[main]) {
            return;
        }
        for (int part = 0; part < sums.length; part++) {
            if (isAtEdge(part)) {
                sums[part] = 0;
            }
        }
    }

    private boolean isAtEdge(int part) {
        double stripX = EDGE_STRIP * ink.width;
        double stripY = EDGE_STRIP * ink.height;
        int right = ink.width - 1 - parts.right(part);
        int bottom = ink.height - 1 - parts.bottom(part);
        boolean beside = parts.left(part) == 0 && parts.right(part) < stripX
                || right == 0 && ink.width - 1 - parts.left(part) < stripX;
        boolean aboveOrBelow = parts.top(part) == 0 && parts.bottom(part) < stripY
                || bottom == 0 && ink.height - 1 - parts.top(part) < stripY;
        // The bar of a five may touch the edge, but it is not as long as the edge and in no corner.
        boolean tall = parts.bottom(part) - parts.top(part) >= ink.height / 2;
        boolean wide = parts.right(part) - parts.left(part) >= ink.width / 2;
        boolean inCorner = beside && aboveOrBelow;
        return ink.shortSide() > SMALLEST_WITH_STRIP && (inCorner || beside && tall || aboveOrBelow && wide)
                || isFrame(part);
    }

    /** True if a part runs along the picture's edge and leaves the middle free. */
    private boolean isFrame(int part) {
        double inset = 0.15;
        boolean wide = parts.right(part) - parts.left(part) > (1 - inset) * ink.width;
        boolean tall = parts.bottom(part) - parts.top(part) > (1 - inset) * ink.height;
        if (!(wide && tall) || ink.shortSide() < SMALLEST_WITH_STRIP) {
            return false;
        }
        int inside = 0;
        for (int y = (int) (inset * ink.height); y < (1 - inset) * ink.height; y++) {
            for (int x = (int) (inset * ink.width); x < (1 - inset) * ink.width; x++) {
                inside += parts.at(x, y) == part ? 1 : 0;
            }
        }
        return inside < 0.02 * parts.area(part);
    }

    private double leastShare(int part, int[] box) {
        if (isWithin(NEAR, part, box)) {
            return NEAR_SHARE;
        }
        return isWithin(APART, part, box) ? APART_SHARE : FAR_SHARE;
    }

    private boolean isWithin(double share, int part, int[] box) {
        double reach = share * Math.max(box[2] - box[0], box[3] - box[1]) + 2;
        return parts.right(part) >= box[0] - reach
                && parts.left(part) <= box[2] + reach
                && parts.bottom(part) >= box[1] - reach
                && parts.top(part) <= box[3] + reach;
    }

    /** The ink of the kept parts with their soft edges, in which other parts have no share. */
    private Plane onlyAround(boolean[] kept) {
        Plane core = new Plane(ink.width, ink.height);
        for (int y = 0; y < ink.height; y++) {
            for (int x = 0; x < ink.width; x++) {
                int part = parts.at(x, y);
                core.values[y * ink.width + x] = part >= 0 && kept[part] ? 1 : 0;
            }
        }
        Plane near = core.boxSums(Math.max(2, ink.longSide() / 150));
        float[] values = new float[ink.size()];
        for (int y = 0; y < ink.height; y++) {
            for (int x = 0; x < ink.width; x++) {
                int part = parts.at(x, y);
                boolean mine = part < 0 ? near.at(x, y) > 0.5f : kept[part];
                values[y * ink.width + x] = mine ? ink.at(x, y) : 0;
            }
        }
        return new Plane(ink.width, ink.height, values);
    }
}
