package org.digitscope.ui.gallery;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.digitscope.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** A drawing with what the models read; pressed, it goes on the pad. */
final class GalleryTile extends Button {
    private final Texts texts;
    private final VBox content = new VBox(3);
    private final InkPicture picture;
    private final Label meant = new Label();

    GalleryTile(int number, Exhibit exhibit, Texts texts) {
        this.texts = texts;
        this.picture = new InkPicture(exhibit.ink());
        setId("exhibit-" + number);
        getStyleClass().add("gallery-tile");
        setGraphic(content);
        setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
        setTooltip(new Tooltip(texts.get("gallery.put")));
        meant.setText(texts.get("gallery.meant", exhibit.meant()));
        meant.getStyleClass().add("gallery-meant");
        show(exhibit);
    }

    void show(Exhibit exhibit) {
        List<Label> lines = new ArrayList<>();
        List<String> spoken = new ArrayList<>(List.of(meant.getText()));
        for (Exhibit.Reading reading : exhibit.readings()) {
            String digit = reading.answer().isDigit()
                    ? String.valueOf(reading.answer().prediction())
                    : texts.get("gallery.no-digit");
            Label line = new Label(texts.get("gallery.reading", digit, reading.model()));
            boolean isRight = reading.isRight(exhibit.meant());
            line.setGraphic(new FontIcon(isRight ? "mdi2c-check" : "mdi2c-close"));
            line.getStyleClass().add(isRight ? "gallery-right" : "gallery-wrong");
            lines.add(line);
            spoken.add(line.getText());
        }
        if (lines.isEmpty()) {
            Label waiting = new Label(texts.get("gallery.reading-now"));
            waiting.getStyleClass().add("caption");
            lines.add(waiting);
        }
        content.getChildren().setAll(picture, meant);
        content.getChildren().addAll(lines);
        setAccessibleText(String.join(", ", spoken));
    }
}
