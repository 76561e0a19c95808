package org.digitscope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javax.xml.parsers.DocumentBuilderFactory;
import org.digitscope.ui.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Small scenes, and what is drawn of them. */
final class SceneSvgTest {
    @BeforeAll
    static void start() {
        Fx.start();
    }

    @Test
    void groundsHaveTheirInsetsCornersAndColours() {
        Pane pane = pane(100, 40);
        pane.setBackground(new Background(
                new BackgroundFill(Color.web("#102030"), CornerRadii.EMPTY, Insets.EMPTY),
                new BackgroundFill(Color.rgb(255, 0, 0, 0.5), new CornerRadii(4), new Insets(1, 2, 3, 4)),
                new BackgroundFill(Color.TRANSPARENT, CornerRadii.EMPTY, Insets.EMPTY)));

        assertThat(drawn(pane)).isEqualTo("""
                        <svg xmlns="http://www.w3.org/2000/svg" width="100" height="40" viewBox="0 0 100 40">
                        <g>
                        <rect x="0" y="0" width="100" height="40" fill="#102030"/>
                        <rect x="4" y="1" width="94" height="36" rx="4" fill="#ff0000" fill-opacity="0.5"/>
                        </g>
                        </svg>
                        """);
    }

    @Test
    void cornersMayDiffer() {
        Pane pane = pane(20, 10);
        pane.setBackground(
                new Background(new BackgroundFill(Color.BLACK, new CornerRadii(2, 0, 0, 3, false), Insets.EMPTY)));

        assertThat(drawn(pane)).contains("<path d=\"M2 0L20 0L20 10L3 10A3 3 0 0 1 0 7L0 2A2 2 0 0 1 2 0Z\"");
    }

    @Test
    void anEvenEdgeIsARimAndAnUnevenOneItsLines() {
        Pane even = pane(20, 10);
        even.setBorder(new Border(
                new BorderStroke(Color.BLUE, BorderStrokeStyle.SOLID, CornerRadii.EMPTY, new BorderWidths(2))));
        Pane below = pane(20, 10);
        below.setBorder(new Border(new BorderStroke(
                Color.BLUE, BorderStrokeStyle.SOLID, CornerRadii.EMPTY, new BorderWidths(0, 0, 2, 0))));

        assertThat(drawn(even))
                .contains("<rect x=\"1\" y=\"1\" width=\"18\" height=\"8\" fill=\"none\" stroke=\"#0000ff\""
                        + " stroke-width=\"2\"/>");
        assertThat(drawn(below)).contains("<path d=\"M0 9L20 9\" stroke=\"#0000ff\" stroke-width=\"2\"/>");
        assertThat(drawn(below).split("<path", -1)).hasSize(2);
    }

    @Test
    void whatIsMovedFadedAndCutOffIsAGroup() {
        Pane child = pane(50, 50);
        child.relocate(10, 20);
        child.setOpacity(0.25);
        child.setClip(new Rectangle(5, 6, 7, 8));
        Pane hidden = pane(5, 5);
        hidden.setVisible(false);
        hidden.setStyle("-fx-background-color: red");

        String svg = drawn(pane(100, 100, child, hidden));

        assertThat(svg)
                .contains("<clipPath id=\"n1\"><rect x=\"5\" y=\"6\" width=\"7\" height=\"8\"/>")
                .contains("<g transform=\"matrix(1 0 0 1 10 20)\" opacity=\"0.25\" clip-path=\"url(#n1)\">")
                .doesNotContain("#ff0000");
    }

    @Test
    void aLineOfWordsIsTextAndSeveralAreOutlines() {
        Text line = new Text(3, 20, "3 < 4  &");
        line.setFont(Font.font(13));
        Text lines = new Text(3, 40, "one\ntwo");

        String svg = drawn(pane(100, 100, line, lines));

        assertThat(svg).contains("xml:space=\"preserve\" x=\"3\" y=\"20\"", ">3 &lt; 4  &amp;</text>");
        assertThat(svg).doesNotContain("one").contains("<path d=\"M");
    }

    @Test
    void whatIsFocusedIsPaintedLastWhereItSaysSo() {
        Pane raised = pane(10, 10);
        raised.setBackground(Background.fill(Color.RED));
        raised.setViewOrder(-1);
        Pane other = pane(10, 10);
        other.setBackground(Background.fill(Color.LIME));

        String svg = drawn(pane(20, 20, raised, other));

        assertThat(svg.indexOf("#ff0000")).isGreaterThan(svg.indexOf("#00ff00"));
    }

    @Test
    void canvasesArePictures() {
        Canvas canvas = new Canvas(30, 20);
        canvas.getGraphicsContext2D().fillRect(0, 0, 30, 20);
        canvas.relocate(4, 5);

        assertThat(drawn(pane(100, 100, canvas)))
                .contains("<image x=\"4\" y=\"5\" width=\"30\" height=\"20\"", "href=\"data:image/png;base64,iVBOR");
    }

    @Test
    void namesOfFilesCannotSpoilTheFile() throws Exception {
        Text name = new Text(0, 20, "a\b\u0000\"<b>\uFFFE");

        byte[] svg = drawn(pane(100, 100, name)).getBytes(StandardCharsets.UTF_8);

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg))
                        .getElementsByTagName("text")
                        .item(0)
                        .getTextContent())
                .isEqualTo("a\"<b>");
    }

    private static Pane pane(double width, double height, Node... children) {
        Pane pane = new Pane(children);
        pane.resize(width, height);
        return pane;
    }

    private static String drawn(Pane pane) {
        return Fx.get(() -> SceneSvg.of(pane).write()).replace(System.lineSeparator(), "\n");
    }
}
