package org.digitscope.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class JsonNodeTest {
    private static final String TEXT = """
        {"name":"classic","layers":[{"kind":"conv","filters":32},{"kind":"pool","filters":"many","bias":null}],
         "rate":0.5,"on":true,"big":4294967296}
        """;

    @Test
    void givesTypedValues() throws IOException {
        JsonNode root = root();

        assertThat(root.get("name").asString()).isEqualTo("classic");
        assertThat(root.get("rate").asDouble()).isEqualTo(0.5);
        assertThat(root.get("rate").asDouble(0, 0.5)).isEqualTo(0.5);
        assertThat(root.get("on").asBoolean()).isTrue();
        assertThat(root.get("big").asLong()).isEqualTo(4_294_967_296L);
        assertThat(root.get("layers").items().get(0).get("filters").asInt(1, 32))
                .isEqualTo(32);
        assertThat(root.get("layers").items().get(0).get("filters").asDouble()).isEqualTo(32);
        assertThat(root.get("name").raw()).isEqualTo("classic");
    }

    @Test
    void namesThePathOfWhatIsWrong() throws IOException {
        JsonNode second = root().get("layers").items().get(1);

        assertProblem(
                () -> second.get("filters").asInt(1, 9),
                "layers[1].filters",
                "layers[1].filters must be a whole number");
        assertProblem(() -> second.get("kernel"), "layers[1].kernel", "layers[1].kernel is missing");
        assertProblem(() -> second.get("kind").asDouble(), "layers[1].kind", "layers[1].kind must be a number");
        assertProblem(() -> second.get("kind").items(), "layers[1].kind", "layers[1].kind must be a list");
        assertProblem(() -> second.get("kind").get("x"), "layers[1].kind", "layers[1].kind must be an object");
        assertProblem(() -> root().get("on").asString(), "on", "on must be a text");
        assertProblem(() -> root().get("rate").asBoolean(), "rate", "rate must be true or false");
        assertProblem(() -> root().get("rate").asLong(), "rate", "rate must be a whole number");
        assertProblem(() -> root().items(), "", "the text must be a list");
    }

    @Test
    void namesTheRangeThatANumberIsOutside() throws IOException {
        assertProblem(() -> root().get("rate").asDouble(1, 2), "rate", "rate must be from 1.0 to 2.0");
        assertProblem(() -> root().get("big").asInt(0, 10), "big", "big must be a whole number from 0 to 10");
    }

    @Test
    void numbersMustBeFinite() throws IOException {
        assertProblem(
                () -> JsonNode.root(Json.parse("[1e999]")).items().get(0).asDouble(), "[0]", "[0] must be a number");
    }

    @Test
    void missingAndNullMembersAreAbsent() throws IOException {
        JsonNode second = root().get("layers").items().get(1);

        assertThat(second.find("kernel")).isEmpty();
        assertThat(second.find("bias")).isEmpty();
        assertThat(second.find("kind").orElseThrow().path()).isEqualTo("layers[1].kind");
        assertThat(root().path()).isEmpty();
    }

    @Test
    void refusesUnknownMembers() throws IOException {
        JsonNode first = root().get("layers").items().get(0);

        first.allowOnly("kind", "filters", "stride");
        assertProblem(() -> first.allowOnly("kind"), "layers[0].filters", "layers[0].filters is not known here");
        assertProblem(() -> root().allowOnly("layers", "rate", "on", "big"), "name", "name is not known here");
    }

    @Test
    void callersNameTheirOwnProblems() throws IOException {
        List<JsonNode> layers = root().get("layers").items();

        assertThat(layers.get(0).problem("part.plan-kernel", "28×28"))
                .hasMessage("layers[0] is larger than what comes in: 28×28");
    }

    private static JsonNode root() throws IOException {
        return JsonNode.root(Json.parse(TEXT));
    }

    private static void assertProblem(ThrowingCallable call, String path, String message) {
        assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(call)
                .withMessage(message)
                .satisfies(problem -> assertThat(problem.path()).isEqualTo(path));
    }
}
