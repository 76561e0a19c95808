package org.digitscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    @TempDir
    private Path folder;

    @Test
    void showsEachMistakeAsItWasSeen() throws IOException {
        String page = HtmlReport.of(evaluation("model"), Optional.empty(), Locale.ENGLISH);

        assertThat(page).contains("Read as 4 (91.00 %), is 7 (1.00 %).", "Sample 1, writer &lt;me&gt;.");
        Matcher picture = Pattern.compile("data:image/png;base64,([^\"]+)").matcher(page);
        assertThat(picture.find()).isTrue();
        byte[] png = Base64.getDecoder().decode(picture.group(1));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(28);
        assertThat(image.getRaster().getSample(0, 0, 0)).isEqualTo(255 - 4);
        assertThat(image.getRaster().getSample(5, 5, 0)).isEqualTo(255);
        assertThat(picture.find()).isFalse();
    }

    @Test
    void showsWhatWasTakenForADigit() throws IOException {
        EvaluatorTest.Samples samples = new EvaluatorTest.Samples(
                List.of(EvaluatorTest.sample(3, "3", "me"), EvaluatorTest.sample(4, "a <bird>", "me")));
        Evaluation evaluation =
                Evaluator.evaluate("model", new EvaluatorTest.Reader(0), samples, done -> {}, () -> false);

        String page = HtmlReport.of(evaluation, Optional.empty(), Locale.ENGLISH);

        assertThat(page)
                .contains("Taken for digits", "a &lt;bird&gt;, read as 4; digit score ", "Sample 1, writer me.");
        assertThat(evaluation.auroc()).as("both have the same score").isEqualTo(0.5);
        assertThat(evaluation.toJson()).containsKey("auroc");
    }

    @Test
    void isWrittenInChineseToo() throws IOException {
        String page = HtmlReport.of(evaluation("model"), Optional.empty(), Locale.SIMPLIFIED_CHINESE);

        assertThat(page)
                .contains("lang=\"zh-CN\"")
                .containsPattern("\\p{IsHan}")
                .doesNotContain("Accuracy", "Read as");
    }

    @Test
    void escapesWhatComesFromFiles() throws IOException {
        String page = HtmlReport.of(evaluation("<script>alert('x')</script>"), Optional.empty(), Locale.ENGLISH);

        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(&#39;x&#39;)");
    }

    @Test
    void isWellFormed() throws Exception {
        Comparison comparison = new Comparison(evaluation("a & b"), evaluation("c"), 1, 2, 3, 4);
        Path file = folder.resolve("report.html");
        HtmlReport.write(file, evaluation("a & b"), Optional.of(comparison), Locale.ENGLISH);

        // Void elements and the doctype apart, the page is XML.
        String xml = Files.readString(file)
                .replaceAll("<(meta|img)([^>]*)>", "<$1$2/>")
                .replace("<!DOCTYPE html>", "");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(xml).contains("Compared with c", "Both wrong");
        // Both models stand side by side, each with its own diagram.
        assertThat(xml.split("<svg", -1)).hasSize(3);
        assertThat(xml.split("95 % interval", -1)).hasSize(3);
    }

    private static Evaluation evaluation(String model) throws IOException {
        EvaluatorTest.Samples samples = new EvaluatorTest.Samples(
                List.of(EvaluatorTest.sample(3, "3", "<me>"), EvaluatorTest.sample(4, "7", "<me>")));
        return Evaluator.evaluate(model, new EvaluatorTest.Reader(0), samples, done -> {}, () -> false);
    }
}
