package org.digitscope.ui.layers;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.digitscope.network.MapShape;

/** Lets the pointer and the keys choose a value of the opened map: to look at it, and to pin it. */
final class PixelPicker {
    private final LayersViewModel model;
    private final MapPicture picture;
    private final UnitWalk walk;
    private final Consumer<Spot> onPoint;
    private Optional<Spot> pointed = Optional.empty();

    /** @param onPoint told what is looked at: a value, or the map as a whole */
    PixelPicker(LayersViewModel model, MapPicture picture, UnitWalk walk, Consumer<Spot> onPoint) {
        this.model = model;
        this.picture = picture;
        this.walk = walk;
        this.onPoint = onPoint;
        picture.setFocusTraversable(true);
        picture.addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> model.openedProperty().get().ifPresent(map -> point(at(event, map))));
        picture.addEventHandler(MouseEvent.MOUSE_EXITED, event -> leave());
        picture.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        picture.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Lets the keys choose while the focus is on this, too. */
    void takeKeysOf(Node node) {
        node.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode().isArrowKey()) {
                key(event);
            }
        });
    }

    /** What is looked at when the pointer is elsewhere: the pinned value or the map as a whole. */
    void leave() {
        Optional<Spot> rest = model.pinned().or(model.openedProperty()::get);
        rest.ifPresent(this::point);
    }

    private void point(Spot spot) {
        pointed = Optional.of(spot);
        onPoint.accept(spot);
    }

    private Spot at(MouseEvent event, Spot map) {
        MapShape shape = model.shape(map);
        int x = (int) Math.floor(event.getX() / picture.getWidth() * shape.width());
        int y = (int) Math.floor(event.getY() / picture.getHeight() * shape.height());
        boolean inside = x >= 0 && y >= 0 && x < shape.width() && y < shape.height();
        return inside ? new Spot(map.layer(), map.map(), x, y) : Spot.map(map.layer(), map.map());
    }

    private void click(MouseEvent event) {
        picture.requestFocus();
        Optional<Spot> spot =
                model.openedProperty().get().map(map -> at(event, map)).filter(Spot::isPixel);
        if (event.getButton() == MouseButton.PRIMARY && spot.isPresent()) {
            pin(spot.get());
        }
    }

    private void pin(Spot spot) {
        walk.walkingProperty().set(false);
        model.pinnedProperty().set(Optional.of(spot));
    }

    private void key(KeyEvent event) {
        Optional<Spot> opened = model.openedProperty().get();
        if (opened.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        Spot map = opened.get();
        Spot looked = pointed.filter(spot -> spot.layer() == map.layer() && spot.map() == map.map())
                .orElse(map);
        Spot from = model.pinned().orElse(looked);
        MapShape shape = model.shape(map);
        switch (event.getCode()) {
            case LEFT -> step(from.moved(-1, 0, shape));
            case RIGHT -> step(from.moved(1, 0, shape));
            case UP -> step(from.moved(0, -1, shape));
            case DOWN -> step(from.moved(0, 1, shape));
            case HOME -> step(map.first());
            case END -> step(map.last(shape));
            case ENTER -> pin(looked.isPixel() ? looked : map.first());
            case SPACE -> {
                if (!shape.isUnits()) {
                    walk.walkingProperty().set(!walk.walkingProperty().get());
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** The pinned value moves along; otherwise the one that is looked at. */
    private void step(Spot to) {
        if (model.pinned().isPresent()) {
            pin(to);
        } else {
            point(to);
        }
    }
}
