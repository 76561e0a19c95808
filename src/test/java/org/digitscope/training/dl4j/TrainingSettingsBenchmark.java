package org.digitscope.training.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.digitscope.data.augmentation.ImageAugmentation;
import org.digitscope.image.DigitImage;
import org.digitscope.network.dl4j.Nd4jRuntime;
import org.digitscope.training.Example;
import org.digitscope.training.TrainingPlan;
import org.digitscope.training.TrainingSet;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What each setting does to the speed of training: images a second of the bundled plans, each with one setting changed,
 * as a ratio to the plan as it is. All take turns in one process, so that the noise of a machine meets all of them.
 * Takes five minutes; run by name alone.
 */
final class TrainingSettingsBenchmark {
    private static final String HELPERS_DISABLED = "org.eclipse.deeplearning4j.helpers.disable";
    private static final int CLASSES = 10;
    private static final int ROUNDS = 3;
    private static final double TURN_SECONDS = Double.parseDouble(System.getProperty("turnSeconds", "4"));

    /** A plan with one setting changed. */
    private record Setting(
            String name,
            int batchSize,
            int replicas,
            int nativeThreads,
            boolean oneDnn,
            WorkspaceMode workspaces,
            CNN2DFormat format,
            boolean varied,
            boolean ahead) {

        static Setting asItIs() {
            return new Setting("as it is", 128, 1, 1, true, WorkspaceMode.ENABLED, CNN2DFormat.NCHW, true, true);
        }
    }

    private static List<Setting> settings() {
        WorkspaceMode on = WorkspaceMode.ENABLED;
        CNN2DFormat first = CNN2DFormat.NCHW;
        return List.of(
                Setting.asItIs(),
                new Setting("batches shared by 2 copies", 128, 2, 1, true, on, first, true, true),
                new Setting("batch of 256 shared by 2 copies", 256, 2, 1, true, on, first, true, true),
                new Setting("2 native threads", 128, 1, 2, true, on, first, true, true),
                new Setting("batch of 64", 64, 1, 1, true, on, first, true, true),
                new Setting("batch of 256", 256, 1, 1, true, on, first, true, true),
                new Setting("without oneDNN", 128, 1, 1, false, on, first, true, true),
                new Setting("without workspaces", 128, 1, 1, true, WorkspaceMode.NONE, first, true, true),
                new Setting("channels last (NHWC)", 128, 1, 1, true, on, CNN2DFormat.NHWC, true, true),
                new Setting("batches not drawn ahead", 128, 1, 1, true, on, first, true, false),
                new Setting("images not varied", 128, 1, 1, true, on, first, false, true));
    }

    @Test
    void whatEachSettingGives() throws IOException, InterruptedException {
        Nd4jRuntime.prepare();
        for (String plan : List.of("classic", "pad")) {
            List<Course> courses = new ArrayList<>();
            for (Setting setting : settings()) {
                courses.add(new Course(setting, bundled(plan, setting)));
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (Course course : courses) {
                    course.turn();
                }
            }
            print(plan, courses);
            courses.forEach(Course::close);
        }
    }

    @SuppressWarnings("SystemOut") // it is a program for reading
    private static void print(String plan, List<Course> courses) {
        PrintStream out = System.out;
        out.printf("%n%-10s %-32s %10s %8s %12s%n", plan, "", "images/s", "ratio", "cores busy");
        for (Course course : courses) {
            out.printf(
                    Locale.ROOT,
                    "%-10s %-32s %10.0f %8.2f %12.2f%n",
                    plan,
                    course.setting.name(),
                    median(course.imagesPerSecond),
                    ratio(course, courses.get(0)),
                    median(course.coresBusy));
        }
    }

