package org.digitscope.image;

/**
 * The middle line of a mask, one pixel wide (T. Zhang, C. Suen, A fast parallel algorithm for thinning digital
 * patterns, 1984).
 */
final class Thinning {
    private final int width;
    private final int height;
    private final boolean[] mask;

    private Thinning(boolean[] mask, int width, int height) {
        this.width = width;
        this.height = height;
        this.mask = mask.clone();
    }

    static boolean[] of(boolean[] mask, int width, int height) {
        Thinning thinning = new Thinning(mask, width, height);
        thinning.run();
        return thinning.mask;
    }

    /** How long a middle line is, in pixels: straight steps count 1, diagonal ones the square root of 2. */
    static double length(boolean[] line, int width, int height) {
        double length = 0;
        double diagonal = Math.sqrt(2);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (!line[y * width + x]) {
                    continue;
                }
                boolean right = x + 1 < width && line[y * width + x + 1];
                boolean below = y + 1 < height && line[(y + 1) * width + x];
                boolean left = x > 0 && line[y * width + x - 1];
                length += (right ? 1 : 0) + (below ? 1 : 0);
                if (y + 1 < height && !below) {
                    length += x + 1 < width && !right && line[(y + 1) * width + x + 1] ? diagonal : 0;
                    length += x > 0 && !left && line[(y + 1) * width + x - 1] ? diagonal : 0;
                }
            }
        }
        return length;
    }

    private void run() {
        int[] inked = new int[mask.length];
        int count = 0;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                inked[count++] = i;
            }
        }
        int[] leaving = new int[count];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int half = 0; half < 2; half++) {
                int gone = 0;
                for (int i = 0; i < count; i++) {
                    if (canGo(inked[i], half == 0)) {
                        leaving[gone++] = inked[i];
                    }
                }
                for (int i = 0; i < gone; i++) {
                    mask[leaving[i]] = false;
                }
                changed |= gone > 0;
            }
            int left = 0;
            for (int i = 0; i < count; i++) {
                if (mask[inked[i]]) {
                    inked[left++] = inked[i];
                }
            }
            count = left;
        }
    }

    private boolean canGo(int place, boolean firstHalf) {
        int x = place % width;
        int y = place / width;
        int north = ink(x, y - 1);
        int northEast = ink(x + 1, y - 1);
        int east = ink(x + 1, y);
        int southEast = ink(x + 1, y + 1);
        int south = ink(x, y + 1);
        int southWest = ink(x - 1, y + 1);
        int west = ink(x - 1, y);
        int northWest = ink(x - 1, y - 1);
        int around = north + northEast + east + southEast + south + southWest + west + northWest;
        if (around < 2 || around > 6) {
            return false;
        }
        int rises = rise(north, northEast)
                + rise(northEast, east)
                + rise(east, southEast)
                + rise(southEast, south)
                + rise(south, southWest)
                + rise(southWest, west)
                + rise(west, northWest)
                + rise(northWest, north);
        if (rises != 1) {
            return false;
        }
        return firstHalf
                ? north * east * south == 0 && east * south * west == 0
                : north * east * west == 0 && north * south * west == 0;
    }

    private static int rise(int from, int to) {
        return from == 0 && to == 1 ? 1 : 0;
    }

    private int ink(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x] ? 1 : 0;
    }
}
