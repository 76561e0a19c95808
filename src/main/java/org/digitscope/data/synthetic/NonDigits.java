package org.digitscope.data.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.digitscope.ink.Drawing;

/**
 * Invented drawings that are no digit: scribbles, signs, letters, small pictures, several digits at once, parts of
 * digits. What some people write as a digit – an upright line, a ring, the letters S or Z – is not among them. The same
 * generator gives the same drawings on every platform.
 *
 * <p>Safe for any thread, as long as each has its own generator; one drawing takes some microseconds.
 */
public final class NonDigits {
    /** A straight line that leans less, from upright, may be a 1. */
    private static final double LEAST_LEAN_DEGREES = 44;

    private static final List<Kind> KINDS = List.of(
            new Kind("curve", 4, Manner.FREE, 0, Scribbles::curve),
            new Kind("tangle", 3, Manner.FREE, 0, Scribbles::tangle),
            new Kind("scrawl", 4, Manner.FREE, 0, Scribbles::scrawl),
            new Kind("zigzag", 3, Manner.DOODLE, 0.03, Scribbles::zigzag),
            new Kind("wave", 2, Manner.DOODLE, 0.06, Scribbles::wave),
            new Kind("hatching", 4, Manner.FREE, 0.03, Scribbles::hatching),
            new Kind("spiral", 3, Manner.FREE, 0, Scribbles::spiral),
            new Kind("coil", 2, Manner.DOODLE, 0.04, Scribbles::coil),
            new Kind("strokes", 3, Manner.FREE, 0, Scribbles::strokes),
            new Kind("blot", 2, Manner.FREE, 0.02, Scribbles::blot),
            new Kind("dot", 1, Manner.EXACT, 0, (sketch, dice) -> sketch.dot(0, 0)),
            new Kind("dots", 2, Manner.EXACT, 0, Scribbles::dots),
            new Kind("dash", 2, Manner.EXACT, 0, (sketch, dice) -> line(sketch, dice, dice.between(74, 106))),
            new Kind(
                    "slash",
                    2,
                    Manner.EXACT,
                    0,
                    (sketch, dice) -> line(sketch, dice, dice.between(LEAST_LEAN_DEGREES, 74))),
            new Kind(
                    "backslash",
                    2,
                    Manner.EXACT,
                    0,
                    (sketch, dice) -> line(sketch, dice, dice.between(106, 180 - LEAST_LEAN_DEGREES))),
            new Kind("question", 3, Manner.SYMBOL, 0.04, anyOf(Signs.QUESTION)),
            new Kind("exclamation", 1.5, Manner.SYMBOL, 0.02, anyOf(Signs.EXCLAMATION)),
            new Kind("plus", 2.5, Manner.SYMBOL, 0.05, anyOf(Signs.PLUS)),
            new Kind("bracket", 3, Manner.SYMBOL, 0.03, anyOf(Signs.BRACKETS)),
            new Kind("symbol", 10, Manner.SYMBOL, 0.04, anyOf(Signs.SYMBOLS)),
            new Kind("music", 2, Manner.SYMBOL, 0.04, anyOf(Signs.MUSIC)),
            new Kind("picture", 9, Manner.DOODLE, 0.04, anyOf(Signs.PICTURES)),
            new Kind("arrow", 4, Manner.DOODLE, 0.04, Doodles::arrow),
            new Kind("check", 2.5, Manner.SYMBOL, 0.04, Doodles::check),
            new Kind("cross", 2.5, Manner.SYMBOL, 0.05, Doodles::cross),
            new Kind("star", 3, Manner.DOODLE, 0.04, Doodles::star),
            new Kind("heart", 2, Manner.DOODLE, 0.03, Doodles::heart),
            new Kind("triangle", 2, Manner.EXACT, 0.04, Doodles::triangle),
            new Kind("rectangle", 3, Manner.EXACT, 0.03, Doodles::rectangle),
            new Kind("smiley", 2, Manner.DOODLE, 0.03, Doodles::smiley),
            new Kind("moon", 1, Manner.DOODLE, 0.02, Doodles::moon),
            new Kind("flower", 1.5, Manner.DOODLE, 0.02, Doodles::flower),
            new Kind("sun", 1.5, Manner.DOODLE, 0.02, Doodles::sun),
            new Kind("circles", 2, Manner.SYMBOL, 0.03, Doodles::circles),
            new Kind("upper", 14, Manner.LETTER, 0.05, anyOf(Letters.UPPER)),
            new Kind("lower", 13, Manner.LETTER, 0.05, anyOf(Letters.LOWER)),
            new Kind("foreign", 9, Manner.LETTER, 0.05, anyOf(Letters.FOREIGN)),
            new Kind("word", 5, Manner.LETTER, 0, DigitScenes::word),
            new Kind("two-digits", 9, Manner.LETTER, 0, (sketch, dice) -> DigitScenes.row(sketch, dice, 2)),
            new Kind("three-digits", 3, Manner.LETTER, 0, (sketch, dice) -> DigitScenes.row(sketch, dice, 3)),
            new Kind("formula", 3, Manner.LETTER, 0, DigitScenes::formula),
            new Kind("part", 4, Manner.SYMBOL, 0.04, DigitScenes::part),
            new Kind("crossed-out", 3, Manner.LETTER, 0.03, DigitScenes::crossedOut),
            new Kind("lying", 1, Manner.SYMBOL, 0, DigitScenes::lying));

    private static final double[] WEIGHTS =
            KINDS.stream().mapToDouble(Kind::weight).toArray();

    private NonDigits() {}

    private record Kind(
            String name, double weight, Manner manner, double looseness, BiConsumer<Sketch, Dice> sketcher) {}

    /** One somewhere on a square pad of 280 pixels, of a kind by chance; 1 to 400 points. */
    public static Drawing draw(SplittableRandom random) {
        Dice dice = new Dice(random);
        return draw(KINDS.get(dice.weighted(WEIGHTS)), dice);
    }

    /** What is drawn, in a fixed order. */
    public static List<String> kinds() {
        return KINDS.stream().map(Kind::name).toList();
    }

    /** One of the kind with this name. */
    static Drawing draw(String kind, SplittableRandom random) {
        for (Kind known : KINDS) {
            if (known.name().equals(kind)) {
                return draw(known, new Dice(random));
            }
        }
        throw new IllegalArgumentException("kind " + kind);
    }

    private static Drawing draw(Kind kind, Dice dice) {
        Sketch sketch = new Sketch(dice, kind.looseness());
        kind.sketcher().accept(sketch, dice);
        return HandEffects.draw(sketch, kind.manner(), dice);
    }

    /** Each name as often as every other, however many ways there are to write it. */
    private static BiConsumer<Sketch, Dice> anyOf(List<Glyph> glyphs) {
        List<List<Glyph>> byName = new ArrayList<>();
        for (String name : glyphs.stream().map(Glyph::name).distinct().toList()) {
            byName.add(
                    glyphs.stream().filter(glyph -> glyph.name().equals(name)).toList());
        }
        return (sketch, dice) -> {
            List<Glyph> ways = byName.get(dice.whole(0, byName.size() - 1));
            ways.get(dice.whole(0, ways.size() - 1)).draw(sketch, dice);
        };
    }

    /** A straight line; 0 degrees is upright, more leans to the right. */
    private static void line(Sketch sketch, Dice dice, double degrees) {
        double x = Doodles.sin(degrees);
        double y = -Doodles.cos(degrees);
        int way = dice.sign();
        sketch.pen(-way * x, -way * y).to(way * x, way * y);
    }
}
