package org.digitscope.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.digitscope.json.Json;
import org.digitscope.network.Readout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelCardTest {
    private static final ModelCard CARD = new ModelCard(
            "classic",
            "The article's network",
            List.of("conv 32", "dense 128"),
            225_034,
            List.of("MNIST"),
            Optional.of(9007199254740993L),
            "digitscope train",
            Map.of("mnist:test", Map.of("accuracy", 0.9912, "ece", 0.003)),
            List.of("no crossed sevens"),
            "ab".repeat(32),
            new Readout(1.25, 0.4));

    @Test
    void aWrittenCardIsReadAsItWas() throws IOException {
        assertThat(ModelCard.parse(Json.writePretty(CARD.toJson()))).isEqualTo(CARD);
    }

    @Test
    void theCardOfAnUnknownModelIsReadAsItWasToo() throws IOException {
        ModelCard unknown = ModelCard.unknown("mine", "cd".repeat(32));

        assertThat(ModelCard.parse(Json.write(unknown.toJson()))).isEqualTo(unknown);
        assertThat(unknown.readout()).isEqualTo(Readout.plain());
        assertThat(unknown.seed()).isEmpty();
    }

    @Test
    void aNameIsEnough() throws IOException {
        ModelCard card = ModelCard.parse("{\"name\": \"mine\"}");

        assertThat(card).isEqualTo(ModelCard.unknown("mine", ""));
        assertThat(card.withSha256("ef").sha256()).isEqualTo("ef");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{} | name",
                "{\"name\": 7} | name",
                "{\"name\": \"a\", \"temperature\": 0} | temperature",
                "{\"name\": \"a\", \"digitThreshold\": 2} | digitThreshold",
                "{\"name\": \"a\", \"figures\": {\"mnist\": {\"accuracy\": \"good\"}}} | figures.mnist.accuracy",
                "{\"name\": \"a\", \"limits\": [1]} | limits[0]",
                "{\"name\": \"a\", \"seed\": 1.5} | seed",
            })
    void namesThePathOfWhatIsWrong(String text, String path) {
        assertThatThrownBy(() -> ModelCard.parse(text))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(path + " ");
    }
}
