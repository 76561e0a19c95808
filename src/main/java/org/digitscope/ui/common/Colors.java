package org.digitscope.ui.common;

/** How a value is coloured. */
@FunctionalInterface
public interface Colors {
    /**
     * @param value any
     * @param magnitude the value of the strongest colour
     * @return 0xAARRGGBB, premultiplied
     */
    int argb(float value, float magnitude);
}
