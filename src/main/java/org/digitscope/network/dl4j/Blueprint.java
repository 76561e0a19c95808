package org.digitscope.network.dl4j;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InvalidInputTypeException;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.digitscope.files.FileProblem;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.Readout;
import org.digitscope.text.Phrase;

/**
 * What a configuration says of a network before any memory is taken for it.
 *
 * @param form how it wants the image
 * @param layers in an order in which each comes after those that feed it
 * @param names of the layers in the configuration, in the same order
 */
record Blueprint(InputForm form, List<LayerDescription> layers, List<String> names) {
    /** Per image; the bundled networks have fewer than 100,000. */
    static final long MAX_ACTIVATIONS = 50_000_000;

    /** 64 million weights are 256 MB. */
    private static final long MAX_PARAMETERS = 64_000_000;

    /** Why a configuration is not accepted: a key of the bundle {@code problems} and its arguments. */
    static final class Unfit extends Exception {
        private final String key;
        private final transient Object[] arguments;

        Unfit(String key, Object... arguments) {
            super(key);
            this.key = key;
            this.arguments = arguments.clone();
        }

        FileProblem problemWith(Path file) {
            return FileProblem.causedBy(this, file, key, arguments);
        }
    }

    static Blueprint of(MultiLayerConfiguration configuration) throws Unfit {
        InputForm form = InputForms.of(configuration);
        List<LayerDescription> layers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        InputType type = form.type();
        for (int i = 0; i < configuration.getConfs().size(); i++) {
            Layer layer = configuration.getConf(i).getLayer();
            InputPreProcessor adapter = configuration.getInputPreProcess(i);
            InputType input = adapter == null ? type : adapter.getOutputType(type);
            requireFit(layer, input);
            // A loss layer does not say its size.
            type = layer instanceof LossLayer ? input : layer.getOutputType(i, input);
            String name = layer.getLayerName() == null ? Integer.toString(i) : layer.getLayerName();
            long parameters = layer.initializer().numParams(configuration.getConf(i));
            layers.add(LayerDescription.of(name, layer, input, type, parameters, List.of(i - 1)));
            names.add(name);
        }
        return new Blueprint(form, layers, names).checked();
    }

    static Blueprint of(ComputationGraphConfiguration configuration) throws Unfit {
        if (configuration.getNetworkInputs().size() != 1) {
            throw new Unfit("model.input");
        }
        if (configuration.getNetworkOutputs().size() != 1) {
            throw new Unfit("model.output");
        }
        String image = configuration.getNetworkInputs().get(0);
        List<String> order = GraphOrder.of(configuration);
        InputForm form = InputForms.of(configuration, order);
        Map<String, InputType> types = new HashMap<>();
        types.put(image, form.type());
        Map<String, Integer> indices = new HashMap<>();
        indices.put(image, LayerInfo.IMAGE);
        List<LayerDescription> layers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String name : order) {
            GraphVertex vertex = GraphOrder.vertex(configuration, name);
            List<String> feeds = GraphOrder.inputs(configuration, name);
            List<Integer> inputs = feeds.stream().map(indices::get).toList();
            InputType output = outputType(vertex, feeds.stream().map(types::get).toArray(InputType[]::new));
            types.put(name, output);
            if (vertex instanceof LayerVertex layerVertex) {
                Layer layer = layerVertex.getLayerConf().getLayer();
                InputType before = Objects.requireNonNull(types.get(feeds.get(0)), "each comes after what feeds it");
                InputPreProcessor adapter = layerVertex.getPreProcessor();
                InputType input = adapter == null ? before : adapter.getOutputType(before);
                requireFit(layer, input);
                output = layer instanceof LossLayer ? input : output;
                types.put(name, output);
                layers.add(LayerDescription.of(name, layer, input, output, vertex.numParams(true), inputs));
            } else {
                layers.add(LayerDescription.of(name, vertex, output, vertex.numParams(true), inputs));
            }
            indices.put(name, names.size());
            names.add(name);
        }
        return new Blueprint(form, layers, names).checked();
    }

    long parameterCount() {
        return layers.stream().mapToLong(layer -> layer.info().parameterCount()).sum();
    }

    List<LayerInfo> infos() {
        return layers.stream().map(LayerDescription::info).toList();
    }

    private Blueprint checked() throws Unfit {
        long activations =
                layers.stream().mapToLong(layer -> layer.info().output().size()).sum();
        if (activations > MAX_ACTIVATIONS || parameterCount() > MAX_PARAMETERS) {
            throw new Unfit("model.huge");
        }
        LayerInfo last = layers.get(layers.size() - 1).info();
        int outputs = last.output().size();
        if (outputs != Readout.DIGITS && outputs != Readout.DIGITS + 1) {
            throw new Unfit("model.output");
        }
        return this;
    }

    /** Deeplearning4j's own computation of all types leaves out the adapters that a file brings. */
    private static InputType outputType(GraphVertex vertex, InputType[] inputs) throws Unfit {
        try {
            return vertex.getOutputType(0, inputs);
        } catch (InvalidInputTypeException e) {
            throw new Unfit("model.shape", String.valueOf(e.getMessage()));
        }
    }

    private static void requireFit(Layer layer, InputType input) throws Unfit {
        if (!(layer instanceof FeedForwardLayer fed) || fed.getNIn() <= 0) {
            return;
        }
        long given = input instanceof InputType.InputTypeConvolutional maps
                ? maps.getChannels()
                : input instanceof InputType.InputTypeRecurrent series
                        ? series.getSize()
                        : input.arrayElementsPerExample();
        if (given != fed.getNIn()) {
            String name = layer.getLayerName() == null ? layer.getClass().getSimpleName() : layer.getLayerName();
            throw new Unfit("model.shape", new Phrase("part.model-inputs", name, fed.getNIn(), given));
        }
    }
}
