package org.digitscope.data.synthetic;

/** Small drawings that people make when nobody asks for a digit; each fills a sketch, about 1 high. */
final class Doodles {
    private Doodles() {}

    static void arrow(Sketch sketch, Dice dice) {
        double angle = dice.chance(0.7) ? 90 * dice.whole(0, 3) + dice.around(14) : dice.between(0, 360);
        double bow = dice.chance(0.3) ? dice.around(0.4) : 0;
        boolean both = dice.chance(0.12);
        double barb = dice.between(0.28, 0.42);
        double spread = dice.between(28, 55);
        double x = cos(angle);
        double y = sin(angle);
        sketch.pen(0, 0).through(0.5 * x - bow * y, 0.5 * y + bow * x, x, y);
        double lean = bow == 0 ? 0 : -StrictMath.toDegrees(StrictMath.atan(2 * bow));
        head(sketch, dice, x, y, angle + lean, barb, spread);
        if (both) {
            head(sketch, dice, 0, 0, angle + 180 - lean, barb, spread);
        }
    }

    private static void head(Sketch sketch, Dice dice, double x, double y, double angle, double barb, double spread) {
        double back = angle + 180;
        sketch.pen(x + barb * cos(back + spread), y + barb * sin(back + spread)).to(x, y);
        if (dice.chance(0.5)) {
            sketch.lift().pen(x, y);
        }
        sketch.to(x + barb * cos(back - spread), y + barb * sin(back - spread));
        if (dice.chance(0.15)) {
            sketch.to(x + barb * cos(back + spread), y + barb * sin(back + spread));
        }
    }

    static void check(Sketch sketch, Dice dice) {
        double left = dice.between(0.22, 0.42);
        double right = dice.between(0.55, 0.95);
        sketch.pen(-left, 1 - dice.between(0.3, 0.5));
        if (dice.chance(0.6)) {
            sketch.to(0, 1).to(right, 0);
        } else {
            sketch.to(0, 1).through(right * 0.4, 0.45, right, 0);
        }
    }

    static void cross(Sketch sketch, Dice dice) {
        double half = dice.between(0.38, 0.6);
        sketch.pen(-half, 0).through(dice.around(0.06), 0.5, half, 1);
        sketch.pen(half, 0).through(dice.around(0.06), 0.5, -half, 1);
        if (dice.chance(0.2)) {
            sketch.pen(-half - 0.15, 0.5).to(half + 0.15, 0.5);
        }
    }

    static void star(Sketch sketch, Dice dice) {
        switch (dice.weighted(45, 25, 12, 18)) {
            case 0 -> starPath(sketch, dice, 144, 1);
            case 1 -> starPath(sketch, dice, 36, dice.between(0.38, 0.5));
            case 2 -> {
                sketch.pen(0, 0).to(0.45, 0.75).to(-0.45, 0.75).to(0, 0);
                sketch.pen(0, 1).to(0.45, 0.25).to(-0.45, 0.25).to(0, 1);
            }
            default -> {
                int rays = dice.whole(3, 5);
                double first = dice.between(0, 180);
                for (int i = 0; i < rays; i++) {
                    double angle = first + 180.0 * i / rays;
                    double reach = dice.between(0.42, 0.52);
                    sketch.pen(-reach * cos(angle), -reach * sin(angle)).to(reach * cos(angle), reach * sin(angle));
                }
            }
        }
    }

    private static void starPath(Sketch sketch, Dice dice, double step, double inner) {
        int corners = step > 90 ? 5 : 10;
        double first = dice.chance(0.5) ? -90 : 126;
        for (int i = 0; i <= corners; i++) {
            double size = 0.5 * (i % 2 == 1 ? inner : 1);
            double x = size * cos(first + i * step);
            double y = size * sin(first + i * step);
            if (i == 0) {
                sketch.pen(x, y);
            } else {
                sketch.to(x, y);
            }
        }
    }

    static void heart(Sketch sketch, Dice dice) {
        double half = dice.between(0.42, 0.62);
        double dip = dice.between(0.16, 0.3);
        double shoulder = dice.between(0.24, 0.36);
        boolean fromBelow = dice.chance(0.3);
        if (fromBelow) {
            sketch.pen(0, 1).through(-half * 0.6, 0.62, -half, shoulder, -half * 0.55, 0, 0, dip);
            sketch.through(half * 0.55, 0, half, shoulder, half * 0.6, 0.62, 0, 1);
        } else {
            sketch.pen(0, dip).through(-half * 0.55, 0, -half, shoulder, -half * 0.6, 0.62, 0, 1);
            if (dice.chance(0.4)) {
                sketch.pen(0, dip).through(half * 0.55, 0, half, shoulder, half * 0.6, 0.62, 0, 1);
            } else {
                sketch.through(half * 0.6, 0.62, half, shoulder, half * 0.55, 0, 0, dip);
            }
        }
    }

    static void triangle(Sketch sketch, Dice dice) {
        double half = dice.between(0.42, 0.75);
        double tip = dice.around(half);
        int down = dice.chance(0.25) ? 1 : 0;
        double[] x = {tip, half, -half};
        double[] y = {down, 1 - down, 1 - down};
        polygon(sketch, dice, x, y);
    }

    static void rectangle(Sketch sketch, Dice dice) {
        double half = dice.chance(0.6) ? dice.between(0.42, 0.62) : dice.between(0.7, 1.4);
        double slip = dice.around(0.06);
        double[] x = {-half, half, half + slip, -half};
        double[] y = {0, slip, 1, 1 - slip};
        polygon(sketch, dice, x, y);
        if (dice.chance(0.15)) {
            sketch.pen(-half, 0).to(half, 1);
            if (dice.chance(0.6)) {
                sketch.pen(half, 0).to(-half, 1);
            }
        }
    }

