package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.digitscope.data.Dataset;
import org.digitscope.data.KnownDataset;
import org.digitscope.data.Sample;
import org.digitscope.data.SampleReader;
import org.digitscope.data.augmentation.ScanAugmentation;
import org.digitscope.data.synthetic.DigitStyles;
import org.digitscope.data.synthetic.NonDigits;
import org.digitscope.files.FileProblem;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.training.DataPlan;
import org.digitscope.training.Example;
import org.digitscope.training.Folds;
import org.digitscope.training.LabelledImage;
import org.digitscope.training.TrainingPlan;
import org.digitscope.training.TrainingSet;

/**
 * What a plan's data sets give: examples to train on and, of each set, a share or a fold that is held out – whole writers
 * where they are known, so that what is measured is how unknown hands are read.
 *
 * @param parts what was read, one a set
 * @param descriptions one line a set, with size, source and licence
 */
record TrainingData(TrainingPlan plan, List<Part> parts, List<String> descriptions) {
    private static final int HELD_OUT_NON_DIGITS = 2000;
    private static final int DIGITS = 10;

    /** @param samples with digits as their labels; none if they are generated */
    record Part(DataPlan data, List<Sample> samples) {}

    static TrainingData read(Context context, TrainingPlan plan) throws IOException {
        List<Part> parts = new ArrayList<>();
        List<String> descriptions = new ArrayList<>();
        for (DataPlan data : plan.data()) {
            if (data.isGenerated()) {
                parts.add(new Part(data, List.of()));
                descriptions.add(Context.CARDS.get("card.data-generated", data.set(), data.count()));
                continue;
            }
            List<Sample> samples = share(plan, data, digits(context, data.set()));
            if (samples.isEmpty()) {
                throw new FileProblem(Path.of(data.set()), "training.no-samples");
            }
            requireFolds(plan, data, samples);
            parts.add(new Part(data, samples));
            descriptions.add(description(data.set(), samples.size()));
        }
        return new TrainingData(plan, List.copyOf(parts), List.copyOf(descriptions));
    }

    /** For the network that is shipped: without what the plan's share holds out. */
    TrainingSet set() {
        if (plan.isPlain() && parts.stream().noneMatch(TrainingData::hasWriters)) {
            List<LabelledImage> plain = new ArrayList<>();
            parts.forEach(part -> part.samples().forEach(sample -> plain.add(labelled(sample))));
            return TrainingSet.split(plan, plain);
        }
        boolean holdsOut = plan.validationShare() > 0;
        return collect(part -> heldOutIndices(part.samples()), holdsOut ? heldOutNonDigits() : List.of());
    }

    /**
     * For cross-validation: without one fold, which is held out.
     *
     * @param fold from 1
     */
    TrainingSet fold(int fold) {
        int folds = plan.crossValidation().orElseThrow();
        List<LabelledImage> nonDigits = new ArrayList<>();
        List<LabelledImage> all = heldOutNonDigits();
        for (int i = fold - 1; i < all.size(); i += folds) {
            nonDigits.add(all.get(i));
        }
        return collect(
                part -> {
                    int[] foldOf = Folds.of(writers(part.samples()), folds, plan.seed());
                    Set<Integer> held = new HashSet<>();
                    for (int i = 0; i < foldOf.length; i++) {
                        if (foldOf[i] == fold) {
                            held.add(i);
                        }
                    }
                    return held;
                },
                nonDigits);
    }

    /** Which samples of a part are held out, by their index. */
    private interface HoldingOut {
        Set<Integer> of(Part part);
    }

    private TrainingSet collect(HoldingOut holdingOut, List<LabelledImage> heldOutNonDigits) {
        List<Example> trained = new ArrayList<>();
        List<LabelledImage> heldOut = new ArrayList<>();
        for (Part part : parts) {
            if (part.data().isGenerated()) {
                generate(part.data(), trained);
                if (isNonDigits(part.data())) {
                    heldOut.addAll(heldOutNonDigits);
                }
                continue;
            }
            Set<Integer> held = holdingOut.of(part);
            for (int i = 0; i < part.samples().size(); i++) {
                Sample sample = part.samples().get(i);
                if (held.contains(i)) {
                    heldOut.add(labelled(sample));
                } else {
                    Example example = perhapsScanned(example(sample));
                    for (int copy = 0; copy < part.data().repeat(); copy++) {
                        trained.add(example);
                    }
                }
            }
        }
        return new TrainingSet(trained, heldOut, plan.classes());
    }

    private Example example(Sample sample) {
        int label = sample.digit().getAsInt();
        if (sample.ink().isPresent() && !plan.isPlain()) {
            return new Example.Ink(
                    sample.ink().get(), label, plan.augmentation().ink());
        }
        return new Example.Image(sample.image(), label, plan.augmentation().image());
    }

