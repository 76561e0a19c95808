package org.digitscope.data;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/** Packs as the Unix program compress does, in block mode, to have something to unpack. */
final class LzwPacker {
    private static final int CLEAR = 256;

    private final int maxWidthBits;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Long, Integer> table = new HashMap<>();
    private int entries = CLEAR + 1;
    private int widthBits = 9;
    private long buffer;
    private int bufferBits;
    private int codesInGroup;

    private LzwPacker(int maxWidthBits) {
        this.maxWidthBits = maxWidthBits;
    }

    /**
     * @param clearEvery empties the table each time so many codes have been written; 0 for never
     */
    static byte[] pack(byte[] content, int maxWidthBits, int clearEvery) {
        return new LzwPacker(maxWidthBits).run(content, clearEvery);
    }

    private byte[] run(byte[] content, int clearEvery) {
        out.write(0x1F);
        out.write(0x9D);
        out.write(0x80 | maxWidthBits);
        int current = -1;
        int written = 0;
        for (byte signed : content) {
            int next = signed & 0xFF;
            if (current < 0) {
                current = next;
                continue;
            }
            Integer longer = table.get(((long) current << 8) | next);
            if (longer != null) {
                current = longer;
                continue;
            }
            write(current);
            written++;
            if (clearEvery > 0 && written % clearEvery == 0) {
                write(CLEAR);
                endGroup();
                table.clear();
                entries = CLEAR + 1;
                widthBits = 9;
            } else if (entries < 1 << maxWidthBits) {
                table.put(((long) current << 8) | next, entries);
                entries++;
                // The reader lags one entry behind.
                if (entries - 1 >= 1 << widthBits) {
                    endGroup();
                    widthBits++;
                }
            }
            current = next;
        }
        if (current >= 0) {
            write(current);
        }
        flush();
        return out.toByteArray();
    }

    private void write(int code) {
        buffer |= (long) code << bufferBits;
        bufferBits += widthBits;
        codesInGroup = (codesInGroup + 1) % 8;
        while (bufferBits >= 8) {
            out.write((int) buffer & 0xFF);
            buffer >>>= 8;
            bufferBits -= 8;
        }
    }

    private void endGroup() {
        while (codesInGroup != 0) {
            write(0);
        }
    }

    private void flush() {
        if (bufferBits > 0) {
            out.write((int) buffer & 0xFF);
        }
    }
}
