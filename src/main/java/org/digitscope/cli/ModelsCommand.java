package org.digitscope.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.digitscope.catalog.ModelCard;
import org.digitscope.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code models}: the cards of all models that can be chosen by name. */
@Command(name = "models")
final class ModelsCommand implements Callable<Integer> {
    private static final String ACCURACY = "accuracy";

    private final Context context;

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private OutputFormat format = OutputFormat.TEXT;

    ModelsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<ModelCard> cards = context.models().cards();
        if (format == OutputFormat.JSON) {
            for (ModelCard card : cards) {
                context.out().line(Json.write(card.toJson()));
            }
            return 0;
        }
        Table table = new Table()
                .row(
                        context.texts().get("models.name"),
                        context.texts().get("models.parameters"),
                        context.texts().get("models.figures"),
                        context.texts().get("models.description"));
        for (ModelCard card : cards) {
            String parameters =
                    card.parameterCount() == 0 ? "–" : context.texts().get("models.count", card.parameterCount());
            table.row(card.name(), parameters, figures(card), card.description());
        }
        table.print(context.out());
        return 0;
    }

    private static String figures(ModelCard card) {
        StringJoiner figures = new StringJoiner(", ");
        for (Map.Entry<String, Map<String, Double>> set : card.figures().entrySet()) {
            Double accuracy = set.getValue().get(ACCURACY);
            if (accuracy != null) {
                figures.add(set.getKey() + " " + Figures.percent(accuracy));
            }
        }
        return figures.length() == 0 ? "–" : figures.toString();
    }
}
