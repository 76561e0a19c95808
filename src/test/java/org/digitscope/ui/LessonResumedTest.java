package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.ui.session.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lesson that was left in an earlier window. */
final class LessonResumedTest {
    @Test
    void theNextWindowGoesOnWithItInItsOwnLanguage(@TempDir Path folder) throws IOException {
        Fx.start();
        Settings.initial().withLessonStep(4).write(folder.resolve("settings.json"));
        OpenWindow chinese = OpenWindow.open(folder, new Dl4jModels(), Locale.SIMPLIFIED_CHINESE);
        try {
            Person reader = new Person(chinese.awaitAnswer());

            reader.chooseFromMenu("#help", "menu-lesson");

            assertThat(reader.read("#lesson-place")).isEqualTo("第 5 步，共 8 步");
            assertThat(reader.read("#lesson-title")).isEqualTo("池化");
            assertThat(reader.sees("#lesson-outline")).isTrue();
        } finally {
            chinese.close();
        }
    }
}
