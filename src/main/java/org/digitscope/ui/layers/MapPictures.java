package org.digitscope.ui.layers;

import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.digitscope.network.MapShape;

/** The opened map and, below it, the one it reads; as large as there is room beside the rest. */
final class MapPictures extends VBox {
    private static final double HEAD = 4.8;
    private static final double CAPTION = 3.2;
    private static final double UNIT = 7;
    private static final double SMALLEST = 90;
    private static final double SMALLEST_OF_TWO = 7;
    private static final double SMALLEST_UNIT = 4;
    private static final double ROOM_FOR_A_LIST = 34;
    private static final double ROOM_FOR_THE_CARD = 37;

    private final MapPicture picture;
    private final InputPicture input;

    MapPictures(MapPicture picture, InputPicture input) {
        this.picture = picture;
        this.input = input;
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("map-frame");
        frame.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(Pos.TOP_LEFT);
        setMinSize(USE_PREF_SIZE, 0);
        getStyleClass().add("map-pictures");
        getChildren().addAll(frame, input);
    }

    /** @param em the size of type */
    void fit(double width, double height, double em, MapShape shape, boolean pinned) {
        double all = Math.max(SMALLEST, height - HEAD * em);
        double one = Math.max(SMALLEST_OF_TWO * em, Math.min((all - CAPTION * em) / 2, width - ROOM_FOR_THE_CARD * em));
        input.setMaxSide(one);
        double unit = Math.max(SMALLEST_UNIT * em, Math.min(UNIT * em, width - ROOM_FOR_A_LIST * em));
        picture.setMaxSide(shape.isUnits() ? unit : pinned ? one : all);
    }
}
