package org.digitscope.data.synthetic;

/** How people draw 0, 3, 6, 8 and 9; each about 1 high, in the middle at x = 0, from y = 0 down to 1. */
final class RoundDigits {
    private final Sketch sketch;
    private final Dice dice;

    RoundDigits(Sketch sketch, Dice dice) {
        this.sketch = sketch;
        this.dice = dice;
    }

    void zero() {
        int direction = dice.chance(0.72) ? -1 : 1;
        int form = dice.weighted(62, 12, 9, 13, 4);
        double rx = dice.between(form >= 3 ? 0.3 : 0.22, 0.5);
        if (form == 2) {
            double gap = dice.between(18, 42);
            double start = -90 - direction * (gap / 2 + dice.around(14));
            sketch.arc(0, 0.5, rx, 0.5, start + direction * gap, direction * (360 - gap), dice.between(0.95, 1.05));
            return;
        }
        double start = dice.chance(0.75) ? -90 + dice.around(75) : dice.between(0, 360);
        double sweep = form == 1 ? dice.between(385, 450) : 360 + dice.between(-14, 22);
        sketch.arc(
                0,
                0.5,
                rx,
                0.5,
                start,
                direction * sweep,
                form == 1 ? dice.between(0.78, 0.95) : dice.between(0.93, 1.03));
        if (form == 3) {
            int lean = dice.chance(0.93) ? 1 : -1;
            double reach = dice.between(0.7, lean > 0 ? 1.25 : 0.9);
            double x = rx * reach * dice.between(0.6, 0.85);
            double y = 0.5 * reach * dice.between(0.7, 0.95);
            boolean down = dice.chance(0.7);
            sketch.pen(down ? lean * x : -lean * x, down ? 0.5 - y : 0.5 + y);
            sketch.to(down ? -lean * x : lean * x, down ? 0.5 + y : 0.5 - y);
        } else if (form == 4) {
            sketch.dot(dice.around(0.05), 0.5 + dice.around(0.08));
        }
    }

    void three() {
        double top = dice.between(0.22, 0.36);
        double bottom = top + dice.between(-0.02, 0.12);
        double waist = dice.between(0.4, 0.5);
        double cusp = dice.between(-0.16, 0.06);
        switch (dice.weighted(55, 22, 12, 11)) {
            case 0 -> {
                sketch.pen(-top - dice.around(0.06), dice.between(0.1, 0.24));
                sketch.through(-0.1, 0.02, 0.1, 0, top, 0.19, top * 0.6, waist - 0.08, cusp, waist);
                lowerBowl(bottom, waist);
            }
            case 1 -> {
                double slope = dice.between(-0.04, 0.05);
                sketch.pen(-top - dice.around(0.06), 0.03 + slope).to(top, 0.02 - slope);
                sketch.to(cusp + dice.between(-0.02, 0.08), waist - dice.between(0.02, 0.1));
                lowerBowl(bottom, waist);
            }
            case 2 -> {
                double turn = dice.between(0.06, 0.09);
                sketch.pen(-top, dice.between(0.1, 0.22));
                sketch.through(-0.1, 0.02, 0.1, 0, top, 0.19, 0.04, waist - 0.03, cusp - turn, waist + 0.03);
                sketch.through(cusp - 2 * turn, waist, cusp - turn, waist - 0.05, 0.04, waist);
                lowerBowl(bottom, waist);
            }
            default -> {
                sketch.pen(-top, dice.between(0.04, 0.18)).to(0.02, 0).to(top, dice.between(0.14, 0.22));
                sketch.to(cusp, waist).to(bottom, dice.between(0.64, 0.76)).to(dice.around(0.08), 1);
                sketch.to(-bottom, dice.between(0.86, 0.98));
            }
        }
    }

    private void lowerBowl(double reach, double waist) {
        double end = dice.between(0.8, 0.97);
        sketch.through(
                reach * 0.6,
                waist + 0.06,
                reach,
                dice.between(0.66, 0.74),
                reach * 0.65,
                0.92,
                -0.02,
                1,
                -reach * 0.8,
                0.95,
                -reach - dice.around(0.08),
                end);
    }

    void six() {
        double r = dice.between(0.22, 0.38);
        double bowl = dice.between(0.42, 0.6);
        double middle = (1 + bowl) / 2;
        double closing = dice.between(-0.06, 0.1);
        switch (dice.weighted(45, 35, 20)) {
            case 0 -> sketch.pen(dice.between(-0.12, 0.3), 0).through(-r * 0.55, 0.28, -r, 0.6);
            case 1 -> {
                double x = dice.between(0.1, 0.36);
                sketch.pen(x, dice.between(0.07, 0.17));
                sketch.through(x - 0.16, 0, -r * 0.55, 0.15, -r, 0.5, -r, 0.7);
            }
            default -> sketch.pen(dice.between(0.02, 0.28), 0).to(-r, middle - dice.between(0.02, 0.12));
        }
        sketch.through(
                -r * 0.75,
                0.92,
                0,
                1,
                r * 0.8,
                0.92,
                r,
                middle,
                r * 0.65,
                bowl + 0.02,
                0,
                bowl - 0.03,
                -r * 0.65,
                bowl + 0.08,
                -r + closing,
                middle + dice.between(-0.06, 0.08));
        if (dice.chance(0.2)) {
            sketch.through(-r * 0.5 + closing, 0.9, 0, 0.93);
        }
    }

