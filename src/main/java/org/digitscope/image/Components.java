package org.digitscope.image;

import java.util.ArrayList;
import java.util.List;

/** The connected parts of a mask, diagonal neighbours connected. */
final class Components {
    private final int width;
    private final int[] labels;
    private final int[] areas;
    private final int[][] boxes;

    private Components(int width, int[] labels, int[] areas, int[][] boxes) {
        this.width = width;
        this.labels = labels;
        this.areas = areas;
        this.boxes = boxes;
    }

    static Components of(boolean[] mask, int width, int height) {
        int[] labels = new int[mask.length];
        int[] stack = new int[mask.length];
        List<int[]> found = new ArrayList<>();
        for (int start = 0; start < mask.length; start++) {
            if (mask[start] && labels[start] == 0) {
                found.add(flood(mask, width, height, start, found.size() + 1, labels, stack));
            }
        }
        int[] areas = new int[found.size()];
        int[][] boxes = new int[found.size()][];
        for (int i = 0; i < areas.length; i++) {
            areas[i] = found.get(i)[4];
            boxes[i] = found.get(i);
        }
        return new Components(width, labels, areas, boxes);
    }

    /** Left, top, right, bottom (all inside) and area. */
    private static int[] flood(boolean[] mask, int width, int height, int start, int label, int[] labels, int[] stack) {
        int[] part = {width, height, -1, -1, 0};
        int depth = 0;
        stack[depth++] = start;
        labels[start] = label;
        while (depth > 0) {
            int place = stack[--depth];
            int x = place % width;
            int y = place / width;
            part[0] = Math.min(part[0], x);
            part[1] = Math.min(part[1], y);
            part[2] = Math.max(part[2], x);
            part[3] = Math.max(part[3], y);
            part[4]++;
            for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
                    int next = v * width + u;
                    if (mask[next] && labels[next] == 0) {
                        labels[next] = label;
                        stack[depth++] = next;
                    }
                }
            }
        }
        return part;
    }

    int count() {
        return areas.length;
    }

    /** The part at a place, from 0 on; -1 outside of all. */
    int at(int x, int y) {
        return labels[y * width + x] - 1;
    }

    int area(int part) {
        return areas[part];
    }

    int left(int part) {
        return boxes[part][0];
    }

    int top(int part) {
        return boxes[part][1];
    }

    int right(int part) {
        return boxes[part][2];
    }

    int bottom(int part) {
        return boxes[part][3];
    }

    /** The largest part's share of the whole mask; 0 if the mask is empty. */
    double largestShare() {
        long whole = 0;
        int largest = 0;
        for (int area : areas) {
            whole += area;
            largest = Math.max(largest, area);
        }
        return whole == 0 ? 0 : (double) largest / whole;
    }
}
