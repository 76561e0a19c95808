package org.digitscope.network.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.digitscope.image.DigitImage;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.Readout;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The settings on which speed and memory rest are in force, not just made. */
final class Nd4jRuntimeTest {
    @BeforeAll
    static void prepare() {
        Nd4jRuntime.prepare();
    }

    @Test
    void oneDnnComputesTheConvolutionsWhereTheNativeLibraryHasIt() {
        assumeTrue(
                System.getProperty("os.arch").equals("amd64"), "Deeplearning4j has its oneDNN builds for x86-64 alone");
        assertThat(Nd4jRuntime.hasOneDnn())
                .as("the native library of the pom's classifier has oneDNN")
                .isTrue();

        MultiLayerNetwork network = TestModels.classic();
        try (INDArray input = org.nd4j.linalg.factory.Nd4j.zeros(1, 1, 28, 28)) {
            network.output(input);
            for (int layer = 0; layer < 4; layer++) {
                Layer convolutionOrPooling = network.getLayer(layer);
                assertThat(convolutionOrPooling.getHelper())
                        .as("oneDNN helper of layer %d", layer)
                        .isNotNull();
            }
        } finally {
            network.close();
        }
    }

    @Test
    void theProcessRunsWithTheEnvironmentThatItsSpeedNeeds() {
        assumeTrue(
                System.getenv("OMP_WAIT_POLICY") != null,
                "only the build and the launchers set the environment; this process was started without it");

        assertThat(System.getenv("OMP_WAIT_POLICY")).isEqualTo("PASSIVE");
        assertThat(System.getenv("MALLOC_MMAP_THRESHOLD_")).isEqualTo("2000000000");
        assertThat(System.getenv("MALLOC_TRIM_THRESHOLD_")).isEqualTo("2000000000");
        assertThat(System.getenv("MALLOC_TOP_PAD_")).isEqualTo("67108864");
    }

    @Test
    void matricesAreMultipliedOnTheCallingThreadSoThatNoOtherSpins() {
        Nd4jRuntime.useThreads(2);

        assertThat(org.nd4j.linalg.factory.Nd4j.factory().blas().getMaxThreads())
                .isEqualTo(1);
    }

    @Test
    void aPassUsesOneNativeThread() throws IOException {
        AtomicInteger threads = new AtomicInteger();
        MultiLayerNetwork model = TestModels.classic();
        DigitNetwork network = new Dl4jNetwork(
                blueprint(model), new Spy(new SequentialEngine(model), threads, new ArrayList<>()), Readout.plain());
        try (network) {
            Nd4jRuntime.useThreads(2);
            assertThat(Nd4jRuntime.threads()).isEqualTo(2);

            network.run(DigitImage.blank());
            assertThat(threads.getAndSet(0)).isEqualTo(1);

            Nd4jRuntime.useThreads(2);
            network.answer(List.of(DigitImage.blank()));
            assertThat(threads.getAndSet(0)).isEqualTo(1);

            Nd4jRuntime.useThreads(2);
            network.gradients(new float[784], new float[10]);
            assertThat(threads.get()).isEqualTo(1);
        } finally {
            Nd4jRuntime.useThreads(1);
        }
    }

    @Test
    void theNumberOfThreadsIsEachThreadsOwn() throws InterruptedException {
        Nd4jRuntime.useThreads(1);
        Thread trainer = new Thread(() -> Nd4jRuntime.useThreads(2));
        trainer.start();
        trainer.join();

        assertThat(Nd4jRuntime.threads()).isEqualTo(1);
    }

    @Test
    void everyArrayOfAPassIsFreedBeforeItReturns() throws IOException {
        // The collector would free them some day; native memory would grow until then.
        MultiLayerNetwork model = TestModels.classic();
        List<INDArray> arrays = new ArrayList<>();
        try (DigitNetwork network = new Dl4jNetwork(
                blueprint(model), new Spy(new SequentialEngine(model), new AtomicInteger(), arrays), Readout.plain())) {
            network.run(TestModels.image(1));
            network.answer(List.of(TestModels.image(1), TestModels.image(2)));
        }

        // Six layers in one pass, and one output; each with its input.
        assertThat(arrays).hasSize(9).allMatch(INDArray::wasClosed);
    }

    @Test
    void thousandsOfPassesLeaveNoNativeMemoryBehind() throws IOException {
        List<DigitImage> images =
                IntStream.range(0, 4).mapToObj(TestModels::image).toList();
        try (DigitNetwork network = TestModels.load(TestModels.zip(TestModels.manyKinds(), false));
                DigitNetwork graph = TestModels.load(TestModels.zip(TestModels.residual(), false))) {
            passes(network, graph, images, 100);
            long before = Pointer.totalBytes();
            long physicalBefore = Pointer.physicalBytes();

            passes(network, graph, images, 1000);

            assertThat(Pointer.totalBytes() - before).isLessThan(2 << 20);
            assertThat(Pointer.physicalBytes() - physicalBefore).isLessThan(120 << 20);
        }
    }

    @Test
    void loadingAndClosingAgainAndAgainLeavesNoNativeMemoryBehind() throws IOException {
        byte[] zip = TestModels.zip(TestModels.classic(), false);
        for (int i = 0; i < 3; i++) {
            TestModels.load(zip).close();
        }
        System.gc();
        long before = Pointer.totalBytes();

        for (int i = 0; i < 10; i++) {
            TestModels.load(zip).close();
        }

        System.gc();
        assertThat(Pointer.totalBytes() - before).isLessThan(400 << 10);
    }

    @Test
    void saysWhatComputes() {
        assertThat(Nd4jRuntime.description()).startsWith("ND4J ").doesNotContain("\n");
    }

    private static void passes(DigitNetwork network, DigitNetwork graph, List<DigitImage> images, int count) {
        for (int i = 0; i < count; i++) {
            network.run(images.get(i % images.size()));
            graph.run(images.get(i % images.size()));
            if (i % 20 == 0) {
                network.answer(images);
                graph.answer(images);
            }
        }
    }

    private static Blueprint blueprint(MultiLayerNetwork model) {
        try {
            return Blueprint.of(model.getLayerWiseConfigurations());
        } catch (Blueprint.Unfit e) {
            throw new AssertionError(e);
        }
    }

    /** Notes how many native threads there are while the engine computes, and what it takes and gives. */
    private record Spy(Engine engine, AtomicInteger threads, List<INDArray> arrays) implements Engine {
        @Override
        public List<INDArray> activations(INDArray input) {
            threads.set(Nd4jRuntime.threads());
            List<INDArray> outputs = engine.activations(input);
            arrays.add(input);
            arrays.addAll(outputs);
            return outputs;
        }

        @Override
        public INDArray output(INDArray input) {
            threads.set(Nd4jRuntime.threads());
            INDArray output = engine.output(input);
            arrays.add(input);
            arrays.add(output);
            return output;
        }

        @Override
        public Optional<Layer> layer(int index) {
            return engine.layer(index);
        }

        @Override
        public Optional<InputPreProcessor> adapter(int index) {
            return engine.adapter(index);
        }

        @Override
        public Step step(int index) {
            threads.set(Nd4jRuntime.threads());
            return engine.step(index);
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
