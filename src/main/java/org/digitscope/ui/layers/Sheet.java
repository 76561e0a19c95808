package org.digitscope.ui.layers;

import java.util.Optional;
import javafx.scene.layout.Region;
import org.digitscope.explain.UnitArithmetic;
import org.digitscope.explain.UnitPatch;
import org.digitscope.image.ColorScale;

/** Shows the arithmetic of one kind of layer; kept while the pen or the unit moves, so that nothing jumps. */
interface Sheet<T extends UnitArithmetic> {

    Region node();

    void show(Spot unit, T arithmetic);

    /** What of the maps before is being shown, to be outlined there. */
    default Optional<UnitPatch> patch() {
        return Optional.empty();
    }

    default void setColors(ColorScale colors) {}
}
