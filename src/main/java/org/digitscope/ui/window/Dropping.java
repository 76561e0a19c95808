package org.digitscope.ui.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.digitscope.image.Picture;
import org.digitscope.ui.session.FxPictures;

/** Files and pictures that are dropped on the window or pasted into it. */
final class Dropping {
    private final Consumer<Path> openFile;
    private final Consumer<Picture> showPicture;
    private final Consumer<Path> oneOfMany;
    private final Consumer<String> tell;

    /**
     * @param oneOfMany told the file that is opened where there are several
     * @param tell shows the text behind a key to the person
     */
    Dropping(Consumer<Path> openFile, Consumer<Picture> showPicture, Consumer<Path> oneOfMany, Consumer<String> tell) {
        this.openFile = openFile;
        this.showPicture = showPicture;
        this.oneOfMany = oneOfMany;
        this.tell = tell;
    }

    void install(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (accepts(event.getDragboard())) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            event.setDropCompleted(take(event.getDragboard()));
            event.consume();
        });
    }

    void paste() {
        if (!take(Clipboard.getSystemClipboard())) {
            tell.accept("paste.nothing");
        }
    }

    private static boolean accepts(Dragboard board) {
        return board.hasFiles() || board.hasImage();
    }

    private boolean take(Clipboard board) {
        List<File> files = board.getFiles();
        if (files != null && !files.isEmpty()) {
            Path first = files.get(0).toPath();
            openFile.accept(first);
            if (files.size() > 1) {
                oneOfMany.accept(first);
            }
            return true;
        }
        Image image = board.getImage();
        if (image == null || image.getPixelReader() == null) {
            return false;
        }
        if (image.getWidth() * image.getHeight() <= Picture.MAX_PIXELS) {
            showPicture.accept(FxPictures.toPicture(image));
        } else {
            tell.accept("paste.large");
        }
        return true;
    }
}
