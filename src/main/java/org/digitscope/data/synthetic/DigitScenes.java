package org.digitscope.data.synthetic;

import java.util.List;

/** Drawings with digits in them that are no digit themselves: several at once, parts, lying or crossed-out ones. */
final class DigitScenes {
    private DigitScenes() {}

    /** Digits in a row, apart enough to be seen as several. */
    static void row(Sketch sketch, Dice dice, int count) {
        double right = 0;
        for (int i = 0; i < count; i++) {
            Sketch digit = DigitStyles.sketch(dice.whole(0, 9), dice);
            right = append(sketch, dice, digit, right);
        }
    }

    /** A digit with a sign beside it. */
    static void formula(Sketch sketch, Dice dice) {
        List<Glyph> signs = dice.chance(0.4) ? Signs.PLUS : Signs.SYMBOLS;
        Sketch sign = new Sketch(dice, 0.04);
        signs.get(dice.whole(0, signs.size() - 1)).draw(sign, dice);
        Sketch digit = DigitStyles.sketch(dice.whole(0, 9), dice);
        boolean signFirst = dice.chance(0.3);
        double right = append(sketch, dice, signFirst ? sign : digit, 0);
        right = append(sketch, dice, signFirst ? digit : sign, right);
        if (dice.chance(0.3)) {
            append(sketch, dice, DigitStyles.sketch(dice.whole(0, 9), dice), right);
        }
    }

    /** Letters in a row; single ones may look like digits here. */
    static void word(Sketch sketch, Dice dice) {
        int count = dice.whole(2, 4);
        double right = 0;
        for (int i = 0; i < count; i++) {
            Sketch letter = new Sketch(dice, 0.04);
            switch (dice.weighted(70, 10, 8, 12)) {
                case 0 ->
                    Letters.LOWER.get(dice.whole(0, Letters.LOWER.size() - 1)).draw(letter, dice);
                case 1 -> letter.pen(0, 0).to(0, 1);
                case 2 -> letter.arc(0, 0.5, dice.between(0.36, 0.5), 0.5, -90, -360);
                default ->
                    Letters.UPPER.get(dice.whole(0, Letters.UPPER.size() - 1)).draw(letter, dice);
            }
            right = append(sketch, dice, letter, right);
        }
    }

    private static double append(Sketch sketch, Dice dice, Sketch more, double right) {
        double height = dice.between(0.75, 1);
        double[] box = more.box();
        double narrow = (box[2] - box[0]) / Math.max(0.1, box[3] - box[1]) < 0.3 ? 0.1 : 0;
        double left = right == 0 ? 0 : right + narrow + dice.between(0.12, 0.4);
        sketch.lay(more, left, (1 - height) * dice.between(0, 1), height);
        return Math.max(0.01, sketch.box()[2]);
    }

    /** What is left of a digit when a part is missing, where that is not another digit. */
    static void part(Sketch sketch, Dice dice) {
        double r = dice.between(0.42, 0.56);
        switch (dice.weighted(40, 10, 14, 6, 14, 14)) {
            case 0 -> {
                double sweep = dice.between(165, 225);
                double middle = 90 * dice.whole(0, 3) + dice.around(18);
                sketch.arc(0, 0.5, r, 0.5, middle - sweep / 2, sweep);
            }
            case 1 -> sketch.pen(dice.between(0.2, 0.5), 0).to(-r, 1).to(r, 0.97 + dice.around(0.06));
            case 2 -> {
                double end = dice.between(0.7, 0.95);
                sketch.pen(-0.2, 0.05).through(0.1, 0.03, r, 0.3, r, 0.65, 0.2, 0.98, -r * 0.7, end);
            }
            case 3 -> sketch.pen(dice.between(0.1, 0.4), 0).to(-r, 1).to(r, 1);
            case 4 -> sketch.pen(-r, 1).through(-0.2, 0.6, r * 0.7, 0.3, 0, 0, -r * 0.7, 0.3, 0.2, 0.6, r, 1);
            default -> sketch.pen(-r, 0).through(-0.2, 0.4, r * 0.7, 0.7, 0, 1, -r * 0.7, 0.7, 0.2, 0.4, r, 0);
        }
    }

    /** A digit with a scribble over it. */
    static void crossedOut(Sketch sketch, Dice dice) {
        Sketch digit = DigitStyles.sketch(dice.whole(0, 9), dice);
        sketch.lay(digit, 0, 0, 1);
        double[] box = sketch.box();
        double left = box[0] - dice.between(0.1, 0.25);
        double right = Math.max(box[2], left + 0.6) + dice.between(0.1, 0.25);
        if (dice.chance(0.7)) {
            int turns = dice.whole(4, 8);
            sketch.pen(left, dice.between(0.05, 0.2));
            for (int i = 1; i <= turns; i++) {
                sketch.to(i % 2 == 1 ? right : left, 0.1 + 0.8 * i / turns);
            }
        } else {
            int lines = dice.whole(3, 5);
            for (int i = 0; i < lines; i++) {
                double y = 0.15 + 0.75 * i / (lines - 1);
                sketch.pen(left, y).to(right, y - dice.between(0, 0.15));
            }
        }
    }

    /** A 3 or an 8 on its side; most others look like some digit then, too. */
    static void lying(Sketch sketch, Dice dice) {
        Sketch digit = DigitStyles.sketch(dice.chance(0.6) ? 3 : 8, dice);
        int way = dice.sign();
        for (double[] stroke : digit.strokes()) {
            sketch.lift();
            for (int i = 0; i < stroke.length; i += 2) {
                if (i == 0) {
                    sketch.pen(-way * stroke[i + 1], way * stroke[i]);
                } else {
                    sketch.to(-way * stroke[i + 1], way * stroke[i]);
                }
            }
        }
    }
}
