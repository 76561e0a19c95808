package org.digitscope.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.digitscope.network.LayerInfo;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;

/**
 * Lies over the window, outlines what a step is about and puts a card beside it. The pointer goes through all of it but
 * the card.
 */
public final class LessonView extends Pane {
    /** Shows what steps are about, however the window around the lesson is arranged. */
    public interface Guide {
        /** @param view in the middle, counted from 0 */
        void showView(int view);

        /** What the network sees. */
        void showSeen();

        /** The bar with the choice of models. */
        void showBar();
    }

    private static final double EDGE = 3;
    private static final double WIDTH_EM = 25;
    private static final double SHARE_OF_WIDTH = 0.34;

    /** Of the width in which the card reads well. */
    private static final double[] WIDTHS = {1, 0.86, 0.74, 0.66};

    /** What a class works with or looks at meanwhile, with the weight of what is hidden of it. */
    private static final Map<String, Double> PRECIOUS = Map.of(
            "panel", 300.0,
            "pad", 200.0,
            "pad-tools", 20.0,
            "tab-layers", 1.0,
            "tab-explain", 1.0,
            "tab-kernels", 1.0,
            "prediction", 0.02,
            "map-detail", 0.02,
            "explain-picture", 0.02);

    private final LessonViewModel model;
    private final Parent window;
    private final Guide guide;
    private final Runnable openGallery;
    private final Texts texts;
    private final Region outline = new Region();
    private final LessonCard card;
    private boolean atKernels;
    private Optional<Node> revealed = Optional.empty();

    /**
     * @param window in which the targets are found by their ids
     */
    public LessonView(LessonViewModel model, Texts texts, Parent window, Guide guide, Runnable openGallery) {
        this.model = model;
        this.texts = texts;
        this.window = window;
        this.guide = guide;
        this.openGallery = openGallery;
        this.card = new LessonCard(model, texts);
        setId("lesson");
        setPickOnBounds(false);
        outline.setId("lesson-outline");
        outline.getStyleClass().add("lesson-outline");
        outline.setMouseTransparent(true);
        outline.setManaged(false);
        card.setManaged(false);
        getChildren().addAll(outline, card);
        Controls.show(this, false);
        model.stepProperty().addListener((property, before, step) -> follow(before, step));
        model.modelProperty().addListener(changed -> model.stepProperty().get().ifPresent(this::show));
        Runnable place = this::place;
        sceneProperty().addListener((property, before, scene) -> {
            if (before != null) {
                before.removePostLayoutPulseListener(place);
            }
            if (scene != null) {
                scene.addPostLayoutPulseListener(place);
            }
        });
    }

