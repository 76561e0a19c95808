package org.digitscope.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.digitscope.ink.Drawing;
import org.junit.jupiter.api.Test;

/** The same ink gives the same 28×28 to the bit, on every machine and in every later version. */
final class InkRasterizerGoldenTest {
    private static final String GOLDEN = "ink-to-28x28.txt";
    private static final String SHA_256 = "a5ca8903e71f5b0fcae30a522ed4e1920fc91d54873ed48f6624cc596d20b3bb";

    @Test
    void inkBecomesTheCommittedLevels() throws IOException {
        assertThat(actual()).isEqualTo(golden());
    }

    @Test
    void theCommittedLevelsAreTheOnesThatWereChecked() throws IOException, NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(golden().getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(SHA_256);
    }

    private static Map<String, Drawing> drawings() {
        Map<String, Drawing> drawings = new LinkedHashMap<>();
        drawings.put("dot", TestInk.drawing(40, 40));
        drawings.put("one", TestInk.drawing(31, 12, 30, 88));
        drawings.put("seven with a bar", TestInk.drawing(10, 12, 61, 9, 33, 95).plus(TestInk.stroke(18, 51, 58, 48)));
        drawings.put(
                "two",
                TestInk.drawing(12, 31, 14, 20, 24, 11, 40, 9, 54, 16, 57, 30, 50, 46, 34, 66, 11, 90, 36, 92, 63, 89));
        drawings.put(
                "eight",
                TestInk.drawing(
                        50, 20, 38, 10, 22, 14, 20, 30, 34, 44, 52, 58, 54, 78, 38, 90, 20, 82, 18, 64, 34, 46, 50, 32,
                        50, 20));
        drawings.put("letter that is clamped", TestInk.drawing(0, 0, 3, 0, 0, 2, 4, 3, 0, 5, 5, 6, 0, 8, 0, 90));
        return drawings;
    }

    private static String actual() {
        InkRasterizer rasterizer = new InkRasterizer();
        StringBuilder text = new StringBuilder();
        drawings().forEach((name, drawing) -> {
            text.append(name).append('\n');
            DigitImage image = rasterizer.rasterize(drawing).image();
            for (int y = 0; y < DigitImage.SIZE; y++) {
                for (int x = 0; x < DigitImage.SIZE; x++) {
                    int level = image.level(x, y);
                    text.append(level == 0 ? "··" : HexFormat.of().toHexDigits((byte) level));
                    text.append(x + 1 < DigitImage.SIZE ? ' ' : '\n');
                }
            }
        });
        return text.toString();
    }

    private static String golden() throws IOException {
        try (InputStream in = InkRasterizerGoldenTest.class.getResourceAsStream(GOLDEN)) {
            assertThat(in).as(GOLDEN).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
