package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HeadlessLibrariesTest {
    @Test
    void libraryThatNobodyHasIsMissing() {
        assertThat(HeadlessLibraries.isThere("libnobody-has-this.so.7")).isFalse();
    }

    @Test
    void sentenceNamesThePackage() {
        assertThat(HeadlessLibraries.sentence()).contains("libpangoft2-1.0-0").doesNotContain("\n");
    }
}
