package org.digitscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.zip.ZipException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnixCompressTest {
    // Packed by ncompress 4.2.4.
    private static final String GENUINE =
            "H52QZNKcSUMHRMCBdOYYFEgwDBs2eRYiTDOnDBkWEgmCEBPxIEEdIGDEkDGDRg0bN3DkCDmy5MmUORQA";

    @Test
    void unpacksWhatTheUnixProgramPacked() throws IOException {
        byte[] unpacked = unpack(Base64.getDecoder().decode(GENUINE));

        assertThat(new String(unpacked, StandardCharsets.US_ASCII))
                .isEqualTo("digit digits digitally digitised, digit by digit: 0123456789 0123456789\n");
    }

    @ParameterizedTest
    @CsvSource({"10,0", "12,0", "16,0", "12,5000", "16,1", "16,7", "16,300"})
    void growsItsCodesAndStartsAnewAsToldTo(int maxWidthBits, int clearEvery) throws IOException {
        byte[] content = textLike(300_000);

        assertThat(unpack(LzwPacker.pack(content, maxWidthBits, clearEvery))).isEqualTo(content);
    }

    @Property(tries = 200)
    void givesBackAnyBytes(@ForAll byte[] content) throws IOException {
        assertThat(unpack(LzwPacker.pack(content, 16, 0))).isEqualTo(content);
    }

    @Test
    void repeatsOfOneByteUseEntriesBeforeTheyAreWhole() throws IOException {
        byte[] content = new byte[10_000];

        assertThat(unpack(LzwPacker.pack(content, 16, 0))).isEqualTo(content);
    }

    @Test
    void refusesWhatIsNotPackedSo() {
        assertRefused(new byte[] {0x1F, (byte) 0x8B, 8});
        assertRefused(new byte[] {0x1F, (byte) 0x9D});
        assertRefused(new byte[] {0x1F, (byte) 0x9D, (byte) (0x80 | 31)});
    }

    @Test
    void refusesCodesThatAreNotInTheTable() {
        byte[] packed = {0x1F, (byte) 0x9D, (byte) 0x90, 'a', (byte) 0xFE, 0x03};

        assertRefused(packed);
    }

    @Property(tries = 500)
    void damagedContentNeverDoesMoreThanBeRefused(@ForAll byte[] damaged) {
        byte[] packed = new byte[damaged.length + 3];
        packed[0] = 0x1F;
        packed[1] = (byte) 0x9D;
        packed[2] = (byte) 0x90;
        System.arraycopy(damaged, 0, packed, 3, damaged.length);
        try {
            assertThat(unpack(packed)).isNotNull();
        } catch (IOException e) {
            assertThat(e).isInstanceOf(ZipException.class);
        }
    }

    private static void assertRefused(byte[] packed) {
        assertThatExceptionOfType(ZipException.class).isThrownBy(() -> unpack(packed));
    }

    private static byte[] unpack(byte[] packed) throws IOException {
        try (UnixCompress in = new UnixCompress(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    private static byte[] textLike(int length) {
        SplittableRandom random = new SplittableRandom(1);
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = i > 40 && random.nextInt(4) > 0 ? text[i - 1 - random.nextInt(40)] : (byte) random.nextInt(256);
        }
        return text;
    }
}
