package org.digitscope.ui;

import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

/**
 * Files that are dragged from another program and let go over a node. A headless screen knows no drag from outside, so
 * the events that a real one brings are made here, with a board of their own.
 */
final class Drop {
    private Drop() {}

    /** Drops files; true if the window took them. */
    static boolean files(Node target, Path... files) {
        return Fx.get(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(files).stream().map(Path::toFile).toList());
            return drop(target, content);
        });
    }

    /** Drops a text, which the window has no use for. */
    static boolean text(Node target, String text) {
        return Fx.get(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            return drop(target, content);
        });
    }

    private static boolean drop(Node target, ClipboardContent content) throws ReflectiveOperationException {
        Dragboard board = board();
        board.setContent(content);
        DragEvent over = event(DragEvent.DRAG_OVER, board, target);
        Event.fireEvent(target, over);
        if (!over.isAccepted()) {
            return false;
        }
        DragEvent dropped = event(DragEvent.DRAG_DROPPED, board, target);
        Event.fireEvent(target, dropped);
        return dropped.isDropCompleted();
    }

    private static Dragboard board() throws ReflectiveOperationException {
        TKClipboard local = Toolkit.getToolkit().createLocalClipboard();
        TKClipboard peer = (TKClipboard) Proxy.newProxyInstance(
                Drop.class.getClassLoader(), new Class<?>[] {TKClipboard.class}, (proxy, method, arguments) -> {
                    boolean asksForModes = method.getName().equals("getTransferModes");
                    return asksForModes ? EnumSet.of(TransferMode.COPY) : method.invoke(local, arguments);
                });
        Constructor<Dragboard> constructor = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
        constructor.setAccessible(true);
        return constructor.newInstance(peer);
    }

    private static DragEvent event(EventType<DragEvent> type, Dragboard board, Node target) {
        return new DragEvent(
                target, target, type, board, 5, 5, 5, 5, TransferMode.COPY, null, target, new PickResult(target, 5, 5));
    }
}
