package org.digitscope.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.digitscope.ink.InkRecord;
import org.junit.jupiter.api.Test;

final class ReferenceDigitsTest {
    @Test
    void bundledDigitsAreManyAndOfEveryClass() throws IOException {
        List<InkRecord> digits = ReferenceDigits.read();
        assertThat(digits).hasSizeGreaterThanOrEqualTo(320);
        Map<String, Long> classes = digits.stream()
                .map(record -> record.label().orElseThrow())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(classes).containsOnlyKeys("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(classes.values()).allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(20));
        assertThat(digits)
                .allSatisfy(record -> assertThat(record.drawing().isEmpty()).isFalse());
    }
}
