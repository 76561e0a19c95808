package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.digitscope.catalog.ModelCard;
import org.digitscope.data.Dataset;
import org.digitscope.data.Sample;
import org.digitscope.data.SampleReader;
import org.digitscope.evaluation.Calibration;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.evaluation.Evaluator;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.network.Answer;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.ModelArchive;
import org.digitscope.network.Readout;
import org.digitscope.training.LabelledImage;
import org.digitscope.training.TrainedNetwork;
import org.digitscope.training.TrainingPlan;

/** Calibrates and measures a trained network, and writes down what it is. */
final class CardMaker {
    /** The share of held-out digits that may be called no digit. */
    private static final double REFUSED = 0.002;

    private static final int BATCH = 128;
    private static final int CLASSES = 10;

    private final Context context;
    private final TrainingPlan plan;
    private final String command;

    /** @param command that makes the same model again */
    CardMaker(Context context, TrainingPlan plan, String command) {
        this.context = context;
        this.plan = plan;
        this.command = command;
    }

    ModelCard card(String name, TrainedNetwork trained, List<String> dataDescriptions) throws IOException {
        ModelArchive archive = ModelArchive.of(Path.of(name + TrainingFiles.ENDING), trained.zip());
        List<LabelledImage> heldOutDigits = trained.heldOut().stream()
                .filter(image -> image.label() < CLASSES)
                .toList();
        Readout readout = readout(archive, heldOutDigits);
        // Whoever stops a training does not wait for figures.
        List<String> measured = trained.complete() ? plan.figures() : List.of();
        try (DigitNetwork network = context.services().loader().load(archive, readout)) {
            return new ModelCard(
                    name,
                    plan.description(),
                    network.layers().stream().map(this::line).toList(),
                    network.parameterCount(),
                    dataDescriptions,
                    Optional.of(plan.seed()),
                    command,
                    figures(network, trained.heldOut(), measured),
                    limits(network, trained),
                    archive.sha256(),
                    readout);
        }
    }

    private Readout readout(ModelArchive archive, List<LabelledImage> heldOut) throws IOException {
        if (heldOut.isEmpty()) {
            return Readout.plain(plan.classes());
        }
        List<Integer> labels = heldOut.stream().map(LabelledImage::label).toList();
        double temperature =
                Figures.rounded(Calibration.temperature(answers(archive, Readout.plain(), heldOut), labels));
        List<Answer> calibrated = answers(archive, new Readout(temperature, 0), heldOut);
        double threshold = Calibration.threshold(calibrated, REFUSED);
        // Rounded downwards, or the very digit that sets the threshold would fall below it.
        return new Readout(temperature, Math.floor(threshold * 1e6) / 1e6);
    }

    private List<Answer> answers(ModelArchive archive, Readout readout, List<LabelledImage> samples)
            throws IOException {
        List<Answer> answers = new ArrayList<>(samples.size());
        try (DigitNetwork network = context.services().loader().load(archive, readout)) {
            for (int from = 0; from < samples.size(); from += BATCH) {
                List<DigitImage> images = samples.subList(from, Math.min(from + BATCH, samples.size())).stream()
                        .map(LabelledImage::image)
                        .toList();
                answers.addAll(network.answer(images));
            }
        }
        return answers;
    }

    private Map<String, Map<String, Double>> figures(
            DigitNetwork network, List<LabelledImage> heldOut, List<String> measured) {
        Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
        if (!heldOut.isEmpty()) {
            measure("validation", network, heldOut(heldOut)).ifPresent(found -> figures.put("validation", found));
        }
        InkRasterizer rasterizer = new InkRasterizer();
        for (String spec : measured) {
            try {
                Dataset set = context.datasets()
                        .open(spec, drawing -> rasterizer.rasterize(drawing).image());
                measure(spec, network, set).ifPresent(found -> figures.put(TrainingFiles.withoutFolder(spec), found));
            } catch (IOException e) {
                warn(spec, e);
            }
        }
        return figures;
    }

    /** A set that is not here or damaged leaves its figures out, but not the model. */
    private Optional<Map<String, Double>> measure(String spec, DigitNetwork network, Dataset set) {
        try {
            Evaluation evaluation = Evaluator.evaluate(spec, network, set, done -> {}, () -> false);
            if (evaluation.confusion().count() == 0) {
                return Optional.empty();
            }
            Map<String, Double> found = new LinkedHashMap<>();
            found.put("accuracy", Figures.rounded(evaluation.confusion().accuracy()));
            found.put("count", (double) evaluation.confusion().count());
            found.put("ece", Figures.rounded(evaluation.reliability().expectedCalibrationError()));
            found.put("loss", Figures.rounded(evaluation.loss()));
            return Optional.of(found);
        } catch (IOException e) {
            warn(spec, e);
            return Optional.empty();
        }
    }

    private void warn(String spec, IOException problem) {
        context.say("train.no-figures", spec, Problems.sentence(problem, context.texts()));
    }

    private static Dataset heldOut(List<LabelledImage> images) {
        return new Dataset() {
            @Override
            public String name() {
                return "validation";
            }

            @Override
            public SampleReader open() {
                return new HeldOutReader(images);
            }
        };
    }

    private String line(LayerInfo layer) {
        String kind = layer.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String window = layer.window()
                .map(size -> " " + size.height() + "×" + size.width())
                .orElse("");
        String activation = layer.activation().map(function -> ", " + function).orElse("");
        return Context.CARDS.get(
                "card.layer",
                layer.name(),
                kind + window + activation,
                layer.output().toString(),
                layer.parameterCount());
    }

    private List<String> limits(DigitNetwork network, TrainedNetwork trained) {
        List<String> limits = new ArrayList<>();
        limits.add(Context.CARDS.get("card.limit-single"));
        limits.add(Context.CARDS.get(
                "card.limit-data",
                String.join(
                        ", ",
                        plan.dataSets().stream()
                                .map(TrainingFiles::withoutFolder)
                                .toList())));
        int outputs = network.layers().get(network.layers().size() - 1).output().maps();
        limits.add(Context.CARDS.get(outputs == CLASSES ? "card.limit-no-digit" : "card.limit-made-up"));
        if (!trained.complete()) {
            limits.add(
                    0, Context.CARDS.get("card.limit-stopped", trained.metrics().size(), plan.epochs()));
        }
        return limits;
    }

    /** Walks through what was held out. */
    private static final class HeldOutReader implements SampleReader {
        private final List<LabelledImage> images;
        private int next;

        HeldOutReader(List<LabelledImage> images) {
            this.images = images;
        }

        @Override
        public Optional<Sample> next() {
            if (next == images.size()) {
                return Optional.empty();
            }
            LabelledImage image = images.get(next++);
            return Optional.of(Sample.of(image.image(), Integer.toString(image.label())));
        }

        @Override
        public void close() {}
    }
}