    private static void polygon(Sketch sketch, Dice dice, double[] x, double[] y) {
        int first = dice.whole(0, x.length - 1);
        boolean lifted = dice.chance(0.25);
        int way = dice.sign();
        sketch.pen(x[first], y[first]);
        for (int i = 1; i <= x.length; i++) {
            int corner = Math.floorMod(first + way * i, x.length);
            sketch.to(x[corner], y[corner]);
            if (lifted && i < x.length) {
                sketch.pen(x[corner], y[corner]);
            }
        }
    }

    static void smiley(Sketch sketch, Dice dice) {
        circle(sketch, dice, 0.5, 0.5, dice.between(0.45, 0.55), 0.5);
        double apart = dice.between(0.14, 0.22);
        double eyes = dice.between(0.3, 0.42);
        for (int side = -1; side <= 1; side += 2) {
            switch (dice.weighted(4, 3, 2)) {
                case 0 -> sketch.dot(0.5 + side * apart, eyes);
                case 1 -> sketch.pen(0.5 + side * apart, eyes - 0.06).to(0.5 + side * apart, eyes + 0.06);
                default -> circle(sketch, dice, 0.5 + side * apart, eyes, 0.05, 0.06);
            }
        }
        if (dice.chance(0.35)) {
            sketch.pen(0.5, 0.45).to(0.5, 0.58);
        }
        double wide = dice.between(0.2, 0.3);
        double lips = dice.between(-0.14, 0.2);
        sketch.pen(0.5 - wide, 0.7 - lips / 2).through(0.5, 0.7 + lips / 2, 0.5 + wide, 0.7 - lips / 2);
    }

    static void moon(Sketch sketch, Dice dice) {
        int side = dice.sign();
        double bulge = dice.between(0.54, 0.68);
        double hollow = dice.between(0.18, 0.3);
        sketch.pen(0, 0).through(side * bulge * 0.75, 0.16, side * bulge, 0.5, side * bulge * 0.75, 0.84, 0, 1);
        sketch.through(side * hollow * 0.85, 0.78, side * hollow, 0.5, side * hollow * 0.85, 0.24, 0, 0);
    }

    static void flower(Sketch sketch, Dice dice) {
        double middle = dice.between(0.09, 0.16);
        int petals = dice.whole(5, 7);
        double reach = dice.between(0.34, 0.42);
        double first = dice.between(0, 360);
        circle(sketch, dice, 0, 0, middle, middle);
        for (int i = 0; i < petals; i++) {
            double angle = first + 360.0 * i / petals;
            double half = 140.0 / petals;
            sketch.pen(middle * cos(angle - half), middle * sin(angle - half));
            sketch.through(
                    reach * 0.85 * cos(angle - half), reach * 0.85 * sin(angle - half),
                    reach * 1.1 * cos(angle), reach * 1.1 * sin(angle),
                    reach * 0.85 * cos(angle + half), reach * 0.85 * sin(angle + half),
                    middle * cos(angle + half), middle * sin(angle + half));
        }
        if (dice.chance(0.5)) {
            sketch.pen(0, reach).through(dice.around(0.1), 0.8, 0, 1.2);
        }
    }

    static void sun(Sketch sketch, Dice dice) {
        double middle = dice.between(0.2, 0.3);
        int rays = dice.whole(6, 11);
        double first = dice.between(0, 360);
        circle(sketch, dice, 0, 0, middle, middle);
        for (int i = 0; i < rays; i++) {
            double angle = first + 360.0 * i / rays;
            double from = middle + dice.between(0.03, 0.09);
            double to = dice.between(0.45, 0.55);
            sketch.pen(from * cos(angle), from * sin(angle)).to(to * cos(angle), to * sin(angle));
        }
    }

    /** Circles side by side, in one another, or in a heap, never one above the other. */
    static void circles(Sketch sketch, Dice dice) {
        double r = dice.between(0.42, 0.56);
        switch (dice.weighted(35, 25, 40)) {
            case 0 -> {
                circle(sketch, dice, 0, 0.5, r, 0.5);
                circle(sketch, dice, r * dice.between(0.8, 2.3), 0.5 + dice.around(0.1), r, 0.5);
            }
            case 1 -> {
                circle(sketch, dice, 0, 0.5, r, 0.5);
                double small = dice.between(0.3, 0.62);
                circle(sketch, dice, 0, 0.5, r * small, 0.5 * small);
            }
            default -> {
                int count = dice.whole(3, 5);
                double turn = dice.between(0, 360);
                for (int i = 0; i < count; i++) {
                    double angle = turn + 360.0 * i / count;
                    double apart = dice.between(0.5, 1);
                    circle(sketch, dice, apart * cos(angle), apart * sin(angle), r, dice.between(0.42, 0.56));
                }
            }
        }
    }

    private static void circle(Sketch sketch, Dice dice, double x, double y, double rx, double ry) {
        sketch.lift();
        sketch.arc(x, y, rx, ry, -90 + dice.around(90), dice.sign() * dice.between(350, 378));
        sketch.lift();
    }

    static double cos(double degrees) {
        return StrictMath.cos(StrictMath.toRadians(degrees));
    }

    static double sin(double degrees) {
        return StrictMath.sin(StrictMath.toRadians(degrees));
    }
}
