package org.digitscope.network.dl4j;

import java.io.IOException;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.digitscope.files.FileProblem;
import org.digitscope.image.DigitImage;
import org.digitscope.network.Answer;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.ModelArchive;
import org.digitscope.network.NetworkLoader;
import org.digitscope.network.Readout;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Loads Deeplearning4j's model zips without trusting them: types are checked against a list, sizes before memory is
 * taken, weights for being numbers, and the network has to read a blank image before it is handed out.
 *
 * <p>Safe for any thread.
 */
public final class Dl4jModels implements NetworkLoader {
    public Dl4jModels() {
        Nd4jRuntime.prepare();
    }

    @Override
    public DigitNetwork load(ModelArchive archive, Readout readout) throws IOException {
        Nd4jRuntime.loadAside();
        Map<String, Object> configuration = TypeAllowList.check(archive);
        DigitNetwork network;
        try {
            network = configuration.containsKey("vertices")
                    ? graph(archive, readout)
                    : sequential(archive, configuration, readout);
        } catch (Blueprint.Unfit e) {
            throw e.problemWith(archive.file());
        } catch (FileProblem e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw FileProblem.causedBy(e, archive.file(), "model.configuration", firstLine(e));
        } catch (OutOfMemoryError e) {
            throw FileProblem.causedBy(e, archive.file(), "model.huge");
        }
        tryOnce(archive, network);
        return network;
    }

    @Override
    public String description() {
        return Nd4jRuntime.description() + ", threads: " + Nd4jRuntime.threads();
    }

    private static DigitNetwork sequential(ModelArchive archive, Map<String, Object> members, Readout readout)
            throws IOException, Blueprint.Unfit {
        MultiLayerConfiguration configuration = PlainConfiguration.of(members)
                .orElseGet(() -> MultiLayerConfiguration.fromJson(archive.configuration()));
        Blueprint blueprint = Blueprint.of(configuration);
        configuration.setDataType(DataType.FLOAT);
        INDArray parameters = parameters(archive, blueprint);
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init(parameters, false);
        return new Dl4jNetwork(blueprint, new SequentialEngine(network), readout);
    }

    private static DigitNetwork graph(ModelArchive archive, Readout readout) throws IOException, Blueprint.Unfit {
        ComputationGraphConfiguration configuration = ComputationGraphConfiguration.fromJson(archive.configuration());
        Blueprint blueprint = Blueprint.of(configuration);
        configuration.setDataType(DataType.FLOAT);
        INDArray parameters = parameters(archive, blueprint);
        ComputationGraph graph = new ComputationGraph(configuration);
        graph.init(parameters, false);
        return new Dl4jNetwork(blueprint, new GraphEngine(graph, blueprint.names()), readout);
    }

    private static INDArray parameters(ModelArchive archive, Blueprint blueprint) throws IOException {
        float[] weights;
        try {
            weights = ArrayFile.read(archive.coefficients());
        } catch (ArrayFile.OtherType e) {
            throw FileProblem.causedBy(e, archive.file(), "model.coefficients-type", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw FileProblem.causedBy(e, archive.file(), "model.coefficients-unreadable");
        }
        if (weights.length != blueprint.parameterCount()) {
            throw new FileProblem(archive.file(), "model.coefficients", blueprint.parameterCount(), weights.length);
        }
        for (float weight : weights) {
            if (!Float.isFinite(weight)) {
                throw new FileProblem(archive.file(), "model.not-finite");
            }
        }
        return Nd4j.create(weights, new long[] {1, weights.length}, 'c');
    }

    private static void tryOnce(ModelArchive archive, DigitNetwork network) throws FileProblem {
        try {
            Answer answer = network.run(DigitImage.blank()).answer();
            if (Double.isNaN(answer.confidence())) {
                network.close();
                throw new FileProblem(archive.file(), "model.not-finite");
            }
        } catch (RuntimeException e) {
            network.close();
            throw FileProblem.causedBy(e, archive.file(), "model.shape", firstLine(e));
        } catch (OutOfMemoryError e) {
            network.close();
            throw FileProblem.causedBy(e, archive.file(), "model.huge");
        }
    }

    private static String firstLine(Throwable problem) {
        String message = problem.getMessage();
        if (message == null || message.isBlank()) {
            return problem.getClass().getSimpleName();
        }
        String line = message.strip().lines().findFirst().orElse("");
        return line.length() > 120 ? line.substring(0, 120) + "…" : line;
    }
}
