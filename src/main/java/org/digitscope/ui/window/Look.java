package org.digitscope.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.digitscope.ui.common.LookClasses;
import org.digitscope.ui.common.Typeface;
import org.digitscope.ui.session.Appearance;

/** Puts an {@link Appearance} on the window: theme, style classes, size of type. */
final class Look {
    private static final double SMALLEST_TYPE = 13;
    private static final double LARGE_TYPE = 17;
    private static final double HUGE_TYPE = 22;
    private static final double LARGEST_TYPE = 26;
    private static final double LINES = 66;
    /** That many lines hold the answer with all ten bars and the row below. */
    private static final double LINES_OF_AN_ANSWER = 44;

    /** The bar takes that many times the size of type with the names of its buttons. */
    private static final double WIDTH_OF_NAMES = 62;

    private static final double PRESENTING = 1.25;

    private final Notices notices;
    private Region root;
    private Locale locale;
    private Appearance appearance = Appearance.initial();
    private boolean presenting;

    /** @param notices around what is dressed */
    Look(Notices notices) {
        this.notices = notices;
        this.root = notices;
        this.locale = Locale.ENGLISH;
    }

    /** From now on this is dressed; {@link #apply} does it. */
    void dress(Region content, Locale language) {
        this.root = content;
        this.locale = language;
    }

    /** @param isPresenting whether the back row must read it */
    void apply(Appearance look, boolean isPresenting) {
        boolean otherTheme = look.dark() != appearance.dark()
                || root.getStyleClass().stream().noneMatch(LookClasses.ALL::contains);
        appearance = look;
        presenting = isPresenting;
        notices.setReducedMotion(look.reducedMotion());
        if (otherTheme) {
            Themes.apply(look.dark());
            Themes.ground(notices.getScene(), look.dark());
        }
        scaleType();
    }

    /** Type grows with the window, so that a projector is read from the back row, and with what people ask for. */
    void scaleType() {
        Scene scene = notices.getScene();
        double height = scene == null ? 0 : scene.getHeight();
        double width = scene == null ? 0 : scene.getWidth();
        double usual = Math.round(Math.max(SMALLEST_TYPE, Math.min(LARGEST_TYPE, height / LINES)));
        double size = presenting
                ? Math.min(
                        Math.round(usual * Math.max(PRESENTING, appearance.textScale())),
                        Math.floor(height / LINES_OF_AN_ANSWER))
                : Math.round(usual * appearance.textScale());
        notices.setStyle("-fx-font-size: " + size + "px; " + Typeface.style(locale));
        List<String> classes = new ArrayList<>();
        classes.add(appearance.dark() ? "dark" : "light");
        if (appearance.highContrast() || presenting) {
            classes.add("high-contrast");
        }
        // Icons do not follow the size of type by themselves.
        if (size >= LARGE_TYPE) {
            classes.add(size >= HUGE_TYPE ? "huge-type" : "large-type");
        }
        if (width < WIDTH_OF_NAMES * size) {
            classes.add("short-bar");
        }
        // The messages are no children of the root, but look like it.
        LookClasses.set(root, classes);
        LookClasses.set(notices, classes);
    }
}