    void eight() {
        int form = dice.weighted(55, 22, 15, 8);
        double r = dice.between(0.2, 0.34);
        double low = r * dice.between(0.95, 1.35);
        double waist = dice.between(0.42, 0.52);
        if (form == 1) {
            twoCircles(r, low, waist);
            return;
        }
        double w = dice.between(0, 0.04);
        double[] loop = {
            r * 0.8,
            0.07,
            0,
            0,
            -r * 0.8,
            0.06,
            -r,
            waist * 0.45,
            -r * 0.6,
            waist - 0.1,
            w,
            waist,
            low * 0.7,
            waist + 0.12,
            low,
            0.75,
            low * 0.7,
            0.94,
            0,
            1,
            -low * 0.7,
            0.94,
            -low,
            0.75,
            -low * 0.7,
            waist + 0.13,
            -w,
            waist,
            r * 0.65,
            waist - 0.1,
            r,
            waist * 0.45
        };
        int knots = loop.length / 2;
        int first = form == 0 || form == 2 ? dice.whole(-1, 1) : dice.whole(0, knots - 1);
        boolean mirrored = dice.chance(0.18);
        double[] way = new double[2 * (knots + dice.whole(0, 1))];
        for (int i = 0; i < way.length; i += 2) {
            int knot = Math.floorMod(first + i / 2, knots);
            way[i] = (mirrored ? -1 : 1) * loop[2 * knot];
            way[i + 1] = loop[2 * knot + 1];
        }
        sketch.pen(way[0], way[1]);
        double[] rest = new double[way.length - 2];
        System.arraycopy(way, 2, rest, 0, rest.length);
        sketch.through(rest);
        if (form == 2) {
            // The end stops short of the beginning or passes it.
            sketch.to(sketch.x() + (mirrored ? -1 : 1) * dice.between(-0.04, 0.1), dice.between(0.02, 0.1));
        } else {
            sketch.to(way[0] + dice.around(0.03), way[1] + dice.around(0.03));
        }
    }

    private void twoCircles(double r, double low, double waist) {
        double overlap = dice.between(-0.01, 0.04);
        int direction = dice.chance(0.75) ? -1 : 1;
        double start = dice.chance(0.5) ? 90 + dice.around(40) : -90 + dice.around(60);
        double lowStart = -90 + dice.around(50);
        double height = (waist + overlap) / 2;
        double lowHeight = (1 - waist + overlap) / 2;
        double x = dice.around(0.04);
        if (dice.chance(0.8)) {
            sketch.arc(x, height, r, height, start, direction * dice.between(345, 385), dice.between(0.95, 1.03));
            sketch.lift();
            sketch.arc(0, 1 - lowHeight, low, lowHeight, lowStart, direction * dice.between(345, 385));
        } else {
            sketch.arc(0, 1 - lowHeight, low, lowHeight, lowStart, direction * dice.between(345, 385));
            sketch.lift();
            sketch.arc(x, height, r, height, start, direction * dice.between(345, 385));
        }
    }

    void nine() {
        double r = dice.between(0.22, 0.36);
        double half = dice.between(0.22, 0.31);
        double right = r + dice.around(0.02);
        boolean lifted = dice.chance(0.2);
        if (lifted) {
            int direction = dice.chance(0.75) ? -1 : 1;
            sketch.arc(0, half, r, half, dice.between(-80, 10), direction * dice.between(345, 375));
            sketch.pen(right, dice.between(-0.02, 0.16));
        } else {
            double start = dice.between(-70, -10);
            double end = dice.between(-50, 5);
            double sweep = -(360 + start - end);
            sketch.arc(0, half, r, half, start, sweep, dice.between(0.95, 1.06));
            if (dice.chance(0.4)) {
                sketch.to(right, dice.between(0.02, 0.14));
            }
        }
        switch (dice.weighted(40, 32, 21, 7)) {
            case 0 -> sketch.to(right - dice.between(-0.03, 0.2), 1);
            case 1 -> {
                double x = dice.between(-0.25, 0.05);
                sketch.through(right + 0.01, 0.5, right - 0.08, 0.77, x, dice.between(0.95, 1.02));
            }
            case 2 -> {
                double end = dice.between(0.78, 0.94);
                sketch.through(right, 0.6, right - 0.06, 0.88, 0, 1, -r * dice.between(0.7, 1.1), end);
            }
            default -> sketch.through(right - 0.01, 0.6, right - 0.03, dice.between(0.86, 0.92), right + 0.12, 1);
        }
    }
}
