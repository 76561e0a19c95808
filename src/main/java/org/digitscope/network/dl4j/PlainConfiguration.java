package org.digitscope.network.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.digitscope.json.JsonNode;
import org.digitscope.json.JsonProblem;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Reads the configuration of a plain network: convolutions, pooling and dense layers in a row, as the bundled ones are.
 * With Deeplearning4j's own reader, Jackson with every layer that there is, the first network of a process would take
 * half a second of processor time longer.
 *
 * <p>What decides an answer is taken over, what only training needs is not. With a member or a value that is not known
 * here a configuration is not plain, and Deeplearning4j may read it.
 */
final class PlainConfiguration {
    private static final String TYPE = "@class";
    private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";
    private static final String FUNCTIONS = "org.nd4j.linalg.activations.impl.Activation";
    private static final String FLATTENING = "org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor";
    private static final String CROSS_ENTROPY = "org.nd4j.linalg.lossfunctions.impl.LossMCXENT";
    private static final String CHANNELS_FIRST = "NCHW";
    private static final String FLOAT = "FLOAT";
    private static final int LARGEST_WINDOW = 28;

    /** What is not plain; nobody is told of it. */
    private static final String FOREIGN = "part.json-unknown";

    private static final String[] OF_NETWORK =
            names("backpropType cacheMode confs dataType epochCount inferenceWorkspaceMode "
                    + "inputPreProcessors iterationCount tbpttBackLength tbpttFwdLength trainingWorkspaceMode "
                    + "validateOutputLayerConfig");
    private static final String[] AROUND_LAYER =
            names("cacheMode dataType epochCount iterationCount layer maxNumLineSearchIterations miniBatch "
                    + "minimize optimizationAlgo seed stepFunction variables");
    private static final String[] OF_LAYER_WITH_WEIGHTS =
            names("@class activationFn biasInit biasUpdater constraints gainInit gradientNormalization "
                    + "gradientNormalizationThreshold hasBias idropout iupdater layerName nin nout "
                    + "regularization regularizationBias timeDistributedFormat weightInitFn weightNoise");
    private static final String[] OF_CONVOLUTION =
            names("cnn2dDataFormat convolutionMode cudnnAlgoMode cudnnAllowFallback cudnnBwdDataAlgo "
                    + "cudnnBwdFilterAlgo cudnnFwdAlgo dilation kernelSize padding stride");
    private static final String[] OF_POOLING =
            names("@class avgPoolIncludePadInDivisor cnn2dDataFormat constraints convolutionMode "
                    + "cudnnAllowFallback dilation eps gradientNormalization gradientNormalizationThreshold "
                    + "idropout kernelSize layerName padding pnorm poolingType stride");

    private PlainConfiguration() {}

    /** Empty if it is not plain; {@code configuration} is as {@link TypeAllowList} gives it. */
    static Optional<MultiLayerConfiguration> of(Map<String, Object> configuration) {
        try {
            return Optional.of(network(JsonNode.root(configuration)));
        } catch (JsonProblem e) {
            return Optional.empty();
        }
    }

    private static MultiLayerConfiguration network(JsonNode node) throws JsonProblem {
        node.allowOnly(OF_NETWORK);
        expect(node, "backpropType", "Standard");
        expect(node, "dataType", FLOAT);
        expect(node, "inferenceWorkspaceMode", "ENABLED");
        // The builder seeds the generator of chance; with this, always alike.
        NeuralNetConfiguration.ListBuilder list =
                new NeuralNetConfiguration.Builder().seed(0).list();
        List<JsonNode> layers = node.get("confs").items();
        if (layers.isEmpty()) {
            throw node.problem(FOREIGN);
        }
        for (int i = 0; i < layers.size(); i++) {
            list.layer(i, layer(layers.get(i)));
        }
        JsonNode adapters = node.get("inputPreProcessors");
        for (String index : adapters.asMap().keySet()) {
            if (!index.matches("\\d{1,3}")) {
                throw adapters.problem(FOREIGN);
            }
            list.inputPreProcessor(Integer.parseInt(index), flattening(adapters.get(index)));
        }
        return list.overrideNinUponBuild(false).validateOutputLayerConfig(false).build();
    }

    private static CnnToFeedForwardPreProcessor flattening(JsonNode node) throws JsonProblem {
        node.allowOnly(TYPE, "format", "inputHeight", "inputWidth", "numChannels");
        expect(node, TYPE, FLATTENING);
        expect(node, "format", CHANNELS_FIRST);
        return new CnnToFeedForwardPreProcessor(
                size(node, "inputHeight"), size(node, "inputWidth"), size(node, "numChannels"));
    }

    private static Layer layer(JsonNode wrapper) throws JsonProblem {
        wrapper.allowOnly(AROUND_LAYER);
        expect(wrapper, "dataType", FLOAT);
        JsonNode node = wrapper.get("layer");
        expectNull(node, "constraints", "idropout", "timeDistributedFormat", "weightNoise");
        return switch (text(node, TYPE)) {
            case LAYERS + "ConvolutionLayer" -> convolution(node);
            case LAYERS + "SubsamplingLayer" -> pooling(node);
            case LAYERS + "DenseLayer" -> dense(node);
            case LAYERS + "OutputLayer" -> output(node);
            default -> throw node.problem(FOREIGN);
        };
    }

