package org.digitscope.ui.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.digitscope.files.FileProblem;
import org.digitscope.ink.Drawing;
import org.digitscope.text.Texts;

/** Drawings that fool a network, to choose from: a click or Enter puts one on the pad, the arrow keys go from one to the next. */
public final class GalleryView extends VBox {
    private final GalleryViewModel model;
    private final Texts texts;
    private final Consumer<Drawing> put;
    private final FlowPane tiles = new FlowPane(10, 10);
    private final Label hint = new Label();

    /** @param put puts ink on the pad, as a step that can be undone */
    public GalleryView(GalleryViewModel model, Texts texts, Consumer<Drawing> put) {
        this.model = model;
        this.texts = texts;
        this.put = put;
        setId("gallery");
        getStyleClass().add("gallery");
        hint.setId("gallery-hint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(hint, tiles);
        model.exhibitsProperty().addListener(changed -> show());
        model.problemProperty().addListener(changed -> tell());
        tiles.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        tell();
    }

    /** Begins to read the drawings; the first of them, if there are any yet. */
    public Optional<Node> open() {
        model.open();
        return tiles.getChildren().stream().findFirst();
    }

    private void tell() {
        Optional<Throwable> problem = model.problemProperty().get();
        hint.setText(
                problem.isPresent()
                        ? texts.get("gallery.problem", FileProblem.told(problem.get(), texts.locale()))
                        : texts.get("gallery.hint"));
    }

    private void show() {
        List<Exhibit> exhibits = model.exhibitsProperty().get();
        if (tiles.getChildren().size() == exhibits.size()) {
            for (int i = 0; i < exhibits.size(); i++) {
                ((GalleryTile) tiles.getChildren().get(i)).show(exhibits.get(i));
            }
            return;
        }
        List<Node> next = new ArrayList<>();
        for (Exhibit exhibit : exhibits) {
            GalleryTile tile = new GalleryTile(next.size() + 1, exhibit, texts);
            tile.setOnAction(event -> put.accept(exhibit.ink()));
            next.add(tile);
        }
        tiles.getChildren().setAll(next);
        boolean waits = isFocusedBeside();
        next.stream().filter(tile -> waits).findFirst().ifPresent(Node::requestFocus);
    }

    /** True if the keyboard is where the panel has put it while there was nothing else. */
    private boolean isFocusedBeside() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        return owner != null && "close-panel".equals(owner.getId());
    }

    private void onKey(KeyEvent event) {
        if (!(event.getTarget() instanceof GalleryTile tile)) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            tile.fire();
            event.consume();
            return;
        }
        int step = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -inRow();
            case DOWN -> inRow();
            default -> 0;
        };
        int next = tiles.getChildren().indexOf(tile) + step;
        if (step != 0) {
            event.consume();
            if (next >= 0 && next < tiles.getChildren().size()) {
                tiles.getChildren().get(next).requestFocus();
            }
        }
    }

    /** How many tiles are side by side; by where they are laid out, for the bounds hold the ring around the focused one, too. */
    private int inRow() {
        List<Node> all = tiles.getChildren();
        double left = all.get(0).getLayoutX();
        int next = 1;
        while (next < all.size() && all.get(next).getLayoutX() > left) {
            next++;
        }
        return next;
    }
}
