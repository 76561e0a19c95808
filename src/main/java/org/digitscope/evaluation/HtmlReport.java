package org.digitscope.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.digitscope.files.AtomicFiles;
import org.digitscope.image.DigitImage;
import org.digitscope.network.Answer;
import org.digitscope.text.Texts;

/** An evaluation as one page of HTML that needs nothing else: figures, tables, diagram and the worst mistakes. */
public final class HtmlReport {
    private static final int CLASSES = 10;
    private static final double BAR_EM = 2;
    private static final String STYLE = """
        :root { color-scheme: light dark; --ink: #1d1d1f; --paper: #fff; --line: #c8c8cc; --accent: #2166ac;
            --wrong: 178, 24, 43; --right: 33, 102, 172; }
        @media (prefers-color-scheme: dark) { :root { --ink: #ececf0; --paper: #1b1b1f; --line: #4a4a52;
            --accent: #74add1; --wrong: 244, 109, 67; --right: 116, 173, 209; } }
        @media print { :root { --ink: #000; --paper: #fff; } figure, table { break-inside: avoid; } }
        body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
            max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
        th, td { padding: .25rem .6rem; border-bottom: 1px solid var(--line); text-align: right; }
        th[scope=row] { text-align: left; font-weight: 600; }
        .confusion th, .confusion td { text-align: center; min-width: 2.2rem; }
        .wide { overflow-x: auto; }
        .diagram { max-width: 100%; height: auto; }
        .diagram text { font-size: 11px; fill: var(--ink); }
        .grid { stroke: var(--line); stroke-width: 1; }
        .ideal { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 5 4; }
        .bar { fill: var(--accent); }
        .mistakes { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: 1rem; }
        figure { margin: 0; }
        figure img { width: 112px; height: 112px; image-rendering: pixelated; border: 1px solid var(--line); }
        .ten { display: flex; width: 112px; font-size: .7rem; align-items: flex-end; height: 3.6em; }
        .ten span { flex: 1; text-align: center; } .ten i { display: block; margin: 0 1px; background: var(--accent); }
        figcaption { font-size: .85rem; }
        """;

    private final Texts texts;
    private final Evaluation evaluation;
    private final Optional<Comparison> comparison;
    private final List<Evaluation> evaluations;
    private final Html html = new Html();

    private HtmlReport(Evaluation evaluation, Optional<Comparison> comparison, Locale language) {
        this.texts = Texts.of("report", language);
        this.evaluation = evaluation;
        this.comparison = comparison;
        this.evaluations = Stream.concat(Stream.of(evaluation), comparison.map(Comparison::second).stream())
                .toList();
    }

    /**
     * Writes the report, whole or not at all.
     *
     * @param language English or Chinese
     * @throws org.digitscope.files.FileProblem if the file cannot be written
     */
    public static void write(Path file, Evaluation evaluation, Optional<Comparison> comparison, Locale language)
            throws IOException {
        AtomicFiles.writeText(file, of(evaluation, comparison, language));
    }

    /** The page's text. */
    public static String of(Evaluation evaluation, Optional<Comparison> comparison, Locale language) {
        return new HtmlReport(evaluation, comparison, language).page();
    }

