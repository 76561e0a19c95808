package org.digitscope.data.synthetic;

/** How people draw 1, 2, 4, 5 and 7; each about 1 high, in the middle near x = 0, from y = 0 down to 1. */
final class StraightDigits {
    private final Sketch sketch;
    private final Dice dice;

    StraightDigits(Sketch sketch, Dice dice) {
        this.sketch = sketch;
        this.dice = dice;
    }

    void one() {
        int form = dice.weighted(28, 30, 20, 19, 3);
        double foot = dice.between(0.12, 0.3);
        switch (form) {
            case 0 -> {
                boolean upwards = dice.chance(0.1);
                double bow = dice.around(0.04);
                sketch.pen(0, upwards ? 1 : 0).through(bow, 0.5, dice.around(0.04), upwards ? 0 : 1);
                return;
            }
            case 1 -> {
                double x = dice.between(0.1, 0.3);
                flag(x, Math.max(0.09, x * dice.between(0.75, 1.5)));
            }
            case 2 -> flag(dice.between(0.26, 0.5), dice.between(0.42, 0.7));
            case 3 -> {
                double x = dice.between(0.12, 0.42);
                flag(x, Math.max(0.1, x * dice.between(0.6, 1.3)));
                foot = dice.between(0.15, 0.42);
            }
            default -> sketch.pen(0, 0).to(0, 1);
        }
        if (form >= 3) {
            double right = foot * dice.between(0.8, 1.25);
            double slope = dice.around(0.04);
            sketch.pen(-foot, 1 + slope).to(right, 1 - slope);
        }
    }

    private void flag(double x, double y) {
        sketch.pen(-x, y);
        if (dice.chance(0.3)) {
            sketch.through(-x * 0.4, y * dice.between(0.45, 0.65), 0, 0);
        } else {
            sketch.to(0, 0);
        }
        sketch.to(dice.around(0.04), 1);
    }

    void two() {
        double r = dice.between(0.2, 0.38);
        double left = -r - dice.between(-0.06, 0.1);
        double start = dice.between(0.12, 0.34);
        double right = r + dice.between(0, 0.16);
        int form = dice.weighted(38, 20, 22, 8, 12);
        if (form == 3) {
            double corner = dice.between(0.03, 0.1);
            sketch.pen(left, dice.between(0.1, 0.2)).through(-0.08, 0, r * 0.8, corner, r, corner + 0.08);
            sketch.to(left, 0.97).to(right, 0.98);
            return;
        }
        sketch.pen(-r, start);
        double[] top = {-r * 0.7, 0.07, 0, 0, r * 0.75, 0.06, r, 0.26, r * 0.55, 0.5, dice.around(0.06), 0.68};
        switch (form) {
            case 0 -> sketch.through(with(top, left, 0.97)).to(right, dice.between(0.92, 1.02));
            case 1 ->
                sketch.through(with(top, left, 0.95)).through(-0.05, 0.91, 0.14, 0.98, right, dice.between(0.88, 0.97));
            case 2 -> {
                double size = dice.between(0.7, 1.3);
                double low = 0.97;
                sketch.through(with(
                        top,
                        left * 0.55,
                        0.92,
                        left * 0.9,
                        low,
                        left - 0.1 * size,
                        low - 0.06 * size,
                        left * 0.85,
                        low - 0.14 * size,
                        left * 0.4,
                        low - 0.11 * size,
                        0.12,
                        0.98,
                        right + 0.08,
                        dice.between(0.86, 0.96)));
            }
            default ->
                sketch.through(with(top, left * 0.8, 0.9, left * 0.85, 0.97, 0, 0.97, right, dice.between(0.9, 1)));
        }
    }