    private Example perhapsScanned(Example example) {
        ScanAugmentation scan = plan.augmentation().scan();
        return scan.share() > 0 ? new Example.Scanned(example, scan) : example;
    }

    /** Whole writers in an order of chance until the plan's share is reached, or single samples. */
    private Set<Integer> heldOutIndices(List<Sample> samples) {
        int wanted = (int) Math.round(samples.size() * plan.validationShare());
        List<String> writerOf = writers(samples);
        List<String> writers = writerOf.stream().distinct().toList();
        Set<Integer> held = new HashSet<>();
        if (writers.size() < 2) {
            int[] order = TrainingSet.shuffled(samples.size(), plan.seed());
            for (int i = 0; i < wanted; i++) {
                held.add(order[i]);
            }
            return held;
        }
        for (int writer : TrainingSet.shuffled(writers.size(), plan.seed())) {
            if (held.size() >= wanted) {
                break;
            }
            for (int i = 0; i < samples.size(); i++) {
                if (writerOf.get(i).equals(writers.get(writer))) {
                    held.add(i);
                }
            }
        }
        return held;
    }

    private void generate(DataPlan data, List<Example> trained) {
        boolean nonDigits = isNonDigits(data);
        for (int i = 0; i < data.count(); i++) {
            int label = nonDigits ? Example.NO_DIGIT : i % DIGITS;
            trained.add(perhapsScanned(new Example.Generated(
                    random -> nonDigits ? NonDigits.draw(random) : DigitStyles.draw(label, random),
                    label,
                    plan.augmentation().ink())));
        }
    }

    private List<LabelledImage> heldOutNonDigits() {
        if (plan.data().stream().noneMatch(TrainingData::isNonDigits)) {
            return List.of();
        }
        List<LabelledImage> heldOut = new ArrayList<>();
        InkRasterizer rasterizer = new InkRasterizer();
        SplittableRandom random = new SplittableRandom(plan.seed());
        for (int i = 0; i < HELD_OUT_NON_DIGITS; i++) {
            Drawing drawing = NonDigits.draw(random.split());
            heldOut.add(new LabelledImage(rasterizer.rasterize(drawing).image(), Example.NO_DIGIT));
        }
        return heldOut;
    }

    private static boolean hasWriters(Part part) {
        return part.samples().stream().anyMatch(sample -> sample.writer().isPresent());
    }

    private static boolean isNonDigits(DataPlan data) {
        return data.set().equals(DataPlan.GENERATED_NON_DIGITS);
    }

    private static LabelledImage labelled(Sample sample) {
        return new LabelledImage(sample.image(), sample.digit().getAsInt());
    }

    private static List<String> writers(List<Sample> samples) {
        return samples.stream().map(sample -> sample.writer().orElse("")).toList();
    }

    private static void requireFolds(TrainingPlan plan, DataPlan data, List<Sample> samples) throws FileProblem {
        int folds = plan.crossValidation().orElse(0);
        List<String> writers = writers(samples);
        int parts = Folds.parts(writers);
        if (parts < folds) {
            String key = parts < samples.size() ? "training.few-writers" : "training.few-samples";
            throw new FileProblem(Path.of(data.set()), key, parts, folds);
        }
    }

    /** The plan's share of a set, in the set's order. */
    private static List<Sample> share(TrainingPlan plan, DataPlan data, List<Sample> samples) {
        if (data.share() >= 1) {
            return samples;
        }
        int wanted = (int) Math.round(samples.size() * data.share());
        int[] chosen = Arrays.copyOf(TrainingSet.shuffled(samples.size(), plan.seed()), wanted);
        return Arrays.stream(chosen).sorted().mapToObj(samples::get).toList();
    }

    private static List<Sample> digits(Context context, String spec) throws IOException {
        InkRasterizer rasterizer = new InkRasterizer();
        Dataset dataset = context.datasets()
                .open(spec, drawing -> rasterizer.rasterize(drawing).image());
        List<Sample> digits = new ArrayList<>();
        try (SampleReader reader = dataset.open()) {
            for (Optional<Sample> sample = reader.next(); sample.isPresent(); sample = reader.next()) {
                if (sample.get().digit().isPresent()) {
                    digits.add(sample.get());
                }
            }
        }
        return digits;
    }

    private static String description(String spec, int count) {
        Optional<KnownDataset> known = KnownDataset.named(spec.replaceFirst(":(train|test)$", ""));
        if (known.isEmpty()) {
            return Context.CARDS.get("card.data-own", TrainingFiles.withoutFolder(spec), count);
        }
        KnownDataset set = known.get();
        return Context.CARDS.get(
                "card.data",
                spec,
                count,
                set.authors(),
                set.licence(),
                set.home().toString());
    }
}
