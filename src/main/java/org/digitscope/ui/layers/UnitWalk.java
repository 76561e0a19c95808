package org.digitscope.ui.layers;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Duration;
import org.digitscope.network.MapShape;

/** Pins the values of the opened map one after the other, slowly enough to be watched. Ends with the last one. */
final class UnitWalk {
    private static final Duration STEP = Duration.millis(400);

    private final LayersViewModel model;
    private final BooleanSupplier watched;
    private final Timeline timeline = new Timeline(new KeyFrame(STEP, event -> step()));
    private final BooleanProperty walking = new SimpleBooleanProperty();

    /** @param watched whether somebody can see it; otherwise it pauses */
    UnitWalk(LayersViewModel model, BooleanSupplier watched) {
        this.model = model;
        this.watched = watched;
        timeline.setCycleCount(Animation.INDEFINITE);
        walking.addListener((property, before, on) -> {
            if (on) {
                start();
            } else {
                timeline.stop();
            }
        });
        model.openedProperty().addListener(changed -> walking.set(false));
        model.pinnedProperty().addListener((property, before, unit) -> {
            if (unit.isEmpty()) {
                walking.set(false);
            }
        });
    }

    /** Starts and pauses the walk, and tells which. */
    BooleanProperty walkingProperty() {
        return walking;
    }

    private void start() {
        Optional<Spot> map = model.openedProperty().get();
        if (map.isEmpty()) {
            walking.set(false);
            return;
        }
        Spot first = map.get().first();
        Spot last = first.last(model.shape(first));
        Spot from =
                model.pinnedProperty().get().filter(unit -> !unit.equals(last)).orElse(first);
        model.pinnedProperty().set(Optional.of(from));
        timeline.playFromStart();
    }

    private void step() {
        if (!watched.getAsBoolean()) {
            walking.set(false);
            return;
        }
        Optional<Spot> unit = model.pinnedProperty().get();
        MapShape shape = unit.map(model::shape).orElse(MapShape.units(1));
        Optional<Spot> next = unit.flatMap(now -> now.next(shape));
        if (next.isPresent()) {
            model.pinnedProperty().set(next);
        }
        if (next.isEmpty() || next.get().equals(next.get().last(shape))) {
            walking.set(false);
        }
    }
}