    /** The median over the rounds of the ratio within a round. */
    private static double ratio(Course course, Course base) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ratios.add(course.imagesPerSecond.get(round) / base.imagesPerSecond.get(round));
        }
        return median(ratios);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static TrainingPlan bundled(String name, Setting setting) throws IOException {
        String resource = "/org/digitscope/models/plans/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(TrainingSettingsBenchmark.class.getResourceAsStream(resource))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return TrainingPlan.parse(text.replace("\"batchSize\": 128", "\"batchSize\": " + setting.batchSize()));
        }
    }

    /** Noise: what an image shows costs nothing. */
    private static TrainingSet noise(TrainingPlan plan, boolean varied) {
        Random random = new Random(1);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 4096; i++) {
            byte[] levels = new byte[DigitImage.SIZE * DigitImage.SIZE];
            random.nextBytes(levels);
            examples.add(new Example.Image(
                    DigitImage.ofLevels(levels),
                    i % CLASSES,
                    varied ? plan.augmentation().image() : ImageAugmentation.none()));
        }
        return new TrainingSet(examples, List.of(), CLASSES);
    }

    /** A training that goes on whenever it is its turn. */
    private static final class Course implements AutoCloseable {
        private final Setting setting;
        private final TrainingPlan plan;
        private final TrainingSet set;
        private final Trainable network;
        private final Replicas replicas;
        private final List<Double> imagesPerSecond = new ArrayList<>();
        private final List<Double> coresBusy = new ArrayList<>();
        private int epoch;

        Course(Setting setting, TrainingPlan plan) throws InterruptedException {
            this.setting = setting;
            this.plan = plan;
            this.set = noise(plan, setting.varied());
            this.network = network();
            this.replicas = new Replicas(network, setting.replicas(), CLASSES, this::network);
            train(2);
        }

        void turn() throws InterruptedException {
            long cpu = cpuNanos();
            long start = System.nanoTime();
            int images = train(TURN_SECONDS);
            double seconds = (System.nanoTime() - start) / 1e9;
            imagesPerSecond.add(images / seconds);
            coresBusy.add((cpuNanos() - cpu) / 1e9 / seconds);
        }

        @Override
        public void close() {
            replicas.close();
            network.close();
        }

        private int train(double seconds) throws InterruptedException {
            replicas.begin(epoch);
            Nd4jRuntime.useThreads(setting.nativeThreads());
            Nd4j.factory().blas().setMaxThreads(setting.nativeThreads());
            long end = System.nanoTime() + Math.round(seconds * 1e9);
            int images = 0;
            while (System.nanoTime() < end) {
                Batches batches = new Batches(plan, set, epoch++);
                images += setting.ahead() ? ahead(batches, end) : inTurn(batches, end);
            }
            return images;
        }

        private int ahead(Batches batches, long end) throws InterruptedException {
            int images = 0;
            try (BatchPipeline pipeline = new BatchPipeline(batches)) {
                for (int i = 0; i < batches.count() && System.nanoTime() < end; i++) {
                    images += fit(pipeline.next());
                }
            }
            return images;
        }

        private int inTurn(Batches batches, long end) {
            int images = 0;
            for (int i = 0; i < batches.count() && System.nanoTime() < end; i++) {
                images += fit(batches.get(i));
            }
            return images;
        }

        /** @return how many images */
        private int fit(Batch batch) {
            if (setting.format() == CNN2DFormat.NCHW) {
                replicas.fit(batch);
                return batch.size();
            }
            long[] shape = {batch.size(), DigitImage.SIZE, DigitImage.SIZE, 1};
            try (INDArray images = Nd4j.create(batch.images(), shape, 'c');
                    INDArray targets = Nd4j.create(batch.targets(), new long[] {batch.size(), CLASSES}, 'c')) {
                network.gradient(images, targets);
                network.step(batch.size());
            }
            return batch.size();
        }

        private Trainable network() {
            System.setProperty(HELPERS_DISABLED, Boolean.toString(!setting.oneDnn()));
            try {
                MultiLayerConfiguration configuration = NetworkBuilder.configuration(plan, CLASSES);
                configuration.setTrainingWorkspaceMode(setting.workspaces());
                if (setting.format() != CNN2DFormat.NCHW) {
                    channelsLast(configuration);
                }
                return new SequentialTrainable(configuration);
            } finally {
                System.setProperty(HELPERS_DISABLED, "false");
            }
        }

        private static void channelsLast(MultiLayerConfiguration configuration) {
            for (NeuralNetConfiguration layer : configuration.getConfs()) {
                if (layer.getLayer() instanceof ConvolutionLayer convolution) {
                    convolution.setCnn2dDataFormat(CNN2DFormat.NHWC);
                } else if (layer.getLayer() instanceof SubsamplingLayer pooling) {
                    pooling.setCnn2dDataFormat(CNN2DFormat.NHWC);
                } else if (layer.getLayer() instanceof BatchNormalization normalisation) {
                    normalisation.setCnn2DFormat(CNN2DFormat.NHWC);
                }
            }
            configuration
                    .getInputPreProcessors()
                    .replaceAll((layer, processor) -> processor instanceof CnnToFeedForwardPreProcessor flat
                            ? new CnnToFeedForwardPreProcessor(
                                    flat.getInputHeight(),
                                    flat.getInputWidth(),
                                    flat.getNumChannels(),
                                    CNN2DFormat.NHWC)
                            : processor);
        }

        private static long cpuNanos() {
            return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                    .getProcessCpuTime();
        }
    }
}
