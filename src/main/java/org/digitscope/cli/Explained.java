package org.digitscope.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.digitscope.explain.Question;
import org.digitscope.explain.Relevance;
import org.digitscope.image.DigitImage;
import org.digitscope.network.Readout;
import org.digitscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * One result of {@code explain}.
 *
 * @param model its name
 * @param layer the name of the convolution that was looked at, for Grad-CAM
 * @param prediction the digit that the model reads
 * @param logits of all outputs, ten or eleven
 */
@SuppressWarnings("ArrayRecordComponent") // written once; nobody compares results
record Explained(
        DigitInput input, String model, Optional<String> layer, int prediction, float[] logits, Relevance relevance) {

    /** What the eleventh output is called. */
    static final String NO_DIGIT = "no-digit";

    /** A class as the command line calls it. */
    static String name(int index) {
        return index == Readout.NO_DIGIT ? NO_DIGIT : Integer.toString(index);
    }

    /** With the keys in the order that the command line promises. */
    Map<String, @Nullable Object> toJson() {
        return json(true);
    }

    /**
     * Everything but the pixels, and where they are.
     *
     * @param out the file that was written, as it was given
     */
    Map<String, @Nullable Object> summary(String out) {
        Map<String, @Nullable Object> json = json(false);
        json.put("out", out);
        return json;
    }

    /** @param out the file that was written, as it was given */
    String toText(Texts texts, String out) {
        Question question = relevance.question();
        String why = question.against().isPresent()
                ? texts.get(
                        "explain.why-not",
                        name(question.digit()),
                        name(question.against().getAsInt()))
                : texts.get("explain.why", name(question.digit()));
        String method = question.method().key();
        return texts.get("explain.written", out, why, method, input.name(), input.index(), prediction, model);
    }

    /** The logit, or how far it lies above the other. */
    private double explained() {
        Question question = relevance.question();
        double logit = logits[question.digit()];
        return question.against().isPresent()
                ? logit - logits[question.against().getAsInt()]
                : logit;
    }

    private Map<String, @Nullable Object> json(boolean withPixels) {
        Question question = relevance.question();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", input.name());
        json.put("index", input.index());
        json.put("model", model);
        json.put("method", question.method().key());
        json.put("class", name(question.digit()));
        question.against().ifPresent(other -> json.put("against", name(other)));
        layer.ifPresent(name -> json.put("layer", name));
        json.put("prediction", Integer.toString(prediction));
        json.put("logits", JsonFloats.list(logits));
        json.put("explained", JsonFloats.of(explained()));
        if (withPixels) {
            json.put("pixels", JsonFloats.rows(relevance.pixels(), DigitImage.SIZE));
        }
        relevance.strokes().ifPresent(strokes -> json.put("strokes", JsonFloats.list(strokes)));
        json.put("sum", JsonFloats.of(sum()));
        return json;
    }

    private double sum() {
        double sum = 0;
        for (float pixel : relevance.pixels()) {
            sum += pixel;
        }
        return sum;
    }
}
