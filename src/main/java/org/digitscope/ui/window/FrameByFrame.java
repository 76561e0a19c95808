package org.digitscope.ui.window;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Work that may come after what is on the screen first, and must not keep that from being painted. */
final class FrameByFrame {
    private final Scene scene;
    private final Iterator<Runnable> parts;
    private final Executor fxThread;
    private final Runnable afterLayout = this::onFrame;
    private boolean begun;

    private FrameByFrame(Scene scene, Iterator<Runnable> parts, Executor fxThread) {
        this.scene = scene;
        this.parts = parts;
        this.fxThread = fxThread;
    }

    /** Does one part after each frame, from the second one from now on. For the JavaFX thread. */
    static void run(Scene scene, List<Runnable> parts, Executor fxThread) {
        FrameByFrame work = new FrameByFrame(scene, List.copyOf(parts).iterator(), fxThread);
        scene.addPostLayoutPulseListener(work.afterLayout);
        Platform.requestNextPulse();
    }

    /** The frame goes to the thread that paints when this has returned; the first one has it to itself. */
    private void onFrame() {
        if (begun && !parts.hasNext()) {
            scene.removePostLayoutPulseListener(afterLayout);
            return;
        }
        Runnable part = begun ? parts.next() : () -> {};
        begun = true;
        fxThread.execute(() -> {
            part.run();
            Platform.requestNextPulse();
        });
    }
}
