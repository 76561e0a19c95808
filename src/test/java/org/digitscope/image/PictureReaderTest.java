package org.digitscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.digitscope.files.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif"})
    void readsColoursExactly(String format) throws IOException {
        BufferedImage image = sample(BufferedImage.TYPE_INT_RGB);
        Picture picture = PictureReader.read(encoded(image, format), "a." + format);
        assertThat(picture.width()).isEqualTo(WIDTH);
        assertThat(picture.height()).isEqualTo(HEIGHT);
        assertThat(picture.argb()).isEqualTo(image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH));
    }

    @Test
    void readsJpegNearly() throws IOException {
        BufferedImage image = sample(BufferedImage.TYPE_INT_RGB);
        Picture picture = PictureReader.read(encoded(image, "jpeg"), "a.jpg");
        assertThat(picture.argb(2, 2) >> 8 & 0xFF).isBetween(240, 255);
        assertThat(picture.argb(WIDTH - 3, HEIGHT - 3) >> 8 & 0xFF).isBetween(0, 25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp"})
    void greyLevelsStayAsTheyAreInTheFile(String format) throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            image.getRaster().setSample(i % 16, i / 16, 0, i);
        }
        Picture picture = PictureReader.read(encoded(image, format), "grey");
        for (int i = 0; i < 256; i++) {
            assertThat(picture.argb(i % 16, i / 16)).isEqualTo(Picture.grey(i));
        }
    }

    @Test
    void keepsTransparency() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x80102030);
        Picture picture = PictureReader.read(encoded(image, "png"), "a.png");
        assertThat(picture.argb()).containsExactly(0x80102030, 0);
    }

    @Test
    void theContentDecidesNotTheName() throws IOException {
        Path file = folder.resolve("digit.txt");
        Files.write(file, encoded(sample(BufferedImage.TYPE_INT_RGB), "png"));
        assertThat(PictureReader.read(file).width()).isEqualTo(WIDTH);
        assertThat(PictureReader.read(Files.newInputStream(file), "x").width()).isEqualTo(WIDTH);
    }

    @Test
    void readsGreyMapsAndBitMaps() throws IOException {
        int[] expected = {0, 128, 255, 51};
        assertThat(grey("P2\n# made by hand\n2 2 # size\n255\n0 128\n255 51\n")).isEqualTo(expected);
        assertThat(grey("P2 2 2 5 0 5 1 2")).containsExactly(0, 255, 51, 102);
        assertThat(grey("P5 2 2\n255\n\0\u0080\u00FF\u0033")).isEqualTo(expected);
        assertThat(grey("P5\n2 1\n65535\n\u0080\u0080\u00FF\u00FF")).containsExactly(128, 255);
        assertThat(grey("P1\n3 2\n101\n0 1 0")).containsExactly(0, 255, 0, 255, 0, 255);
        assertThat(grey("P4\n3 2\n\u00A0\u0040")).containsExactly(0, 255, 0, 255, 0, 255);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P5 2 2 255\n\0\0\0", // too short
                "P2 2 2 255 0 0 0",
                "P2 2 2 255 0 0 0 256", // above the highest level
                "P2 2 2 70000 0 0 0 0",
                "P2 2 2 0 0 0 0 0",
                "P2 2 -2 255 0 0 0 0",
                "P2 two 2 255",
                "P4 9 9\n\0",
                "P1 2 1 0 2",
                "P5 2 2"
            })
    void refusesBrokenGreyMaps(String file) {
        assertThatThrownBy(() -> grey(file)).isInstanceOf(FileProblem.class).hasMessageContaining("damaged");
    }

    @Test
    void turnsPhotosAsTheCameraWasHeld() throws IOException {
        byte[] jpeg = encoded(sample(BufferedImage.TYPE_INT_RGB), "jpeg");
        for (int orientation = 1; orientation <= 8; orientation++) {
            Picture picture = PictureReader.read(withOrientation(jpeg, orientation), "photo.jpg");
            assertThat(picture.width()).isEqualTo(orientation < 5 ? WIDTH : HEIGHT);
            // The black corner is at the bottom right in the file; where it belongs says the TIFF standard.
            boolean right = orientation == 1 || orientation == 4 || orientation == 5 || orientation == 8;
            boolean bottom = orientation == 1 || orientation == 2 || orientation == 5 || orientation == 6;
            int x = right ? picture.width() - 3 : 2;
            int y = bottom ? picture.height() - 3 : 2;
            assertThat(picture.argb(x, y) & 0xFF)
                    .as("orientation %d", orientation)
                    .isLessThan(30);
        }
    }

    @Test
    void refusesHugePicturesBeforeDecodingThem() {
        byte[] png = pngHeader(20_000, 20_000);
        assertThatThrownBy(() -> PictureReader.read(png, "big.png"))
                .isInstanceOf(FileProblem.class)
                .hasMessage(
                        "big.png has 20000 × 20000 pixels, but at most 40 megapixels can be read: save it smaller.");
        assertThatThrownBy(() -> grey("P5 20000 20000 255\n")).hasMessageContaining("20000 × 20000");
        assertThatThrownBy(() -> grey("P5 2147483647 2147483647 255\n")).hasMessageContaining("2147483647");
        byte[] gif =
                "GIF89a\u0020\u004E\u0020\u004E\0\0\0,\0\0\0\0\u0020\u004E\u0020\u004E\0\u0002".getBytes(ISO_8859_1);
        assertThatThrownBy(() -> PictureReader.read(gif, "big.gif")).hasMessageContaining("20000 × 20000");
        assertThatThrownBy(() -> PictureReader.read(bmpHeader(20_000, 20_000), "big.bmp"))
                .hasMessageContaining("20000 × 20000");
    }

    @Test
    void refusesPicturesWithoutPixels() {
        assertThatThrownBy(() -> grey("P5 0 0 255\n")).hasMessageContaining("no pixels");
        assertThatThrownBy(() -> PictureReader.read(pngHeader(0, 5), "a")).isInstanceOf(FileProblem.class);
    }

    @Test
    void refusesFilesOfMoreThan100Megabytes() throws IOException {
        Path file = folder.resolve("long.png");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(pngHeader(10, 10));
            sparse.setLength(PictureReader.MAX_BYTES + 1L);
        }
        assertThatThrownBy(() -> PictureReader.read(file))
                .isInstanceOf(FileProblem.class)
                .hasMessage(file + " is larger than 100 MB: save the picture smaller.");
    }

    @Test
    void saysWhatIsNoPicture() throws IOException {
        Path file = folder.resolve("notes.png");
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> PictureReader.read(file)).hasMessageContaining("is empty");
        for (String text :
                new String[] {"BMW is no bitmap, nor is this.", "PNG", "P6 1 1 255\n\0\0\0", "P2", "\u0089PNG"}) {
            Files.write(file, text.getBytes(ISO_8859_1));
            assertThatThrownBy(() -> PictureReader.read(file))
                    .isInstanceOf(FileProblem.class)
                    .hasMessage(file + " is no picture of a kind that can be read: choose a PNG, JPEG, BMP, GIF or PGM"
                            + " file.");
            assertThat(PictureReader.looksLikePicture(file)).isFalse();
        }
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> PictureReader.read(folder.resolve("none.png"))).hasMessageContaining("is not there");
        assertThatThrownBy(() -> PictureReader.read(folder)).hasMessageContaining("is a folder");
        assertThat(PictureReader.looksLikePicture(folder)).isFalse();
        assertThat(PictureReader.looksLikePicture(folder.resolve("none.png"))).isFalse();
    }

    @Test
    void aNameThatNoFileCanHaveIsNoObstacle() {
        assertThatThrownBy(() -> PictureReader.read(new byte[0], "a\0b")).hasMessageContaining("is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "bmp", "gif"})
    void refusesPicturesThatEndTooEarly(String format) throws IOException {
        BufferedImage grain = sample(BufferedImage.TYPE_INT_RGB);
        Random random = new Random(2);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            grain.setRGB(i % WIDTH, i / WIDTH, random.nextInt(0x1000000));
        }
        byte[] whole = encoded(grain, format);
        for (int part = 1; part < 20; part++) {
            byte[] cut = Arrays.copyOf(whole, whole.length * part / 20);
            assertThatThrownBy(() -> PictureReader.read(cut, "cut"))
                    .isInstanceOf(FileProblem.class)
                    .hasMessageStartingWith("cut is ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "bmp", "gif"})
    void damageEndsInAPictureOrInASentence(String format) throws IOException {
        byte[] whole = encoded(sample(BufferedImage.TYPE_INT_RGB), format);
        Random random = new Random(11);
        int refused = 0;
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 3; i++) {
                damaged[random.nextInt(Math.min(damaged.length, 400))] = (byte) random.nextInt();
            }
            try {
                assertThat(PictureReader.read(new ByteArrayInputStream(damaged), "damaged")
                                .width())
                        .isPositive();
            } catch (FileProblem problem) {
                assertThat(problem.getMessage()).startsWith("damaged ").endsWith(".");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void damageThatConfusesTheDecoderIsASentenceToo() throws IOException {
        byte[] bmp = encoded(sample(BufferedImage.TYPE_INT_RGB), "bmp");
        bmp[13] = (byte) 0xFF; // pixels before the beginning of the file
        assertThatThrownBy(() -> PictureReader.read(bmp, "a.bmp"))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("damaged");
        byte[] gif = encoded(sample(BufferedImage.TYPE_BYTE_BINARY), "gif");
        gif[26] = 0; // a frame without width
        assertThatThrownBy(() -> PictureReader.read(gif, "a.gif"))
                .isInstanceOf(FileProblem.class)
                .hasMessageStartingWith("a.gif ");
    }

    @Test
    void recognisesPicturesByTheirFirstBytes() throws IOException {
        Path file = folder.resolve("x");
        for (String format : new String[] {"png", "jpeg", "bmp", "gif"}) {
            Files.write(file, encoded(sample(BufferedImage.TYPE_INT_RGB), format));
            assertThat(PictureReader.looksLikePicture(file)).as(format).isTrue();
        }
        Files.writeString(file, "P2 1 1 1 0");
        assertThat(PictureReader.looksLikePicture(file)).isTrue();
        Files.writeString(file, "{\"word\":\"7\",\"drawing\":[]}\n");
        assertThat(PictureReader.looksLikePicture(file)).isFalse();
    }

    private static int[] grey(String file) throws FileProblem {
        Picture picture = PictureReader.read(file.getBytes(ISO_8859_1), "a.pgm");
        return Arrays.stream(picture.argb()).map(argb -> argb & 0xFF).toArray();
    }

    /** White with a black quarter at the bottom right. */
    private static BufferedImage sample(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, x >= WIDTH / 2 && y >= HEIGHT / 2 ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static byte[] pngHeader(int width, int height) {
        ByteBuffer png = ByteBuffer.allocate(8 + 25 + 12);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteBuffer header = ByteBuffer.allocate(17);
        header.put("IHDR".getBytes(ISO_8859_1)).putInt(width).putInt(height);
        header.put(new byte[] {8, 0, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array());
        png.putInt(13).put(header.array()).putInt((int) crc.getValue());
        png.putInt(0).put("IDAT".getBytes(ISO_8859_1)).putInt(0x35AF061E);
        return png.array();
    }

    private static byte[] bmpHeader(int width, int height) {
        ByteBuffer bmp = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put((byte) 'B').put((byte) 'M').putInt(60).putInt(0).putInt(54);
        bmp.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) 24);
        return bmp.array();
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36).order(ByteOrder.BIG_ENDIAN);
        exif.putShort((short) 0xFFE1).putShort((short) 34).put("Exif\0\0".getBytes(ISO_8859_1));
        exif.put("MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 1);
        exif.putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        ByteBuffer whole = ByteBuffer.allocate(jpeg.length + 36);
        whole.put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2);
        return whole.array();
    }
}
