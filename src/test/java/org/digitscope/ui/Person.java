package org.digitscope.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.controlsfx.control.NotificationPane;
import org.testfx.api.FxRobot;
import org.testfx.robot.BaseRobot;

/** Somebody in front of the window: draws, clicks, types and reads. */
final class Person {
    private static final double PAD_SIDE = 280;
    private static final int DRAG_STEPS = 8;
    private static final double STEP = 12;
    private static final int PASSES = 4;

    private final OpenWindow open;
    private final BaseRobot device = new FxRobot().robotContext().getBaseRobot();

    Person(OpenWindow open) {
        this.open = open;
    }

    /** Draws a line through points x, y, x, y, … in pad coordinates with the left button. */
    void draw(double... line) {
        penDown(line[0], line[1]);
        penTo(line);
        penUp();
    }

    /** Draws a seven. */
    void drawSeven() {
        draw(75, 70, 205, 70, 120, 225);
    }

    /** Draws a one. */
    void drawOne() {
        draw(146, 50, 138, 230);
    }

    /** Draws a zero. */
    void drawZero() {
        double[] line = new double[2 * 25];
        for (int i = 0; i < 25; i++) {
            double angle = -Math.PI / 2 - i * 2 * Math.PI / 24;
            line[2 * i] = 140 + 62 * Math.cos(angle);
            line[2 * i + 1] = 140 + 90 * Math.sin(angle);
        }
        draw(line);
    }

    /** Goes over points with the right button. */
    void rub(double... line) {
        moveTo(onPad(line[0], line[1]));
        press(MouseButton.SECONDARY);
        penTo(line);
        release(MouseButton.SECONDARY);
    }

    void penDown(double x, double y) {
        moveTo(onPad(x, y));
        press(MouseButton.PRIMARY);
    }

    void penTo(double... line) {
        for (int i = 2; i < line.length; i += 2) {
            double length = Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
            int steps = Math.max(1, (int) Math.ceil(length / STEP));
            for (int step = 1; step <= steps; step++) {
                double share = (double) step / steps;
                moveTo(onPad(
                        line[i - 2] + (line[i] - line[i - 2]) * share,
                        line[i - 1] + (line[i + 1] - line[i - 1]) * share));
            }
        }
    }

    void penUp() {
        release(MouseButton.PRIMARY);
    }

    /** Puts the pointer on a place in a node, given in the node's own coordinates. */
    void point(Node node, double x, double y) {
        moveTo(Fx.get(() -> {
            // What was shown or hidden just now may not have its place before the next frame.
            layOut();
            return node.localToScreen(x, y);
        }));
    }

    /** Goes with the left button down from one place in a node to another. */
    void drag(Node node, double fromX, double fromY, double toX, double toY) {
        point(node, fromX, fromY);
        press(MouseButton.PRIMARY);
        for (int step = 1; step <= DRAG_STEPS; step++) {
            double share = (double) step / DRAG_STEPS;
            point(node, fromX + (toX - fromX) * share, fromY + (toY - fromY) * share);
        }
        release(MouseButton.PRIMARY);
    }

    void click(Node node, double x, double y) {
        point(node, x, y);
        press(MouseButton.PRIMARY);
        release(MouseButton.PRIMARY);
    }

    void click(String query) {
        Node node = find(query);
        Bounds bounds = Fx.get(node::getLayoutBounds);
        click(node, bounds.getCenterX(), bounds.getCenterY());
    }

    /** Chooses an item from a list that has popped up. */
    void clickInPopup(String text) {
        Fx.await("an item " + text, () -> itemInPopup(text).isPresent());
        Node cell = itemInPopup(text).orElseThrow();
        Bounds bounds = Fx.get(cell::getLayoutBounds);
        click(cell, bounds.getCenterX(), bounds.getCenterY());
    }

    /** Chooses an item of the menu behind a button. */
    void chooseFromMenu(String button, String id) {
        click(button);
        Fx.await("the menu item " + id, () -> menuItem(id).isPresent());
        Node item = menuItem(id).orElseThrow();
        Bounds bounds = Fx.get(item::getLayoutBounds);
        click(item, bounds.getCenterX(), bounds.getCenterY());
    }

    /** Chooses an item of the help menu at once, without a pointer. */
    void chooseFromHelp(String id) {
        MenuButton menu = (MenuButton) find("#help");
        Fx.run(() -> menu.getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .forEach(item -> item.getOnAction().handle(null)));
        layOut();
    }

    private Optional<Node> menuItem(String id) {
        return Fx.get(() -> Window.getWindows().stream()
                .filter(window -> window != open.stage() && window.isShowing())
                .flatMap(window -> window.getScene().getRoot().lookupAll("#" + id).stream())
                .filter(Person::isShown)
                .findFirst());
    }

    private Optional<Node> itemInPopup(String text) {
        return Fx.get(() -> Window.getWindows().stream()
                .filter(window -> window != open.stage() && window.isShowing())
                .flatMap(window -> window.getScene().getRoot().lookupAll(".list-cell").stream())
                .filter(cell -> isShown(cell) && text.equals(((Labeled) cell).getText()))
                .findFirst());
    }

