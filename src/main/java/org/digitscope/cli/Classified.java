package org.digitscope.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.digitscope.network.Answer;
import org.digitscope.text.Texts;

/**
 * One result of {@code classify}.
 *
 * @param file as it was named
 * @param index which drawing of the file, from 0
 * @param label the truth, where the file has it
 */
record Classified(String file, int index, Optional<String> label, Answer answer) {

    /** With the keys in the order that the command line promises. */
    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file);
        json.put("index", index);
        label.ifPresent(text -> json.put("label", text));
        json.put("prediction", Integer.toString(answer.prediction()));
        json.put("confidence", Figures.rounded(answer.confidence()));
        json.put("digit", answer.isDigit());
        json.put("digitScore", Figures.rounded(answer.digitScore()));
        List<Double> probabilities = new ArrayList<>();
        for (float probability : answer.probabilities()) {
            probabilities.add(Figures.rounded(probability));
        }
        json.put("probabilities", probabilities);
        return json;
    }

    /** @param fileWidth characters that the file's name takes at least */
    String toText(Texts texts, int fileWidth) {
        String name = file + " ".repeat(Math.max(0, fileWidth - file.length()));
        String where = name + "  " + padded(Integer.toString(index), 5);
        int second = runnerUp();
        String reading = answer.isDigit()
                ? texts.get("classify.digit", answer.prediction(), share(answer.prediction()), second, share(second))
                : texts.get("classify.no-digit", answer.prediction(), share(answer.prediction()));
        return where + "  " + reading
                + label.map(text -> "  " + texts.get("classify.label", text)).orElse("");
    }

    private String share(int digit) {
        return padded(Figures.percent(answer.probabilities()[digit]), 8);
    }

    private int runnerUp() {
        int best = answer.prediction();
        int second = best == 0 ? 1 : 0;
        for (int digit = 0; digit < answer.probabilities().length; digit++) {
            if (digit != best && answer.probabilities()[digit] > answer.probabilities()[second]) {
                second = digit;
            }
        }
        return second;
    }

    private static String padded(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