    private String page() {
        String title = texts.get("title", evaluation.model(), evaluation.data());
        html.raw("<!DOCTYPE html>\n<html lang=\"" + texts.locale().toLanguageTag()
                + "\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.element("title", title).raw("<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
        html.element("h1", title);
        figures();
        comparison.ifPresent(this::comparison);
        confusion();
        classes();
        reliability();
        writers();
        mistakes();
        accepted();
        return html.raw("</body>\n</html>\n").toString();
    }

    private void figures() {
        html.raw("<table>\n");
        if (evaluations.size() > 1) {
            html.head(cells("", Evaluation::model));
        }
        html.row(cells(
                texts.get("figures.count"),
                of -> texts.get("number", of.confusion().count())));
        html.row(cells(texts.get("figures.accuracy"), this::accuracy));
        html.row(cells(
                texts.get("figures.macroF1"), of -> Html.number(of.confusion().macroF1(), 4)));
        html.row(cells(texts.get("figures.loss"), of -> Html.number(of.loss(), 4)));
        html.row(cells(
                texts.get("figures.ece"), of -> Html.number(of.reliability().expectedCalibrationError(), 4)));
        html.row(cells(texts.get("figures.refused"), of -> Html.percent(of.refusedShare())));
        if (evaluation.others() > 0) {
            html.row(cells(
                    texts.get("figures.others", evaluation.others()),
                    of -> Html.percent(of.othersRefused() / (double) of.others())));
        }
        if (Double.isFinite(evaluation.auroc())) {
            html.row(cells(texts.get("figures.auroc"), of -> Html.number(of.auroc(), 4)));
        }
        html.raw("</table>\n");
    }

    private String accuracy(Evaluation of) {
        ConfusionMatrix confusion = of.confusion();
        Interval interval = Interval.wilson(confusion.right(), confusion.count());
        return texts.get(
                "figures.accuracy.value",
                Html.percent(confusion.accuracy()),
                Html.percent(interval.low()),
                Html.percent(interval.high()));
    }

    /** A name, and a cell for each model. */
    private List<String> cells(String name, Function<Evaluation, String> cell) {
        return Stream.concat(Stream.of(name), evaluations.stream().map(cell)).toList();
    }

    private void comparison(Comparison pair) {
        html.element("h2", texts.get("comparison.title", pair.second().model()));
        html.raw("<table>\n");
        html.row(List.of(texts.get("comparison.both"), texts.get("number", pair.bothRight())));
        html.row(List.of(
                texts.get("comparison.only", pair.first().model()), texts.get("number", pair.onlyFirstRight())));
        html.row(List.of(
                texts.get("comparison.only", pair.second().model()), texts.get("number", pair.onlySecondRight())));
        html.row(List.of(texts.get("comparison.neither"), texts.get("number", pair.neitherRight())));
        html.row(List.of(texts.get("comparison.p"), String.format(Locale.ROOT, "%.3g", pair.pValue())));
        html.raw("</table>\n");
    }

    private void confusion() {
        html.element("h2", texts.get("confusion.title"));
        html.element("p", texts.get("confusion.explanation"));
        html.raw("<div class=\"wide\"><table class=\"confusion\">\n");
        html.head(IntStream.range(-1, CLASSES)
                .mapToObj(digit -> digit < 0 ? "" : Integer.toString(digit))
                .toList());
        long[][] counts = evaluation.confusion().counts();
        for (int truth = 0; truth < CLASSES; truth++) {
            long total = Math.max(1, sum(counts[truth]));
            html.raw("<tr>").element("th scope=\"row\"", Integer.toString(truth));
            for (int predicted = 0; predicted < CLASSES; predicted++) {
                html.element(
                        "td" + shade(truth == predicted, counts[truth][predicted] / (double) total),
                        Long.toString(counts[truth][predicted]));
            }
            html.raw("</tr>\n");
        }
        html.raw("</table></div>\n");
    }

    /** Mistakes are few, so their shade grows with the root of their share. */
    private static String shade(boolean right, double share) {
        if (share == 0) {
            return "";
        }
        double opacity = right ? 0.35 * share : Math.min(0.8, 0.1 + Math.sqrt(share));
        return " style=\"background: rgba(var(" + (right ? "--right" : "--wrong") + "), " + Html.number(opacity, 2)
                + ")\"";
    }

    private static long sum(long[] row) {
        long sum = 0;
        for (long cell : row) {
            sum += cell;
        }
        return sum;
    }

    private void classes() {
        html.element("h2", texts.get("classes.title"));
        html.raw("<table>\n");
        html.head(List.of(
                texts.get("classes.digit"),
                texts.get("classes.precision"),
                texts.get("classes.recall"),
                texts.get("classes.f1"),
                texts.get("classes.support")));
        for (ConfusionMatrix.ClassFigures figures : evaluation.confusion().classes()) {
            html.row(List.of(
                    Integer.toString(figures.digit()),
                    Html.percent(figures.precision()),
                    Html.percent(figures.recall()),
                    Html.number(figures.f1(), 4),
                    texts.get("number", figures.support())));
        }
        html.raw("</table>\n");
    }

    private void reliability() {
        html.element("h2", texts.get("reliability.title"));
        html.element("p", texts.get("reliability.explanation"));
        for (Evaluation of : evaluations) {
            if (evaluations.size() > 1) {
                html.element("h3", of.model());
            }
            html.raw(ReliabilityDiagram.svg(of.reliability(), texts));
        }
    }

    private void writers() {
        if (evaluation.writers().isEmpty()) {
            return;
        }
        html.element("h2", texts.get("writers.title"));
        html.raw("<table>\n");
        html.head(List.of(texts.get("writers.writer"), texts.get("writers.count"), texts.get("writers.accuracy")));
        List<Evaluation.WriterFigures> worstFirst = new ArrayList<>(evaluation.writers());
        worstFirst.sort(Comparator.comparingDouble(Evaluation.WriterFigures::accuracy));
        for (Evaluation.WriterFigures figures : worstFirst) {
            html.row(List.of(figures.writer(), texts.get("number", figures.count()), Html.percent(figures.accuracy())));
        }
        html.raw("</table>\n");
    }

    private void mistakes() {
        long wrong = evaluation.confusion().count() - evaluation.confusion().right();
        html.element("h2", texts.get("mistakes.title"));
        html.element(
                "p", texts.get("mistakes.explanation", evaluation.mistakes().size(), wrong));
        html.raw("<div class=\"mistakes\">\n");
        for (Mistake mistake : evaluation.mistakes()) {
            String said = texts.get(
                    "mistakes.said",
                    mistake.answer().prediction(),
                    Html.percent(mistake.answer().confidence()),
                    mistake.truth(),
                    Html.percent(mistake.answer().probabilities()[mistake.truth()]));
            figure(said, mistake.index(), mistake.writer(), mistake.image(), mistake.answer());
        }
        html.raw("</div>\n");
    }

    private void accepted() {
        long taken = evaluation.others() - evaluation.othersRefused();
        if (taken == 0) {
            return;
        }
        html.element("h2", texts.get("accepted.title"));
        html.element(
                "p", texts.get("accepted.explanation", evaluation.accepted().size(), taken));
        html.raw("<div class=\"mistakes\">\n");
        for (Accepted other : evaluation.accepted()) {
            String said = texts.get(
                    "accepted.said",
                    other.label(),
                    other.answer().prediction(),
                    Html.number(other.answer().digitScore(), 4));
            figure(said, other.index(), other.writer(), other.image(), other.answer());
        }
        html.raw("</div>\n");
    }

    private void figure(String said, long index, Optional<String> writer, DigitImage image, Answer answer) {
        String where = writer.isPresent()
                ? texts.get("mistakes.where-writer", index, writer.get())
                : texts.get("mistakes.where", index);
        html.raw("<figure><img alt=\"" + Html.escaped(said) + "\" src=\"" + GreyPng.dataUri(image) + "\">");
        probabilities(answer.probabilities());
        html.element("figcaption", said + " " + where).raw("</figure>\n");
    }

    /** Ten small bars, with their numbers for whoever points at them. */
    private void probabilities(float[] ten) {
        html.raw("<div class=\"ten\">");
        for (int digit = 0; digit < ten.length; digit++) {
            html.raw("<span title=\"" + digit + ": " + Html.escaped(Html.percent(ten[digit])) + "\"><i style=\"height: "
                    + Html.number(ten[digit] * BAR_EM, 2) + "em\"></i>" + digit + "</span>");
        }
        html.raw("</div>");
    }
}