    /** Presses keys one after the other and lets go of them in the opposite order. */
    void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            device.pressKeyboard(key);
        }
        settle();
        for (int i = keys.length - 1; i >= 0; i--) {
            device.releaseKeyboard(keys[i]);
        }
        settle();
    }

    private void moveTo(Point2D place) {
        device.moveMouse(place);
        settle();
    }

    private void press(MouseButton button) {
        device.pressMouse(button);
        settle();
    }

    private void release(MouseButton button) {
        device.releaseMouse(button);
        settle();
    }

    /** Lets the events arrive that the device has caused, and those that follow from them. */
    private static void settle() {
        for (int i = 0; i < 3; i++) {
            Fx.run(() -> {});
        }
    }

    private Point2D onPad(double x, double y) {
        Node pad = find("#pad");
        return Fx.get(() -> {
            Bounds bounds = pad.getLayoutBounds();
            return pad.localToScreen(x / PAD_SIDE * bounds.getWidth(), y / PAD_SIDE * bounds.getHeight());
        });
    }

    /** The node that a query finds. */
    Node find(String query) {
        return search(query).orElseThrow(() -> new AssertionError("there is no " + query));
    }

    Optional<Node> search(String query) {
        return Fx.get(() -> Optional.ofNullable(open.scene().getRoot().lookup(query)));
    }

    /** True if a node is on the screen with all that it is in. */
    boolean sees(String query) {
        return search(query).filter(Person::isShown).isPresent();
    }

    /** The text of a label. */
    String read(String query) {
        Node node = find(query);
        return Fx.get(() -> ((Labeled) node).getText());
    }

    /** All text in a node that can be read, in one string. */
    String readAll(String query) {
        Node node = find(query);
        return Fx.get(() -> {
            layOut();
            List<String> texts = new ArrayList<>();
            collectTexts(node, texts);
            return String.join(" | ", texts);
        });
    }

    /** The answer, large beside the layers. */
    String answer() {
        return read("#answer");
    }

    /** The percentage beside a digit's bar. */
    String percentage(int digit) {
        return readAll("#bar-" + digit).replaceFirst("^.*\\| ?", "");
    }

    /** How long a digit's bar is, as a share of its track. */
    double bar(int digit) {
        Node row = find("#bar-" + digit);
        return Fx.get(() -> {
            layOut();
            Set<Node> bars = row.lookupAll(".bar");
            Node bar =
                    bars.isEmpty() ? row.lookup(".bar-best") : bars.iterator().next();
            double track = row.lookup(".bar-track").getLayoutBounds().getWidth();
            return bar.isVisible() ? bar.getLayoutBounds().getWidth() / track : 0;
        });
    }

    /** The value that a digit's bar is read as. */
    double awaitBar(int digit, double least) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (bar(digit) < least && System.nanoTime() < end) {
            Fx.pause(5);
        }
        return bar(digit);
    }

    /** Waits for an answer. */
    void awaitAnswer(String expected) {
        Node label = find("#answer");
        try {
            Fx.await(
                    "the answer " + expected,
                    () -> open.hasRead() && ((Labeled) label).getText().equals(expected));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", but it is " + answer() + ", " + read("#confidence"), e);
        }
    }

    /** Does what the next frames would do first, until all has its place: a scroll bar that appears makes less room. */
    void layOut() {
        Fx.run(() -> {
            Parent root = open.scene().getRoot();
            for (int pass = 0; pass == 0 || root.isNeedsLayout() && pass < PASSES; pass++) {
                root.applyCss();
                root.layout();
            }
        });
    }

    /** Waits for a notification and reads it. */
    String awaitNotice() {
        Fx.await("a notification", () -> {
            Optional<NotificationPane> pane = notices();
            return pane.isPresent()
                    && pane.get().isShowing()
                    && !pane.get().getText().isBlank();
        });
        return Fx.get(() -> notices().orElseThrow().getText());
    }

    /** True while a notification is shown. */
    boolean isTold() {
        return Fx.get(() -> notices().filter(NotificationPane::isShowing).isPresent());
    }

    /** Takes a notification away. */
    void dismissNotice() {
        Fx.run(() -> notices().ifPresent(NotificationPane::hide));
        Fx.await("the notification to go", () -> !isTold());
    }

    /** Built for the first sentence. For the JavaFX thread. */
    private Optional<NotificationPane> notices() {
        return Optional.ofNullable((NotificationPane) open.scene().getRoot().lookup(".notification-pane"));
    }

    /** The pixels of a node as it looks now. */
    int[] look(Node node) {
        return Fx.get(() -> {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setFill(Color.TRANSPARENT);
            Image image = node.snapshot(parameters, null);
            PixelReader pixels = image.getPixelReader();
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] argb = new int[width * height];
            pixels.getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            return argb;
        });
    }

    int[] look(String query) {
        return look(find(query));
    }

    static boolean isShown(Node node) {
        for (Node part = node; part != null; part = part.getParent()) {
            if (!part.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void collectTexts(Node node, List<String> texts) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            texts.add(text.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectTexts(child, texts));
        }
    }
}
