package org.digitscope.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void parsesToPlainValues() throws IOException {
        assertThat(Json.parse("{\"a\":[1,2.5,\"x\",true,null]}"))
                .isEqualTo(Map.of("a", Arrays.asList(1, 2.5, "x", true, null)));
    }

    @Test
    void keepsTheOrderOfKeys() throws IOException {
        assertThat(Json.write(Json.parse("{\"z\":1,\"a\":2,\"m\":3}"))).isEqualTo("{\"z\":1,\"a\":2,\"m\":3}");
    }

    @Test
    void writesNullMembersAndOneLine() throws IOException {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("text", "two\nlines");
        value.put("none", null);

        assertThat(Json.write(value)).isEqualTo("{\"text\":\"two\\nlines\",\"none\":null}");
    }

    @Test
    void prettyTextEndsItsLastLineAndReadsBack() throws IOException {
        Map<String, Object> value = Map.of("list", List.of(1, 2));

        String text = Json.writePretty(value);

        assertThat(text).endsWith("}\n").contains("\n  ");
        assertThat(Json.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "null", "{", "{\"a\":1,\"a\":2}", "{\"a\":1} 2", "[NaN]", "{'a':1}", "[1,]", "// no\n1"
            })
    void refusesWhatIsNotOneValue(String text) {
        assertThatIOException().isThrownBy(() -> Json.parse(text));
    }

    @Test
    void refusesDeepNestingAndLongNumbers() {
        assertThatIOException().isThrownBy(() -> Json.parse("[".repeat(65) + "]".repeat(65)));
        assertThatIOException().isThrownBy(() -> Json.parse("1".repeat(101)));
    }

    @Property
    void whatIsWrittenIsParsedBack(@ForAll("values") Object value) throws IOException {
        assertThat(Json.parse(Json.write(value))).isEqualTo(value);
        assertThat(Json.parse(Json.writePretty(value))).isEqualTo(value);
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<String> texts =
                Arbitraries.strings().withCharRange('\0', '\u03ff').ofMaxLength(8);
        Arbitrary<Object> simple = Arbitraries.oneOf(
                texts.map(Object.class::cast),
                Arbitraries.integers().map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast));
        return Arbitraries.oneOf(
                simple.list().ofMaxSize(4).map(Object.class::cast),
                Arbitraries.maps(texts, simple.list().ofMaxSize(3)).ofMaxSize(4).map(Object.class::cast));
    }
}
