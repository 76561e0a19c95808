package org.digitscope.ui.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.function.UnaryOperator;
import javafx.application.Application;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.digitscope.ui.common.CanvasColors;

/** The light and the dark look, for the whole program. */
final class Themes {
    private Themes() {}

    static void apply(boolean dark) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    /**
     * Styles a window and its popups. Where no window can be seen through, as on a remote screen, what should lie in a
     * popup's shadow would be a white frame around it.
     */
    static void style(Scene scene, UnaryOperator<String> resources) {
        scene.getStylesheets().add(resources.apply("styles/digitscope.css"));
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            scene.getStylesheets().add(resources.apply("styles/opaque-popups.css"));
        }
    }

    /** Gives a window the theme's ground, which is seen before anything is painted and while it grows. */
    static void ground(Scene scene, boolean dark) {
        scene.setFill(CanvasColors.ground(dark));
    }
}
