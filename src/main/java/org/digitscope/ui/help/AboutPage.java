package org.digitscope.ui.help;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;

/** Version, models, licences, and what to send when something goes wrong. */
final class AboutPage extends VBox {
    private static final int LICENCE_ROWS = 18;

    private final Texts texts;
    private final Label madeOf = line("about-runtimes");
    private final Label models = line("about-models");
    private final TextArea licences = new TextArea();
    private final Button copy;

    AboutPage(Texts texts, Runnable copyDiagnostics) {
        this.texts = texts;
        setId("about-page");
        getStyleClass().add("help-page");
        Label version = line("about-version");
        version.setText(texts.get("about.version", About.version()));
        version.getStyleClass().add("help-head");
        madeOf.getStyleClass().add("caption");
        Label licence = line("about-licence");
        licence.setText(texts.get("about.licence"));
        copy = Controls.name(new Button(texts.get("copy-diagnostics")), texts, "copy-diagnostics");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> copyDiagnostics.run());
        Label what = line("about-diagnostics");
        what.setText(texts.get("about.diagnostics"));
        what.getStyleClass().add("caption");
        Label parts = line("about-parts");
        parts.setText(texts.get("about.parts"));
        parts.getStyleClass().add("help-head");
        licences.setEditable(false);
        licences.setWrapText(true);
        licences.setPrefRowCount(LICENCE_ROWS);
        licences.setId("licences");
        licences.setAccessibleText(texts.get("licences.name"));
        getChildren().addAll(version, madeOf, models, licence, copy, what, parts, licences);
    }

    void show(String runtimes, List<String> modelLines, String licenceText) {
        madeOf.setText(runtimes);
        models.setText(texts.get("about.models") + "\n" + String.join("\n", modelLines));
        licences.setText(licenceText);
    }

    private static Label line(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
