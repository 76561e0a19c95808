package org.digitscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import org.digitscope.text.ProgramTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SystemKeysTest {
    @Test
    void onMacOsTheKeysAreThoseOfItsMenus() {
        assertThat(SystemKeys.onMac("Redo (Ctrl+Shift+Z)")).isEqualTo("Redo (⇧⌘Z)");
        assertThat(SystemKeys.onMac("Ctrl+plus, Ctrl+minus, Ctrl+0")).isEqualTo("⌘plus, ⌘minus, ⌘0");
    }

    /** Only there are keys exchanged. */
    @ParameterizedTest
    @ValueSource(strings = {"window.properties", "window_zh.properties"})
    void tooltipsAloneSpeakOfCtrl(String bundle) {
        Properties texts = ProgramTexts.bundle(Path.of("assets", "translations", bundle));

        assertThat(texts.stringPropertyNames())
                .filteredOn(key -> texts.getProperty(key).contains("Ctrl"))
                .hasSizeGreaterThan(10)
                .allMatch(key -> key.endsWith(".tip"));
    }
}
