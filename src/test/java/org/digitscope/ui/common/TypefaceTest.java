package org.digitscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class TypefaceTest {
    private static final List<String> INSTALLED = List.of("DejaVu Sans", "Noto Sans CJK SC", "WenQuanYi Zen Hei");

    @Test
    void chineseIsWrittenInAFamilyThatHasIt() {
        assertThat(Typeface.family(Locale.SIMPLIFIED_CHINESE, INSTALLED)).contains("Noto Sans CJK SC");
    }

    @Test
    void theSystemsTypeStaysWhereThatIsRightOrNothingElseIsThere() {
        assertThat(Typeface.family(Locale.ENGLISH, INSTALLED)).isEmpty();
        assertThat(Typeface.family(Locale.SIMPLIFIED_CHINESE, List.of("DejaVu Sans")))
                .isEmpty();
    }
}
