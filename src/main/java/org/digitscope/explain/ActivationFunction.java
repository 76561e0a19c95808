package org.digitscope.explain;

import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function that a layer applies to each of its values alone, as Deeplearning4j computes it. Immutable.
 *
 * <p>A softmax is none of them: it mixes the values of a layer. Nor is {@code rrelu}, whose slope is drawn by chance.
 */
public final class ActivationFunction {
    private static final Pattern CALL = Pattern.compile("(\\w+)(?:\\((\\w+)=([^,()]+)\\))?");
    private static final double SELU_SCALE = 1.0507009873554805;
    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double GELU_SLOPE = 1.702;
    private static final double RATIONAL_HEIGHT = 1.7159;
    private static final double RATIONAL_BEND = 1.41645;

    private static final ActivationFunction IDENTITY = new ActivationFunction("identity", x -> x, x -> 1);

    private static final Map<String, ActivationFunction> PLAIN = Map.ofEntries(
            entry("identity", x -> x, x -> 1),
            entry("relu", x -> Math.max(0, x), x -> x > 0 ? 1 : 0),
            entry("relu6", x -> clamp(x, 0, 6), x -> x > 0 && x < 6 ? 1 : 0),
            entry("tanh", Math::tanh, x -> 1 - square(Math.tanh(x))),
            entry("rectifiedtanh", x -> Math.max(0, Math.tanh(x)), x -> x > 0 ? 1 - square(Math.tanh(x)) : 0),
            entry("hardtanh", x -> clamp(x, -1, 1), x -> Math.abs(x) < 1 ? 1 : 0),
            entry("rationaltanh", ActivationFunction::rationalTanh, ActivationFunction::rationalTanhSlope),
            entry("sigmoid", ActivationFunction::sigmoid, x -> sigmoid(x) * sigmoid(-x)),
            entry("hardsigmoid", x -> clamp(0.2 * x + 0.5, 0, 1), x -> Math.abs(x) < 2.5 ? 0.2 : 0),
            entry("softplus", ActivationFunction::softplus, ActivationFunction::sigmoid),
            entry("softsign", x -> x / (1 + Math.abs(x)), x -> 1 / square(1 + Math.abs(x))),
            entry(
                    "selu",
                    x -> SELU_SCALE * (x > 0 ? x : SELU_ALPHA * Math.expm1(x)),
                    x -> SELU_SCALE * (x > 0 ? 1 : SELU_ALPHA * Math.exp(x))),
            entry("cube", x -> x * x * x, x -> 3 * x * x),
            entry("swish", x -> x * sigmoid(x), x -> sigmoid(x) * (1 + x * sigmoid(-x))),
            entry(
                    "mish",
                    x -> x * Math.tanh(softplus(x)),
                    x -> Math.tanh(softplus(x)) + x * sigmoid(x) * (1 - square(Math.tanh(softplus(x))))));

    private final String name;
    private final DoubleUnaryOperator function;
    private final DoubleUnaryOperator derivative;

    private ActivationFunction(String name, DoubleUnaryOperator function, DoubleUnaryOperator derivative) {
        this.name = name;
        this.function = function;
        this.derivative = derivative;
    }

    /** Leaves each value as it is. */
    public static ActivationFunction identity() {
        return IDENTITY;
    }

    /**
     * The function that Deeplearning4j's {@code IActivation.toString()} calls so.
     *
     * @param name like {@code relu}, {@code leakyrelu(a=0.01)} or {@code elu(alpha=1.0)}
     * @return empty if it is none that works value by value, or unknown
     */
    public static Optional<ActivationFunction> named(String name) {
        Matcher call = CALL.matcher(name);
        if (!call.matches()) {
            return Optional.empty();
        }
        return call.group(3) == null
                ? Optional.ofNullable(PLAIN.get(name))
                : withParameter(name, call.group(1), call.group(2) + "=", call.group(3));
    }

    private static Optional<ActivationFunction> withParameter(
            String name, String function, String parameter, String text) {
        if (function.equals("gelu") && parameter.equals("precise=")) {
            return Optional.of(Boolean.parseBoolean(text) ? preciseGelu(name) : gelu(name));
        }
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return switch (function + " " + parameter) {
            case "leakyrelu a=" ->
                Optional.of(new ActivationFunction(name, x -> x < 0 ? value * x : x, x -> x < 0 ? value : 1));
            case "elu alpha=" ->
                Optional.of(new ActivationFunction(
                        name, x -> x < 0 ? value * Math.expm1(x) : x, x -> x < 0 ? value * Math.exp(x) : 1));
            case "thresholdedrelu theta=" ->
                Optional.of(new ActivationFunction(name, x -> x > value ? x : 0, x -> x > value ? 1 : 0));
            default -> Optional.empty();
        };
    }

    /** As {@link #named} takes it. */
    public String name() {
        return name;
    }

    public double apply(double x) {
        return function.applyAsDouble(x);
    }

    /** The slope at {@code x}; where a function has a kink, that of one side. */
    public double derivative(double x) {
        return derivative.applyAsDouble(x);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Map.Entry<String, ActivationFunction> entry(
            String name, DoubleUnaryOperator function, DoubleUnaryOperator derivative) {
        return Map.entry(name, new ActivationFunction(name, function, derivative));
    }

    /** Hendrycks, Gimpel, <i>Gaussian error linear units</i>, 2016, section 2: the sigmoid approximation. */
    private static ActivationFunction gelu(String name) {
        return new ActivationFunction(
                name,
                x -> x * sigmoid(GELU_SLOPE * x),
                x -> sigmoid(GELU_SLOPE * x) * (1 + GELU_SLOPE * x * sigmoid(-GELU_SLOPE * x)));
    }

    /** As Deeplearning4j 1.0.0-M2.1 does it: the cube is taken of 0.044715 · x, where the paper has it of x alone. */
    private static ActivationFunction preciseGelu(String name) {
        double root = Math.sqrt(2 / Math.PI);
        double cubic = 0.044715 * 0.044715 * 0.044715;
        DoubleUnaryOperator bend = x -> Math.tanh(root * (x + cubic * x * x * x));
        return new ActivationFunction(
                name,
                x -> 0.5 * x * (1 + bend.applyAsDouble(x)),
                x -> 0.5 * (1 + bend.applyAsDouble(x))
                        + 0.5 * x * (1 - square(bend.applyAsDouble(x))) * root * (1 + 3 * cubic * x * x));
    }

    private static double rationalTanh(double x) {
        return Math.signum(x) * RATIONAL_HEIGHT * (1 - 1 / rationalBase(Math.abs(2 * x / 3)));
    }

    private static double rationalTanhSlope(double x) {
        double y = Math.abs(2 * x / 3);
        double slope = 1 + 2 * y + 4 * RATIONAL_BEND * y * y * y;
        return RATIONAL_HEIGHT * 2 / 3 * slope / square(rationalBase(y));
    }

    private static double rationalBase(double y) {
        return 1 + y + y * y + RATIONAL_BEND * y * y * y * y;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double softplus(double x) {
        return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static double square(double x) {
        return x * x;
    }

    private static double clamp(double x, double low, double high) {
        return Math.max(low, Math.min(high, x));
    }
}