    private static double[] with(double[] first, double... more) {
        double[] all = new double[first.length + more.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    void four() {
        double left = -dice.between(0.28, 0.45);
        double bar = dice.between(0.5, 0.68);
        double right = dice.between(0.22, 0.42);
        double stem = dice.between(0.08, 0.2);
        double slope = dice.around(0.05);
        double foot = stem + dice.around(0.08);
        switch (dice.weighted(32, 18, 16, 16, 18)) {
            case 0 -> {
                sketch.pen(left + dice.between(-0.02, 0.16), dice.between(-0.02, 0.08));
                if (dice.chance(0.3)) {
                    sketch.through(left, bar - 0.14, left + 0.1, bar, right, bar - slope);
                } else {
                    sketch.to(left, bar + slope).to(right, bar - slope);
                }
                sketch.pen(stem, dice.between(0, 0.26)).to(foot, 1);
            }
            case 1 -> {
                sketch.pen(stem + dice.around(0.03), 0).to(left, bar + slope).to(right, bar - slope);
                sketch.pen(stem, dice.between(-0.01, 0.05)).to(foot, 1);
            }
            case 2 ->
                sketch.pen(right, bar - slope).to(left, bar + slope).to(stem, 0).to(foot, 1);
            case 3 -> {
                // In one go, open at the top: the stem goes up from the bar and down again.
                sketch.pen(left + dice.between(0, 0.16), 0).to(left, bar);
                double top = dice.between(0, 0.2);
                if (dice.chance(0.5)) {
                    sketch.to(stem, bar - 0.04).to(stem + 0.02, top);
                } else {
                    sketch.through(left + 0.16, bar + 0.02, stem - 0.06, bar - 0.12, stem + 0.02, top);
                }
                sketch.to(foot, 1);
            }
            default -> {
                // A short stem across the bar.
                sketch.pen(dice.between(-0.1, 0.12), 0).to(left, bar + slope).to(right, bar - slope);
                sketch.pen(stem, bar - dice.between(0.16, 0.34)).to(foot, 1);
            }
        }
    }

    void five() {
        double left = -dice.between(0.18, 0.32);
        double neck = dice.between(0.36, 0.48);
        double right = dice.between(0.24, 0.4);
        double hat = dice.between(0.2, 0.42);
        double tilt = dice.between(-0.04, 0.07);
        double lean = dice.between(-0.07, 0.03);
        switch (dice.weighted(42, 38, 20)) {
            case 0 -> {
                sketch.pen(left, 0.03).to(left + lean, neck);
                bowl(left, right, neck);
                sketch.pen(left + dice.between(-0.04, 0.06), 0.03 + dice.around(0.03))
                        .to(hat, 0.02 - tilt);
            }
            case 1 -> {
                sketch.pen(hat, 0.02 - tilt).to(left, 0.03).to(left + lean, neck);
                bowl(left, right, neck);
            }
            default -> {
                sketch.pen(hat, 0.04 + dice.around(0.05)).through(0, 0.02, left, 0.07);
                sketch.through(left + lean, neck - 0.16, left + 0.02, neck);
                bowl(left, right, neck);
            }
        }
    }

    private void bowl(double left, double right, double neck) {
        double end = dice.between(0.84, 0.98);
        if (dice.chance(0.75)) {
            double rise = dice.between(0.02, 0.08);
            sketch.through(0.02, neck - rise, right * 0.85, neck + 0.1, right, 0.7, right * 0.6, 0.93, 0, 1, left, end);
        } else {
            sketch.to(right * 0.75, neck + dice.between(-0.04, 0.06));
            sketch.through(right, 0.7, right * 0.65, 0.95, left, dice.between(0.95, 1));
        }
    }

    void seven() {
        double left = -dice.between(0.3, 0.44);
        double right = dice.between(0.26, 0.4);
        double tilt = dice.between(-0.03, 0.06);
        double foot = right - dice.between(0.2, 0.62);
        if (dice.chance(0.32)) {
            sketch.pen(left + dice.around(0.03), dice.between(0.12, 0.24)).to(left, 0.04 + tilt);
        } else {
            sketch.pen(left, 0.03 + tilt);
        }
        if (dice.chance(0.2)) {
            sketch.through(left * 0.4, 0.06 + tilt, right * 0.4, -0.01, right, 0);
        } else {
            sketch.to(right, 0.02 - tilt);
        }
        double x = (right + foot) / 2;
        switch (dice.weighted(50, 32, 18)) {
            case 0 -> sketch.to(foot, 1);
            case 1 -> sketch.through(x - dice.between(0, 0.1), 0.42, foot, 1);
            default -> sketch.through(x + dice.between(0, 0.07), 0.45, foot, 1);
        }
        if (dice.chance(0.48)) {
            double y = dice.between(0.42, 0.6);
            double middle = right + (foot - right) * y;
            double rise = dice.around(0.06);
            sketch.pen(middle - dice.between(0.14, 0.3), y + rise).to(middle + dice.between(0.14, 0.3), y - rise);
        }
    }
}
