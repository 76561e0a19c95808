package org.digitscope.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * Unpacks what the Unix program {@code compress} packs ({@code .Z}): LZW with codes of 9 to 16 bits, lowest bit first,
 * in groups of eight codes (T. A. Welch, “A Technique for High-Performance Data Compression”, Computer 17(6), 1984).
 *
 * <p>Damaged content shows as a {@link ZipException}. Confined to one thread.
 */
final class UnixCompress extends InputStream {
    private static final int MIN_WIDTH_BITS = 9;
    private static final int MAX_WIDTH_BITS = 16;
    private static final int LITERALS = 256;
    private static final int CLEAR = 256;
    private static final int NONE = -1;

    private final InputStream packed;
    private final int maxWidthBits;
    private final boolean clears;

    // Entry c of the table stands for the bytes of entry prefix[c], then suffix[c].
    private final int[] prefix;
    private final byte[] suffix;
    private int entries;
    private int previousCode = NONE;
    private byte firstByte;

    private int widthBits = MIN_WIDTH_BITS;
    private final byte[] group;
    private int groupBits;
    private int groupPosition;

    // Bytes that are decoded and not yet read, the next one at the top.
    private final byte[] pending;
    private int pendingCount;

    /** Reads the three bytes of the header. */
    UnixCompress(InputStream packed) throws IOException {
        this.packed = packed;
        byte[] header = packed.readNBytes(3);
        if (header.length < 3 || (header[0] & 0xFF) != 0x1F || (header[1] & 0xFF) != 0x9D) {
            throw new ZipException("not packed by compress");
        }
        maxWidthBits = header[2] & 0x1F;
        clears = (header[2] & 0x80) != 0;
        if (maxWidthBits < MIN_WIDTH_BITS || maxWidthBits > MAX_WIDTH_BITS) {
            throw new ZipException("codes of " + maxWidthBits + " bits");
        }
        prefix = new int[1 << maxWidthBits];
        suffix = new byte[1 << maxWidthBits];
        pending = new byte[(1 << maxWidthBits) + 1];
        group = new byte[maxWidthBits];
        entries = firstFreeEntry();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int done = 0;
        while (done < length && (pendingCount > 0 || decode())) {
            target[offset + done] = pending[--pendingCount];
            done++;
        }
        return done == 0 && length > 0 ? -1 : done;
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }

    private int firstFreeEntry() {
        return clears ? LITERALS + 1 : LITERALS;
    }

    /** Decodes the next code that stands for bytes; false at the end. */
    private boolean decode() throws IOException {
        int code = nextCode();
        while (clears && code == CLEAR) {
            entries = firstFreeEntry();
            previousCode = NONE;
            widthBits = MIN_WIDTH_BITS;
            skipGroup();
            code = nextCode();
        }
        if (code == NONE) {
            return false;
        }
        if (previousCode == NONE) {
            if (code >= LITERALS) {
                throw new ZipException("a table is used before it is filled");
            }
            firstByte = (byte) code;
            pending[pendingCount++] = firstByte;
        } else {
            expand(code);
            addEntry();
        }
        previousCode = code;
        return true;
    }

    private void expand(int code) throws IOException {
        if (code > entries || (code == entries && entries == prefix.length)) {
            throw new ZipException("a code is not in the table");
        }
        int rest = code;
        if (code == entries) {
            pending[pendingCount++] = firstByte;
            rest = previousCode;
        }
        while (rest >= LITERALS) {
            pending[pendingCount++] = suffix[rest];
            rest = prefix[rest];
        }
        firstByte = (byte) rest;
        pending[pendingCount++] = firstByte;
    }

    private void addEntry() {
        if (entries < prefix.length) {
            prefix[entries] = previousCode;
            suffix[entries] = firstByte;
            entries++;
        }
    }

    private int nextCode() throws IOException {
        if (entries >= 1 << widthBits && widthBits < maxWidthBits) {
            widthBits++;
            skipGroup();
        }
        if (groupPosition + widthBits > groupBits) {
            groupBits = packed.readNBytes(group, 0, widthBits) * 8;
            groupPosition = 0;
            if (groupBits < widthBits) {
                return NONE;
            }
        }
        int code = 0;
        for (int i = 0; i < widthBits; i++) {
            int bit = groupPosition + i;
            code |= ((group[bit >> 3] >> (bit & 7)) & 1) << i;
        }
        groupPosition += widthBits;
        return code;
    }

    /** The writer fills up the group of eight codes before it changes their width. */
    private void skipGroup() {
        groupPosition = groupBits;
    }
}
