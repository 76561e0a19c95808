package org.digitscope.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.digitscope.files.FileProblem;

/**
 * Reads PNG, JPEG, BMP, GIF (its first frame) and PGM or PBM files. What a file is, its content says, not its name. The
 * size is looked at before a pixel is decoded. Needs no display. Safe for any thread.
 */
public final class PictureReader {
    /** No file has more bytes than this. */
    public static final int MAX_BYTES = 100_000_000;

    private static final int HEAD_BYTES = 32;
    private static final int SHORT_BMP_HEADER = 12;
    private static final Set<Integer> BMP_HEADER_BYTES = Set.of(SHORT_BMP_HEADER, 40, 52, 56, 64, 108, 124);

    private PictureReader() {}

    private enum Kind {
        PNG,
        JPEG,
        BMP,
        GIF,
        PNM,
        FOREIGN
    }

    /**
     * @throws FileProblem if the file cannot be read, is no picture, is damaged, or has more than
     *     {@link Picture#MAX_PIXELS} pixels or {@link #MAX_BYTES} bytes
     */
    public static Picture read(Path file) throws FileProblem {
        try {
            if (Files.isDirectory(file)) {
                throw new FileProblem(file, "file.is-folder");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw tooManyBytes(file);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return read(in, file);
            }
        } catch (IOException e) {
            throw FileProblem.of(file, e);
        }
    }

    /**
     * @param in read to its end, not closed
     * @param name what the sentence of a problem calls it
     * @throws FileProblem as {@link #read(Path)}
     */
    public static Picture read(InputStream in, String name) throws FileProblem {
        return read(in, asPath(name));
    }

    /**
     * @param name what the sentence of a problem calls it
     * @throws FileProblem as {@link #read(Path)}
     */
    public static Picture read(byte[] bytes, String name) throws FileProblem {
        return read(bytes, asPath(name));
    }

    /** True if the file can be opened and begins as a picture of a known kind does. */
    public static boolean looksLikePicture(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return kindOf(in.readNBytes(HEAD_BYTES)) != Kind.FOREIGN;
        } catch (IOException e) {
            return false;
        }
    }

    private static Picture read(InputStream in, Path file) throws FileProblem {
        try {
            return read(in.readNBytes(MAX_BYTES + 1), file);
        } catch (IOException e) {
            throw FileProblem.of(file, e);
        }
    }

    private static Picture read(byte[] bytes, Path file) throws FileProblem {
        if (bytes.length == 0) {
            throw new FileProblem(file, "picture.empty");
        }
        if (bytes.length > MAX_BYTES) {
            throw tooManyBytes(file);
        }
        Kind kind = kindOf(bytes);
        if (kind == Kind.FOREIGN) {
            throw new FileProblem(file, "picture.foreign");
        }
        try {
            return kind == Kind.PNM ? readPnm(bytes, file) : readWithImageIo(bytes, kind, file);
        } catch (FileProblem e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The decoders answer damage with any exception, IllegalArgument and ArrayIndexOutOfBounds among them.
            throw FileProblem.causedBy(e, file, "picture.broken");
        } catch (OutOfMemoryError e) {
            throw FileProblem.causedBy(e, file, "picture.memory");
        }
    }

    private static Picture readPnm(byte[] bytes, Path file) throws IOException {
        int[] size = PnmReader.size(bytes);
        requireSize(size[0], size[1], file);
        return Picture.owning(size[0], size[1], PnmReader.pixels(bytes));
    }

    private static Picture readWithImageIo(byte[] bytes, Kind kind, Path file) throws IOException {
        if (kind == Kind.BMP) {
            requireBmpSize(bytes, file);
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT))
                .next();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            requireSize(width, height, file);
            if (kind == Kind.JPEG && !endsAsJpeg(bytes)) {
                throw new IOException("no end of image");
            }
            BufferedImage image = reader.read(0);
            Picture picture = Picture.owning(image.getWidth(), image.getHeight(), AwtPixels.argbOf(image));
            return kind == Kind.JPEG ? ExifOrientation.upright(picture, ExifOrientation.of(bytes)) : picture;
        } finally {
            reader.dispose();
        }
    }

    /** Before the JDK's reader looks, which calls large pictures damaged. */
    private static void requireBmpSize(byte[] bytes, Path file) throws FileProblem {
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes[14] == SHORT_BMP_HEADER) {
            requireSize(header.getShort(18) & 0xFFFF, header.getShort(20) & 0xFFFF, file);
        } else {
            // Rows from the top down are told by a negative height.
            requireSize(header.getInt(18), Math.abs(header.getInt(22)), file);
        }
    }

    /** The JPEG decoder fills what is missing with grey and only warns, so the marker is looked for here. */
    private static boolean endsAsJpeg(byte[] bytes) {
        for (int i = bytes.length - 2; i >= 0; i--) {
            int marker = bytes[i + 1] & 0xFF;
            if ((bytes[i] & 0xFF) == 0xFF && marker == 0xD9) {
                return true;
            }
            if ((bytes[i] & 0xFF) == 0xFF && marker == 0xDA) {
                return false;
            }
        }
        return false;
    }

    private static Kind kindOf(byte[] head) {
        if (startsWith(head, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Kind.PNG;
        }
        if (startsWith(head, 0xFF, 0xD8, 0xFF)) {
            return Kind.JPEG;
        }
        if (startsWith(head, 'G', 'I', 'F', '8', '7', 'a') || startsWith(head, 'G', 'I', 'F', '8', '9', 'a')) {
            return Kind.GIF;
        }
        // "BM" alone begins many a text; the size of the second header follows 12 bytes later.
        if (startsWith(head, 'B', 'M')
                && head.length >= 26
                && head[15] == 0
                && BMP_HEADER_BYTES.contains((int) head[14])) {
            return Kind.BMP;
        }
        return PnmReader.recognises(head) ? Kind.PNM : Kind.FOREIGN;
    }

    private static boolean startsWith(byte[] bytes, int... head) {
        for (int i = 0; i < head.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }

    private static void requireSize(int width, int height, Path file) throws FileProblem {
        if (width <= 0 || height <= 0) {
            throw new FileProblem(file, "picture.no-pixels");
        }
        if ((long) width * height > Picture.MAX_PIXELS) {
            throw new FileProblem(file, "picture.too-large", width, height, Picture.MAX_PIXELS / 1_000_000);
        }
    }

    private static FileProblem tooManyBytes(Path file) {
        return new FileProblem(file, "picture.too-many-bytes", MAX_BYTES / 1_000_000);
    }

    private static Path asPath(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            return Path.of(name.replaceAll("[^\\w. -]", "_"));
        }
    }
}
