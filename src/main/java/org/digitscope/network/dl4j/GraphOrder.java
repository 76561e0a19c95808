package org.digitscope.network.dl4j;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.digitscope.text.Phrase;

/** An order of a graph's vertices in which each comes after those that feed it; ties in the order of the file. */
final class GraphOrder {
    private GraphOrder() {}

    /** @throws Blueprint.Unfit if vertices feed each other in a circle or from nowhere */
    static List<String> of(ComputationGraphConfiguration configuration) throws Blueprint.Unfit {
        Set<String> done = new HashSet<>(configuration.getNetworkInputs());
        List<String> order = new ArrayList<>();
        Set<String> open =
                new java.util.LinkedHashSet<>(configuration.getVertices().keySet());
        while (!open.isEmpty()) {
            int before = order.size();
            for (String name : List.copyOf(open)) {
                List<String> inputs = configuration.getVertexInputs().get(name);
                if (inputs != null && done.containsAll(inputs)) {
                    order.add(name);
                    done.add(name);
                    open.remove(name);
                }
            }
            if (order.size() == before) {
                throw new Blueprint.Unfit("model.configuration", new Phrase("part.model-apart"));
            }
        }
        requireAllLeadTo(configuration.getNetworkOutputs().get(0), order, configuration);
        return order;
    }

    /** Then the output is the last of the order. */
    private static void requireAllLeadTo(String output, List<String> order, ComputationGraphConfiguration configuration)
            throws Blueprint.Unfit {
        Set<String> feeding = new HashSet<>();
        order.forEach(name -> feeding.addAll(configuration.getVertexInputs().get(name)));
        for (String name : order) {
            if (feeding.contains(name) == name.equals(output)) {
                throw new Blueprint.Unfit("model.configuration", new Phrase("part.model-order"));
            }
        }
        if (!order.contains(output)) {
            throw new Blueprint.Unfit("model.configuration", new Phrase("part.model-no-output"));
        }
    }

    /** @throws Blueprint.Unfit if there is no such vertex */
    static GraphVertex vertex(ComputationGraphConfiguration configuration, String name) throws Blueprint.Unfit {
        GraphVertex vertex = configuration.getVertices().get(name);
        if (vertex == null) {
            throw new Blueprint.Unfit("model.configuration", new Phrase("part.model-missing", name));
        }
        return vertex;
    }

    /** @throws Blueprint.Unfit if nothing is said of what feeds the vertex */
    static List<String> inputs(ComputationGraphConfiguration configuration, String name) throws Blueprint.Unfit {
        List<String> inputs = configuration.getVertexInputs().get(name);
        if (inputs == null) {
            throw new Blueprint.Unfit("model.configuration", new Phrase("part.model-no-input", name));
        }
        return inputs;
    }
}
