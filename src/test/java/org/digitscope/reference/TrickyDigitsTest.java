package org.digitscope.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.data.TrickyDigits;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.InkRecord;
import org.digitscope.network.Answer;
import org.digitscope.network.dl4j.Dl4jModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gallery holds what it promises of the bundled models. */
final class TrickyDigitsTest {
    private static final double CLEARLY = 0.8;

    @Test
    void eachDrawingFoolsClassicAloneOrBothModels(@TempDir Path own) throws IOException {
        List<InkRecord> inks = TrickyDigits.read();
        List<Answer> classic = answers("classic", inks, own);
        List<Answer> pad = answers("pad", inks, own);
        int classicAlone = 0;
        int both = 0;
        List<String> noLonger = new ArrayList<>();
        for (int i = 0; i < inks.size(); i++) {
            int meant = Integer.parseInt(inks.get(i).label().orElseThrow());
            boolean classicIsWrong = classic.get(i).prediction() != meant;
            boolean padIsWrong = pad.get(i).prediction() != meant;
            boolean padIsClearlyRight =
                    !padIsWrong && pad.get(i).isDigit() && pad.get(i).confidence() > CLEARLY;
            if (classicIsWrong && padIsClearlyRight) {
                classicAlone++;
            } else if (classicIsWrong && padIsWrong) {
                both++;
            } else {
                noLonger.add("drawing " + (i + 1) + " of gallery.ndjson, a " + meant + ": classic reads "
                        + describe(classic.get(i)) + ", pad " + describe(pad.get(i)));
            }
        }
        assertThat(noLonger)
                .as("drawings that no longer fool classic alone (pad right with p > 0.8) or both: choose others")
                .isEmpty();
        assertThat(classicAlone).isGreaterThanOrEqualTo(12);
        assertThat(both).isGreaterThanOrEqualTo(4);
    }

    private static List<Answer> answers(String name, List<InkRecord> inks, Path own) throws IOException {
        LoadedModel model = new ModelCatalog(new Dl4jModels(), own).load(name);
        try {
            InkRasterizer rasterizer = new InkRasterizer();
            return inks.stream()
                    .map(ink -> model.network()
                            .run(rasterizer.rasterize(ink.drawing()).image())
                            .answer())
                    .toList();
        } finally {
            model.network().close();
        }
    }

    private static String describe(Answer answer) {
        return answer.prediction() + " (p " + answer.confidence() + (answer.isDigit() ? ")" : ", no digit)");
    }
}
