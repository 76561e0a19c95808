package org.digitscope.training;

import org.digitscope.json.JsonNode;
import org.digitscope.json.JsonProblem;

/**
 * How weights follow gradients.
 *
 * @param kind of the rule
 * @param momentum for SGD, 0 to 1 exclusive, in Nesterov's form; 0 for other rules
 * @param weightDecay share of each weight taken off per step, times the learning rate and apart from the gradient
 *     (Loshchilov, Hutter, <i>Decoupled weight decay regularization</i>, 2019); 0 for none, where {@code adamw} has 0.01
 *     unless told otherwise
 * @param l1 factor of the sum of magnitudes in the loss
 * @param l2 factor of half the sum of squares in the loss
 */
public record OptimizerPlan(Kind kind, double momentum, double weightDecay, double l1, double l2) {

    /** The rules that a plan may name. */
    public enum Kind {
        SGD,
        ADAM,
        RMSPROP
    }

    static OptimizerPlan parse(JsonNode json) throws JsonProblem {
        json.allowOnly("type", "momentum", "weightDecay", "l1", "l2");
        String type = json.get("type").asString();
        Kind kind = switch (type) {
            case "sgd" -> Kind.SGD;
            case "adam", "adamw" -> Kind.ADAM;
            case "rmsprop" -> Kind.RMSPROP;
            default -> throw json.get("type").problem("part.plan-optimizer");
        };
        var momentum = json.find("momentum");
        if (momentum.isPresent() && kind != Kind.SGD) {
            throw momentum.get().problem("part.plan-momentum");
        }
        double weightDecay = TrainingPlan.number(json, "weightDecay", type.equals("adamw") ? 0.01 : 0, 0, 1);
        double l2 = TrainingPlan.number(json, "l2", 0, 0, 1);
        if (l2 > 0 && weightDecay > 0) {
            throw json.get("l2").problem("part.plan-two-decays");
        }
        return new OptimizerPlan(
                kind,
                TrainingPlan.number(json, "momentum", kind == Kind.SGD ? 0.9 : 0, 0, 0.9999),
                weightDecay,
                TrainingPlan.number(json, "l1", 0, 0, 1),
                l2);
    }
}
