package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChineseTest {
    @Test
    void everyViewOpensInChinese(@TempDir Path folder) {
        Fx.start();
        OpenWindow open = OpenWindow.open(folder, new Dl4jModels(), Texts.of("window", Locale.SIMPLIFIED_CHINESE))
                .awaitAnswer();
        try {
            Person person = new Person(open);
            assertThat(person.read("#confidence")).isEqualTo("在画板上写一个数字");
            person.drawSeven();
            person.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            assertThat(((Labeled) person.find("#tab-explain")).getText()).isEqualTo("为什么？");
            person.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            person.press(KeyCode.CONTROL, KeyCode.T);
            Fx.await("the time line", () -> person.read("#timeline-what").startsWith("现在：7"));
            assertThat(Fx.takeUncaught()).isEmpty();
        } finally {
            open.close();
        }
    }
}