    /** Enter and the arrows go through the lesson while the keyboard is on the card or the pad; Escape leaves it. */
    public void onKey(KeyEvent event) {
        Node owner = getScene().getFocusOwner();
        if (!model.isOpen() || owner != null && !owner.equals(window.lookup("#pad")) && !isOnCard(owner)) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> {
                if (owner instanceof Button button) {
                    button.fire();
                } else {
                    model.forward();
                }
            }
            case RIGHT -> model.forward();
            case LEFT -> model.back();
            case ESCAPE -> model.leave();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private boolean isOnCard(Node node) {
        for (Node part = node; part != null; part = part.getParent()) {
            if (part.equals(card)) {
                return true;
            }
        }
        return false;
    }

    private void follow(Optional<LessonStep> before, Optional<LessonStep> step) {
        Controls.show(this, step.isPresent());
        atKernels = false;
        if (step.isPresent()) {
            lead(step.get());
            if (step.get() == LessonStep.FAILS) {
                guide.showBar();
            }
            show(step.get());
            card.focusNext();
        } else if (before.isPresent()) {
            find("pad").ifPresent(Node::requestFocus);
        }
    }

    /** Shows what the step is about again, as the window around it is arranged in another way. */
    public void goOn() {
        model.stepProperty().get().ifPresent(step -> {
            atKernels = false;
            lead(step);
            show(step);
        });
    }

    private void lead(LessonStep step) {
        guide.showView(step.tab().ordinal());
        if (step == LessonStep.SEEN) {
            guide.showSeen();
        }
    }

    private void show(LessonStep step) {
        List<LayerInfo> layers = model.layers();
        Optional<String> target = step.target(layers);
        Optional<LayerInfo> layer = target.filter(id -> id.startsWith("layer-"))
                .map(id -> layers.get(Integer.parseInt(id.substring("layer-".length()))));
        Optional<String> more = switch (step) {
            case CONVOLUTION -> target.map(id -> "lesson.see-kernels");
            case FAILS -> Optional.of("lesson.open-gallery");
            default -> Optional.empty();
        };
        revealed = Optional.empty();
        card.show(step, layer, target.isPresent(), more, step == LessonStep.FAILS ? openGallery : this::turn);
        place();
    }

    /** From the maps of the convolution to its kernels, and back. */
    private void turn() {
        atKernels = !atKernels;
        guide.showView((atKernels ? LessonStep.Tab.KERNELS : LessonStep.Tab.LAYERS).ordinal());
        card.setMoreText(texts.get(atKernels ? "lesson.see-maps" : "lesson.see-kernels"));
        revealed = Optional.empty();
        place();
    }

    /** After each layout of the window, for what is pointed at may have moved. */
    private void place() {
        Optional<LessonStep> step = model.stepProperty().get();
        // The window that goes on in another language leaves this one behind.
        if (step.isEmpty() || getWidth() <= 0 || getScene() == null) {
            return;
        }
        Optional<Node> target = atKernels
                ? find("filter-tiles")
                : step.get().target(model.layers()).flatMap(this::find);
        target.ifPresent(this::reveal);
        Optional<Bounds> bounds = target.map(this::bounds).filter(box -> box.getWidth() > 0);
        outline.setVisible(bounds.isPresent());
        bounds.ifPresent(box -> outline.resizeRelocate(
                box.getMinX() - EDGE, box.getMinY() - EDGE, box.getWidth() + 2 * EDGE, box.getHeight() + 2 * EDGE));
        placeCard(bounds);
    }

    /** As wide as reads well, or narrower where it would hide what it is about, or the pad, but is still read whole. */
    private void placeCard(Optional<Bounds> target) {
        double comfortable = Math.min(WIDTH_EM * card.em(), getWidth() * SHARE_OF_WIDTH);
        List<CardPlace.Precious> precious = precious();
        Optional<Bounds> pad = find("pad").map(this::bounds);
        double room = getHeight() - 2 * CardPlace.GAP;
        for (double share : WIDTHS) {
            double width = Math.max(Math.floor(comfortable * share), Math.ceil(card.minWidth(-1)));
            double wanted = Math.ceil(card.prefHeight(width));
            if (share < WIDTHS[0] && wanted > room) {
                return;
            }
            double height = Math.min(wanted, room);
            Point2D corner = CardPlace.find(getWidth(), getHeight(), width, height, target, precious);
            card.resizeRelocate(corner.getX(), corner.getY(), width, height);
            if (!isHidden(target) && !isHidden(pad)) {
                return;
            }
        }
    }

    private boolean isHidden(Optional<Bounds> place) {
        return place.filter(bounds -> bounds.intersects(card.getBoundsInParent()))
                .isPresent();
    }

    private List<CardPlace.Precious> precious() {
        List<CardPlace.Precious> all = new ArrayList<>();
        PRECIOUS.forEach((id, weight) -> find(getScene().getRoot(), id)
                .ifPresent(node -> all.add(new CardPlace.Precious(bounds(node), weight))));
        return all;
    }

    /** A node with that id that can be seen. */
    private Optional<Node> find(String id) {
        return find(window, id);
    }

    private static Optional<Node> find(Parent root, String id) {
        Node found = root.lookup("#" + id);
        for (Node part = found; part != null; part = part.getParent()) {
            if (!part.isVisible()) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(found);
    }

    private Bounds bounds(Node node) {
        return sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    /** Scrolls to it, once, if it is in something that scrolls sideways. */
    private void reveal(Node target) {
        if (revealed.filter(target::equals).isPresent()) {
            return;
        }
        revealed = Optional.of(target);
        for (Node part = target.getParent(); part != null; part = part.getParent()) {
            if (part instanceof ScrollPane scroll && scroll.getContent() != null) {
                Bounds inContent = scroll.getContent().sceneToLocal(target.localToScene(target.getLayoutBounds()));
                double hidden = scroll.getContent().getLayoutBounds().getWidth()
                        - scroll.getViewportBounds().getWidth();
                double middle =
                        inContent.getCenterX() - scroll.getViewportBounds().getWidth() / 2;
                if (hidden > 0) {
                    scroll.setHvalue(Math.max(0, Math.min(1, middle / hidden)));
                }
            }
        }
    }
}
