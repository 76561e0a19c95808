package org.digitscope.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PictureTest {
    @Test
    void laterChangesOfTheArraysDoNotChangeThePicture() {
        int[] pixels = {1, 2, 3, 4, 5, 6};
        Picture picture = Picture.ofArgb(3, 2, pixels);
        pixels[4] = 99;
        picture.argb()[5] = 99;
        assertThat(picture.argb()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(picture.argb(1, 1)).isEqualTo(5);
        assertThat(picture.width()).isEqualTo(3);
        assertThat(picture.height()).isEqualTo(2);
    }

    @Test
    void greyLevelsAreOpaqueAndUnsigned() {
        Picture fromBytes = Picture.ofGrey(2, 1, new byte[] {(byte) 200, 7});
        Picture fromInts = Picture.ofGrey(2, 1, new int[] {200, 7});
        assertThat(fromBytes.argb()).containsExactly(0xFFC8C8C8, 0xFF070707);
        assertThat(fromInts.argb()).isEqualTo(fromBytes.argb());
    }

    @Test
    void refusesWrongSizesAndLevels() {
        assertThatIllegalArgumentException().isThrownBy(() -> Picture.ofArgb(2, 2, new int[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> Picture.ofArgb(0, 2, new int[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Picture.ofArgb(-1, -1, new int[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> Picture.ofArgb(65_536, 65_536, new int[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Picture.ofArgb(40_000_001, 1, new int[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> Picture.ofGrey(1, 1, new int[] {256}));
    }

    @Test
    void largePictureIsAveragedToTheSideThatIsAskedFor() {
        Picture picture = Picture.ofArgb(4, 2, new int[] {
            0xFF000000, 0xFF000000, 0xFFFF0000, 0x00FFFFFF, //
            0xFF000000, 0xFFC8C8C8, 0xFFFF0000, 0x00FFFFFF
        });

        Picture smaller = picture.within(2);

        assertThat(smaller.width()).isEqualTo(2);
        assertThat(smaller.height()).isEqualTo(1);
        assertThat(smaller.argb()).containsExactly(0xFF323232, 0x7FFF0000);
        assertThat(picture.within(4)).isSameAs(picture);
    }

    @Test
    void narrowPictureKeepsAPixelOfItsWidth() {
        Picture smaller = Picture.ofGrey(1, 9, new byte[9]).within(3);
        assertThat(smaller.width()).isEqualTo(1);
        assertThat(smaller.height()).isEqualTo(3);
    }
}
