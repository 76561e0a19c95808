package org.digitscope.image;

import java.io.EOFException;
import java.io.IOException;

/**
 * Reads portable grey maps (P2, P5) and bitmaps (P1, P4) of the Netpbm family; of several images in a file the first.
 */
final class PnmReader {
    private static final int MAX_LEVEL = 65_535;

    private final byte[] bytes;
    private int position = 2;

    private PnmReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** True if {@code head} begins as such a file does. */
    static boolean recognises(byte[] head) {
        return head.length >= 3
                && head[0] == 'P'
                && (head[1] == '1' || head[1] == '2' || head[1] == '4' || head[1] == '5')
                && (isSpace(head[2]) || head[2] == '#');
    }

    /** The width and height that the header tells; not checked. */
    static int[] size(byte[] bytes) throws IOException {
        PnmReader reader = new PnmReader(bytes);
        return new int[] {reader.number(Integer.MAX_VALUE), reader.number(Integer.MAX_VALUE)};
    }

    /**
     * The whole picture, as {@code 0xAARRGGBB}.
     *
     * @throws IOException if anything in the file is not as the format says, or its end comes too early
     */
    static int[] pixels(byte[] bytes) throws IOException {
        PnmReader reader = new PnmReader(bytes);
        int width = reader.number(Integer.MAX_VALUE);
        int height = reader.number(Integer.MAX_VALUE);
        return switch (bytes[1]) {
            case '1' -> reader.plainBits(width * height);
            case '4' -> reader.rawBits(width, height);
            case '2' -> reader.plainLevels(width * height);
            default -> reader.rawLevels(width * height);
        };
    }

    private int[] plainLevels(int count) throws IOException {
        int highest = highestLevel();
        int[] argb = new int[count];
        for (int i = 0; i < count; i++) {
            argb[i] = grey(number(highest), highest);
        }
        return argb;
    }

    private int[] rawLevels(int count) throws IOException {
        int highest = highestLevel();
        skipOneSpace();
        int bytesEach = highest > 255 ? 2 : 1;
        requireLeft((long) count * bytesEach);
        int[] argb = new int[count];
        for (int i = 0; i < count; i++) {
            int level = bytes[position++] & 0xFF;
            if (bytesEach == 2) {
                level = level << 8 | bytes[position++] & 0xFF;
            }
            if (level > highest) {
                throw new IOException("level " + level + " above " + highest);
            }
            argb[i] = grey(level, highest);
        }
        return argb;
    }

    private int[] plainBits(int count) throws IOException {
        int[] argb = new int[count];
        for (int i = 0; i < count; i++) {
            skipSpaceAndComments();
            int bit = next() - '0';
            if (bit != 0 && bit != 1) {
                throw new IOException("not a bit at " + position);
            }
            argb[i] = Picture.grey(bit == 1 ? 0 : 255);
        }
        return argb;
    }

    private int[] rawBits(int width, int height) throws IOException {
        skipOneSpace();
        int bytesEach = (width + 7) / 8;
        requireLeft((long) bytesEach * height);
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int bit = bytes[position + x / 8] >> (7 - x % 8) & 1;
                argb[y * width + x] = Picture.grey(bit == 1 ? 0 : 255);
            }
            position += bytesEach;
        }
        return argb;
    }

    private int highestLevel() throws IOException {
        int highest = number(MAX_LEVEL);
        if (highest == 0) {
            throw new IOException("no grey levels");
        }
        return highest;
    }

    private static int grey(int level, int highest) {
        return Picture.grey((level * 255 + highest / 2) / highest);
    }

    private int number(int highest) throws IOException {
        skipSpaceAndComments();
        long value = 0;
        int digits = 0;
        while (position < bytes.length && bytes[position] >= '0' && bytes[position] <= '9') {
            value = value * 10 + (bytes[position++] - '0');
            digits++;
            if (value > highest) {
                throw new IOException("number above " + highest + " at " + position);
            }
        }
        if (digits == 0) {
            throw new IOException("no number at " + position);
        }
        return (int) value;
    }

    private void skipSpaceAndComments() {
        while (position < bytes.length && (isSpace(bytes[position]) || bytes[position] == '#')) {
            if (bytes[position] == '#') {
                while (position < bytes.length && bytes[position] != '\n' && bytes[position] != '\r') {
                    position++;
                }
            } else {
                position++;
            }
        }
    }

    private void skipOneSpace() throws IOException {
        if (!isSpace((byte) next())) {
            throw new IOException("no space before the pixels");
        }
    }

    private int next() throws IOException {
        requireLeft(1);
        return bytes[position++];
    }

    private void requireLeft(long count) throws EOFException {
        if (bytes.length - position < count) {
            throw new EOFException("ends after " + bytes.length + " bytes");
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b >= '\t' && b <= '\r';
    }
}
