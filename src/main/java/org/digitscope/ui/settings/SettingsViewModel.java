package org.digitscope.ui.settings;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitscope.ui.session.Appearance;

/** How the window looks and speaks, and every way to change it. For the JavaFX thread. */
public final class SettingsViewModel {
    private static final double STEP = 0.25;

    private final ReadOnlyObjectWrapper<Appearance> appearance;
    private final ReadOnlyObjectWrapper<Optional<Appearance>> beforeReset =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private final DoubleProperty penWidth;
    private final double usualPenWidth;
    private double penWidthBeforeReset;

    /**
     * @param remembered from the last start
     * @param penWidth what a reset sets to {@code usualPenWidth}, in pad pixels
     */
    public SettingsViewModel(Appearance remembered, DoubleProperty penWidth, double usualPenWidth) {
        this.appearance = new ReadOnlyObjectWrapper<>(remembered);
        this.penWidth = penWidth;
        this.usualPenWidth = usualPenWidth;
    }

    /** Goes on where another is, so that its reset can still be undone. */
    public void goOnFrom(SettingsViewModel before) {
        appearance.set(before.appearance.get());
        beforeReset.set(before.beforeReset.get());
        penWidthBeforeReset = before.penWidthBeforeReset;
    }

    /** How the window shall look now. */
    public ReadOnlyObjectProperty<Appearance> appearanceProperty() {
        return appearance.getReadOnlyProperty();
    }

    /** What a reset took away; absent if there was none, or something was chosen since. */
    public ReadOnlyObjectProperty<Optional<Appearance>> beforeResetProperty() {
        return beforeReset.getReadOnlyProperty();
    }

    /** Changes the look; what a reset took away does not come back after that. */
    public void change(UnaryOperator<Appearance> change) {
        Appearance next = change.apply(appearance.get());
        if (!next.equals(appearance.get())) {
            beforeReset.set(Optional.empty());
            appearance.set(next);
        }
    }

    /** Type one step larger, up to {@link Appearance#LARGEST_SCALE}. */
    public void larger() {
        scaleBy(STEP);
    }

    /** Type one step smaller, down to {@link Appearance#SMALLEST_SCALE}. */
    public void smaller() {
        scaleBy(-STEP);
    }

    /** Type of the usual size. */
    public void usualSize() {
        change(look -> look.withTextScale(Appearance.SMALLEST_SCALE));
    }

    /** Everything as at the first start; {@link #undoReset} takes it back. */
    public void reset() {
        Appearance before = appearance.get();
        double pen = penWidth.get();
        change(look -> Appearance.initial());
        penWidth.set(usualPenWidth);
        if (!before.equals(appearance.get()) || pen != penWidth.get()) {
            penWidthBeforeReset = pen;
            beforeReset.set(Optional.of(before));
        }
    }

    /** Everything as it was before the reset, if nothing was chosen since. */
    public void undoReset() {
        beforeReset.get().ifPresent(before -> {
            beforeReset.set(Optional.empty());
            change(look -> before);
            penWidth.set(penWidthBeforeReset);
        });
    }

    private void scaleBy(double by) {
        change(look -> look.withTextScale(
                Math.max(Appearance.SMALLEST_SCALE, Math.min(Appearance.LARGEST_SCALE, look.textScale() + by))));
    }
}
