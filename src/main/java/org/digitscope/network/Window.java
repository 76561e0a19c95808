package org.digitscope.network;

/**
 * The part of the maps before that one unit looks at.
 *
 * @param height rows of the kernel, at least 1
 * @param width columns of the kernel, at least 1
 * @param strideY rows from one window to the next
 * @param strideX columns from one window to the next
 * @param paddingTop rows of zeros above the maps
 * @param paddingLeft columns of zeros left of the maps
 * @param dilation distance of neighbouring kernel cells in the maps, 1 if they touch
 */
public record Window(int height, int width, int strideY, int strideX, int paddingTop, int paddingLeft, int dilation) {

    /** Like {@code 3×3}. */
    public String size() {
        return height + "×" + width;
    }
}
