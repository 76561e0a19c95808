package org.digitscope.network.dl4j;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.digitscope.files.FileProblem;
import org.digitscope.json.Json;
import org.digitscope.network.ModelArchive;
import org.digitscope.text.Phrase;

/**
 * The Java types that a model's configuration may name. Deeplearning4j's Jackson creates an object of whatever type a
 * configuration names, so every name is checked before it sees the text.
 */
final class TypeAllowList {
    private static final Set<String> TYPE_KEYS = Set.of("@class", "@type", "class", "javaClass", "className");

    /** Members of a graph's root that hold names of the file's own making. */
    private static final Set<String> NAME_KEYS =
            Set.of("networkInputs", "networkOutputs", "vertexInputs", "topologicalOrderStr");

    /** Anywhere: names of weights, which begin with the layer's. */
    private static final String WEIGHT_NAMES = "variables";

    private static final int LONGEST_IN_MESSAGE = 100;

    /** Layers, vertices and preprocessors that this program can run and show. No SameDiff: it runs what a file defines. */
    private static final Pattern CONFIGURATION = Pattern.compile("org\\.deeplearning4j\\.nn\\.conf\\.(?:"
            + "layers\\.(?:ActivationLayer|BatchNormalization|CenterLossOutputLayer|Convolution2D|ConvolutionLayer"
            + "|Deconvolution2D|DenseLayer|DepthwiseConvolution2D|DropoutLayer|GlobalPoolingLayer"
            + "|LocalResponseNormalization|LossLayer|OutputLayer|PReLULayer|Pooling2D|SeparableConvolution2D"
            + "|SpaceToDepthLayer|SubsamplingLayer|Upsampling2D|ZeroPaddingLayer|LSTM|RnnOutputLayer"
            + "|convolutional\\.Cropping2D|misc\\.(?:FrozenLayer|FrozenLayerWithBackprop"
            + "|ElementWiseMultiplicationLayer)|recurrent\\.(?:SimpleRnn|LastTimeStep|Bidirectional))"
            + "|graph\\.(?:ElementWiseVertex|LayerVertex|MergeVertex|L2NormalizeVertex|PreprocessorVertex"
            + "|ReshapeVertex|ScaleVertex|ShiftVertex|SubsetVertex|FrozenVertex)"
            + "|preprocessor\\.(?:CnnToFeedForwardPreProcessor|FeedForwardToCnnPreProcessor"
            + "|CnnToRnnPreProcessor|RnnToFeedForwardPreProcessor|FeedForwardToRnnPreProcessor"
            + "|RnnToCnnPreProcessor|ComposableInputPreProcessor)"
            + "|inputs\\.InputType\\$InputType(?:Convolutional|ConvolutionalFlat|FeedForward|Recurrent)"
            + "|dropout\\.(?:Dropout|AlphaDropout|GaussianDropout|GaussianNoise|SpatialDropout)"
            + "|constraint\\.(?:MaxNorm|MinMaxNorm|NonNegative|UnitNorm)Constraint"
            + "|weightnoise\\.(?:DropConnect|WeightNoise)"
            + "|distribution\\.(?:Binomial|Constant|Gaussian|LogNormal|Normal|Orthogonal|TruncatedNormal|Uniform)Distribution"
            + "|stepfunctions\\.\\w+StepFunction)");

    private static final Pattern NUMERICS = Pattern.compile("org\\.deeplearning4j\\.nn\\.weights\\.WeightInit\\w+"
            + "|org\\.nd4j\\.linalg\\.activations\\.impl\\.Activation\\w+"
            + "|org\\.nd4j\\.linalg\\.lossfunctions\\.impl\\.Loss\\w+"
            + "|org\\.nd4j\\.linalg\\.learning\\.regularization\\.(?:L1Regularization|L2Regularization|WeightDecay)"
            + "|org\\.nd4j\\.linalg\\.learning\\.config\\.(?:AMSGrad|AdaBelief|AdaDelta|AdaGrad|AdaMax|Adam|Nadam|Nesterovs"
            + "|NoOp|RmsProp|Sgd)|org\\.nd4j\\.linalg\\.schedule\\.\\w+Schedule"
            + "|java\\.util\\.(?:ArrayList|LinkedHashMap|HashMap)");

    private TypeAllowList() {}

    /**
     * @return the configuration as plain values
     * @throws FileProblem if the text is no JSON or names a type that is not on the list
     */
    static Map<String, Object> check(ModelArchive archive) throws FileProblem {
        Object root;
        try {
            root = Json.parse(archive.configuration());
        } catch (IOException e) {
            throw FileProblem.causedBy(e, archive.file(), "model.configuration", new Phrase("part.model-no-json"));
        }
        if (!(root instanceof Map<?, ?>)) {
            throw new FileProblem(archive.file(), "model.configuration", new Phrase("part.model-no-object"));
        }
        Map<?, ?> members = (Map<?, ?>) root;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (!NAME_KEYS.contains(member.getKey())) {
                checkMember(archive, member);
            }
        }
        @SuppressWarnings("unchecked") // the parser makes only maps with string keys
        Map<String, Object> map = (Map<String, Object>) root;
        return map;
    }

    static boolean allows(String type) {
        return CONFIGURATION.matcher(type).matches() || NUMERICS.matcher(type).matches();
    }

    private static void checkMember(ModelArchive archive, Map.Entry<?, ?> member) throws FileProblem {
        Object value = member.getValue();
        boolean namesType = TYPE_KEYS.contains(member.getKey());
        if (namesType && !(value instanceof String type && allows(type))) {
            throw refused(archive, String.valueOf(value));
        }
        if (value != null && !member.getKey().equals(WEIGHT_NAMES)) {
            checkValue(archive, value);
        }
    }

    private static void checkValue(ModelArchive archive, Object value) throws FileProblem {
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> member : map.entrySet()) {
                checkMember(archive, member);
            }
        } else if (value instanceof List<?> list) {
            // ["type", …] is another way in which Jackson reads a type.
            if (!list.isEmpty() && list.get(0) instanceof String type && type.indexOf('.') >= 0 && !allows(type)) {
                throw refused(archive, type);
            }
            for (Object item : list) {
                if (item != null) {
                    checkValue(archive, item);
                }
            }
        }
    }

    private static FileProblem refused(ModelArchive archive, String type) {
        String shown = type.length() > LONGEST_IN_MESSAGE ? type.substring(0, LONGEST_IN_MESSAGE) + "…" : type;
        return new FileProblem(archive.file(), "model.type", shown);
    }
}
