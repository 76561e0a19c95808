package org.digitscope.ui.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import org.digitscope.ui.common.CanvasColors;

/** The light and the dark look, for the whole program. */
final class Themes {
    private Themes() {}

    static void apply(boolean dark) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    /** Gives a window the theme's ground, which is seen before anything is painted and while it grows. */
    static void ground(Scene scene, boolean dark) {
        scene.setFill(CanvasColors.ground(dark));
    }
}
