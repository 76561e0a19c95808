package org.digitscope.data;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Opens files that may be packed, going by their content and not by the ending of their name. */
final class Unpacking {
    private static final int BUFFER_BYTES = 1 << 16;

    private Unpacking() {}

    /** The content of {@code file}, ungzipped if it is gzipped. */
    static InputStream gunzipped(Path file) throws IOException {
        InputStream plain = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        try {
            return gunzipped(plain);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** True if the content of {@code file} is gzipped. */
    static boolean isGzipped(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return startsWith(in, 0x1F, 0x8B);
        }
    }

    /**
     * The content of {@code file}, unpacked if it is gzipped, compressed by Unix {@code compress}, or the entry
     * {@code member} of a zip archive (which may be packed in turn).
     *
     * @param maxBytes how much may come out before a {@link ZipException} stops it
     */
    static InputStream unpacked(Path file, String member, long maxBytes) throws IOException {
        InputStream plain = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        try {
            InputStream inner = startsWith(plain, 'P', 'K') ? memberOf(plain, member) : plain;
            InputStream unzipped = gunzipped(inner);
            InputStream open = startsWith(unzipped, 0x1F, 0x9D) ? new UnixCompress(unzipped) : unzipped;
            return new AtMost(open, maxBytes);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private static InputStream gunzipped(InputStream in) throws IOException {
        return startsWith(in, 0x1F, 0x8B)
                ? new BufferedInputStream(new GZIPInputStream(in, BUFFER_BYTES), BUFFER_BYTES)
                : in;
    }

    private static InputStream memberOf(InputStream archive, String member) throws IOException {
        ZipInputStream zip = new ZipInputStream(archive);
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(member)) {
                    return new BufferedInputStream(zip, BUFFER_BYTES);
                }
            }
        } catch (IllegalArgumentException e) {
            throw (IOException) new ZipException("a name in the archive is no text").initCause(e);
        }
        throw new ZipException("there is no " + member + " in the archive");
    }

    private static boolean startsWith(InputStream in, int first, int second) throws IOException {
        in.mark(2);
        boolean equal = in.read() == first && in.read() == second;
        in.reset();
        return equal;
    }

    private static final class AtMost extends FilterInputStream {
        private long leftBytes;

        AtMost(InputStream in, long maxBytes) {
            super(in);
            this.leftBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) throws IOException {
            leftBytes -= bytes;
            if (leftBytes < 0) {
                throw new ZipException("more comes out than there should be");
            }
        }
    }
}