    private static Layer convolution(JsonNode node) throws JsonProblem {
        allowOnly(node, OF_CONVOLUTION);
        expect(node, "cnn2dDataFormat", CHANNELS_FIRST);
        return withWeights(
                node,
                new ConvolutionLayer.Builder()
                        .kernelSize(pair(node, "kernelSize", 1))
                        .stride(pair(node, "stride", 1))
                        .padding(pair(node, "padding", 0))
                        .dilation(pair(node, "dilation", 1))
                        .convolutionMode(mode(node))
                        .hasBias(flag(node, "hasBias")));
    }

    private static Layer pooling(JsonNode node) throws JsonProblem {
        node.allowOnly(OF_POOLING);
        expect(node, "cnn2dDataFormat", CHANNELS_FIRST);
        PoolingType type = switch (text(node, "poolingType")) {
            case "MAX" -> PoolingType.MAX;
            case "AVG" -> PoolingType.AVG;
            default -> throw node.problem(FOREIGN);
        };
        return new SubsamplingLayer.Builder(type)
                .name(text(node, "layerName"))
                .kernelSize(pair(node, "kernelSize", 1))
                .stride(pair(node, "stride", 1))
                .padding(pair(node, "padding", 0))
                .dilation(pair(node, "dilation", 1))
                .convolutionMode(mode(node))
                .avgPoolIncludePadInDivisor(flag(node, "avgPoolIncludePadInDivisor"))
                .build();
    }

    private static Layer dense(JsonNode node) throws JsonProblem {
        allowOnly(node, "hasLayerNorm");
        if (flag(node, "hasLayerNorm")) {
            throw node.problem(FOREIGN);
        }
        return withWeights(node, new DenseLayer.Builder().hasBias(flag(node, "hasBias")));
    }

    private static Layer output(JsonNode node) throws JsonProblem {
        allowOnly(node, "lossFn");
        JsonNode loss = node.get("lossFn");
        loss.allowOnly(TYPE, "softmaxClipEps");
        expect(loss, TYPE, CROSS_ENTROPY);
        return withWeights(node, new OutputLayer.Builder(LossFunction.MCXENT).hasBias(flag(node, "hasBias")));
    }

    private static Layer withWeights(JsonNode node, FeedForwardLayer.Builder<?> builder) throws JsonProblem {
        return builder.name(text(node, "layerName"))
                .nIn(size(node, "nin"))
                .nOut(size(node, "nout"))
                .activation(function(node.get("activationFn")))
                .build();
    }

    /** Besides these, what every layer with weights has; most of it is for the time before there are any. */
    private static void allowOnly(JsonNode node, String... names) throws JsonProblem {
        List<String> allowed = new ArrayList<>(List.of(names));
        allowed.addAll(List.of(OF_LAYER_WITH_WEIGHTS));
        node.allowOnly(allowed.toArray(String[]::new));
    }

    private static Activation function(JsonNode node) throws JsonProblem {
        node.allowOnly(TYPE, "max", "negativeSlope", "threshold");
        expectNull(node, "max", "negativeSlope", "threshold");
        return switch (text(node, TYPE)) {
            case FUNCTIONS + "ReLU" -> Activation.RELU;
            case FUNCTIONS + "Softmax" -> Activation.SOFTMAX;
            case FUNCTIONS + "Identity" -> Activation.IDENTITY;
            default -> throw node.problem(FOREIGN);
        };
    }

    private static ConvolutionMode mode(JsonNode node) throws JsonProblem {
        return switch (text(node, "convolutionMode")) {
            case "Truncate" -> ConvolutionMode.Truncate;
            case "Same" -> {
                // Deeplearning4j's builders refuse padding then, its reader passes it over.
                if (!Arrays.equals(pair(node, "padding", 0), new int[2])) {
                    throw node.problem(FOREIGN);
                }
                yield ConvolutionMode.Same;
            }
            default -> throw node.problem(FOREIGN);
        };
    }

    private static String[] names(String separated) {
        return separated.split(" ");
    }

    private static String text(JsonNode node, String name) throws JsonProblem {
        return node.get(name).asString();
    }

    private static boolean flag(JsonNode node, String name) throws JsonProblem {
        return node.get(name).asBoolean();
    }

    private static int size(JsonNode node, String name) throws JsonProblem {
        return node.get(name).asInt(1, Integer.MAX_VALUE);
    }

    private static int[] pair(JsonNode node, String name, int least) throws JsonProblem {
        List<JsonNode> items = node.get(name).items();
        if (items.size() != 2) {
            throw node.problem(FOREIGN);
        }
        return new int[] {
            items.get(0).asInt(least, LARGEST_WINDOW), items.get(1).asInt(least, LARGEST_WINDOW)
        };
    }

    private static void expect(JsonNode node, String name, String expected) throws JsonProblem {
        if (!text(node, name).equals(expected)) {
            throw node.problem(FOREIGN);
        }
    }

    private static void expectNull(JsonNode node, String... names) throws JsonProblem {
        for (String name : names) {
            if (node.find(name).isPresent()) {
                throw node.problem(FOREIGN);
            }
        }
    }
}
