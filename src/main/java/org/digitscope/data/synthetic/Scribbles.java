package org.digitscope.data.synthetic;

/** Lines without a meaning, long enough to be no digit by chance. */
final class Scribbles {
    private static final int FIELDS = 9;

    private Scribbles() {}

    /** A smooth line all over the place. */
    static void curve(Sketch sketch, Dice dice) {
        sketch.pen(0.5, 0.5).through(places(dice, dice.whole(11, 16), dice.between(1, 1.6)));
    }

    /** Straight from place to place. */
    static void tangle(Sketch sketch, Dice dice) {
        double[] places = places(dice, dice.whole(10, 14), dice.between(1, 1.6));
        sketch.pen(places[0], places[1]);
        for (int i = 2; i < places.length; i += 2) {
            sketch.to(places[i], places[i + 1]);
        }
    }

    /** Many smooth turns over the same spot, until little paper is left. */
    static void scrawl(Sketch sketch, Dice dice) {
        sketch.pen(0.5, 0.5).through(places(dice, dice.whole(16, 36), dice.between(0.7, 1.6)));
    }

    /**
     * Places in the nine fields of a rectangle, in any order but each field as often as the others: anywhere at all
     * would now and then make a digit.
     */
    private static double[] places(Dice dice, int count, double wide) {
        int[] fields = new int[FIELDS];
        for (int i = 0; i < FIELDS; i++) {
            fields[i] = i;
        }
        double[] places = new double[2 * count];
        for (int i = 0; i < count; i++) {
            int next = i % FIELDS;
            int other = dice.whole(next, FIELDS - 1);
            int field = fields[other];
            fields[other] = fields[next];
            fields[next] = field;
            int row = field / 3;
            places[2 * i] = wide * (field % 3 + dice.between(0, 1)) / 3;
            places[2 * i + 1] = (row + dice.between(0, 1)) / 3;
        }
        return places;
    }

    /** Up and down, on to one side. */
    static void zigzag(Sketch sketch, Dice dice) {
        int turns = dice.whole(5, 11);
        double step = dice.between(0.12, 0.32);
        boolean smooth = dice.chance(0.3);
        double[] nodes = new double[2 * turns];
        for (int i = 0; i < turns; i++) {
            nodes[2 * i] = (i + 1) * step;
            nodes[2 * i + 1] = i % 2 == 0 ? dice.between(0, 0.2) : dice.between(0.8, 1);
        }
        sketch.pen(0, dice.between(0.7, 1));
        if (smooth) {
            sketch.through(nodes);
        } else {
            for (int i = 0; i < nodes.length; i += 2) {
                sketch.to(nodes[i], nodes[i + 1]);
            }
        }
    }

    /** Flat waves. */
    static void wave(Sketch sketch, Dice dice) {
        int turns = dice.whole(4, 10);
        double step = dice.between(0.3, 0.7);
        double[] nodes = new double[2 * turns];
        for (int i = 0; i < turns; i++) {
            nodes[2 * i] = (i + 1) * step;
            nodes[2 * i + 1] = i % 2;
        }
        sketch.pen(0, 1).through(nodes);
    }

    /** Back and forth over an area, or lines side by side. */
    static void hatching(Sketch sketch, Dice dice) {
        int lines = dice.whole(4, 9);
        double wide = dice.between(0.7, 1.3);
        boolean lifted = dice.chance(0.35);
        boolean upright = dice.chance(0.4);
        boolean crossed = lifted && dice.chance(0.5);
        for (int i = 0; i < lines; i++) {
            double along = wide * i / lines;
            double from = dice.between(-0.08, 0.08);
            double to = 1 + dice.between(-0.08, 0.08);
            boolean back = !lifted && i % 2 == 1;
            line(sketch, along, back ? to : from, along + 0.06, back ? from : to, upright, lifted || i == 0);
        }
        for (int i = 0; crossed && i < lines; i++) {
            double along = (double) i / lines;
            line(sketch, along, 0, along, wide, !upright, true);
        }
    }

    private static void line(
            Sketch sketch, double along, double from, double alongAtEnd, double to, boolean upright, boolean lifted) {
        if (lifted) {
            sketch.pen(upright ? along : from, upright ? from : along);
        } else {
            sketch.to(upright ? along : from, upright ? from : along);
        }
        sketch.to(upright ? alongAtEnd : to, upright ? to : alongAtEnd);
    }

    /** Two turns and a half or more, so that it is no 6 and no 9. */
    static void spiral(Sketch sketch, Dice dice) {
        double turns = dice.between(2.4, 3.8);
        double wide = dice.between(0.42, 0.58);
        double start = dice.between(0, 360);
        int way = dice.sign();
        if (dice.chance(0.5)) {
            sketch.arc(0, 0, wide, 0.5, start, way * turns * 360, dice.between(0.02, 0.15));
        } else {
            sketch.arc(0, 0, wide * 0.1, 0.05, start, way * turns * 360, dice.between(8, 12));
        }
    }

    /** Loops in a row, as one tries a pen. */
    static void coil(Sketch sketch, Dice dice) {
        int loops = dice.whole(3, 7);
        double advance = dice.between(0.35, 0.8);
        double rx = dice.between(0.2, 0.45);
        int way = dice.sign();
        double[] nodes = new double[8 * loops];
        for (int i = 0; i < nodes.length; i += 2) {
            double quarter = i / 2 + 1;
            double angle = 90 + way * 90 * quarter;
            nodes[i] = advance * quarter / 4 + rx * Doodles.cos(angle);
            nodes[i + 1] = 0.5 + 0.5 * Doodles.sin(angle);
        }
        sketch.pen(0, 1).through(nodes);
    }

    /** Short strokes here and there. */
    static void strokes(Sketch sketch, Dice dice) {
        int count = dice.whole(6, 10);
        double[] places = places(dice, count, dice.between(1, 1.6));
        for (int i = 0; i < count; i++) {
            double x = places[2 * i];
            double y = places[2 * i + 1];
            double angle = dice.between(0, 360);
            double reach = dice.between(0.2, 0.6);
            double endX = x + reach * Doodles.cos(angle);
            double endY = y + reach * Doodles.sin(angle);
            sketch.pen(x, y);
            if (dice.chance(0.4)) {
                sketch.through((x + endX) / 2 + dice.around(0.3), (y + endY) / 2 + dice.around(0.3), endX, endY);
            } else {
                sketch.to(endX, endY);
            }
        }
    }

    /** An area painted all over: round or with corners. */
    static void blot(Sketch sketch, Dice dice) {
        if (dice.chance(0.5)) {
            double wide = dice.between(0.4, 0.8);
            sketch.arc(0, 0, wide, 0.5, dice.between(0, 360), dice.sign() * dice.between(6, 8) * 360, 0.05);
        } else {
            double wide = dice.between(0.7, 1.6);
            double step = 0.11;
            sketch.pen(0, 0);
            boolean forth = true;
            for (double y = 0; y < 1; y += step) {
                sketch.to(forth ? wide : 0, y).to(forth ? wide : 0, y + step);
                forth = !forth;
            }
        }
    }

    static void dots(Sketch sketch, Dice dice) {
        int count = dice.whole(2, 9);
        double wide = dice.between(0.3, 1.5);
        for (int i = 0; i < count; i++) {
            sketch.dot(dice.between(0, wide), dice.between(0, 1));
        }
    }
}
