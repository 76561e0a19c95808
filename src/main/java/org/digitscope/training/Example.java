package org.digitscope.training;

import java.util.SplittableRandom;
import java.util.function.Function;
import org.digitscope.data.augmentation.ImageAugmentation;
import org.digitscope.data.augmentation.InkAugmentation;
import org.digitscope.data.augmentation.ScanAugmentation;
import org.digitscope.image.DigitImage;
import org.digitscope.ink.Drawing;

/**
 * Something to train on, drawn anew in every epoch. Immutable; safe for any thread.
 *
 * <p>The label is 0 to 9, or {@link #NO_DIGIT}.
 */
public sealed interface Example {
    /** The label of what is no digit: the eleventh class. */
    int NO_DIGIT = 10;

    int label();

    /**
     * Draws a variation.
     *
     * @param random decides it
     * @param target 28×28 grey levels, 0 to 1, row-major, are written here from {@code offset} on
     */
    void draw(SplittableRandom random, float[] target, int offset);

    /** An image, varied in its pixels. */
    record Image(DigitImage image, int label, ImageAugmentation augmentation) implements Example {
        @Override
        public void draw(SplittableRandom random, float[] target, int offset) {
            if (augmentation.equals(ImageAugmentation.none())) {
                image.copyInto(target, offset);
            } else {
                augmentation.apply(image.pixels(), random, target, offset);
            }
        }
    }

    /** Ink, varied in stroke space. */
    record Ink(Drawing drawing, int label, InkAugmentation augmentation) implements Example {
        @Override
        public void draw(SplittableRandom random, float[] target, int offset) {
            augmentation.apply(drawing, random).copyInto(target, offset);
        }
    }

    /** Ink that is made up each time. */
    record Generated(Function<SplittableRandom, Drawing> generator, int label, InkAugmentation augmentation)
            implements Example {
        @Override
        public void draw(SplittableRandom random, float[] target, int offset) {
            augmentation.apply(generator.apply(random), random).copyInto(target, offset);
        }
    }

    /** Another example, which may come as a small picture. */
    record Scanned(Example example, ScanAugmentation augmentation) implements Example {
        @Override
        public int label() {
            return example.label();
        }

        @Override
        public void draw(SplittableRandom random, float[] target, int offset) {
            example.draw(random, target, offset);
            augmentation.apply(random, target, offset);
        }
    }
}
