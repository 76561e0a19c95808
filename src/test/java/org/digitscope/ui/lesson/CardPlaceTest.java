package org.digitscope.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import org.digitscope.ui.lesson.CardPlace.Precious;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CardPlaceTest {
    @ParameterizedTest
    @CsvSource({
        "1280, 800, 14, 60, 335, 335",
        "1280, 800, 380, 90, 120, 560",
        "1280, 800, 940, 90, 110, 560",
        "960, 640, 260, 90, 80, 480",
        "960, 640, 260, 90, 520, 280",
        "960, 640, 10, 5, 150, 34"
    })
    void neitherHidesWhatItIsAboutNorThePadAndStaysInTheWindow(
            double areaWidth, double areaHeight, double x, double y, double width, double height) {
        Bounds target = new BoundingBox(x, y, width, height);
        Bounds pad = new BoundingBox(14, 60, areaHeight * 0.36, areaHeight * 0.36);

        Point2D corner =
                CardPlace.find(areaWidth, areaHeight, 300, 240, Optional.of(target), List.of(new Precious(pad, 50)));

        Bounds card = new BoundingBox(corner.getX(), corner.getY(), 300, 240);
        assertThat(card.intersects(target)).isFalse();
        assertThat(card.intersects(pad)).isFalse();
        assertThat(new BoundingBox(0, 0, areaWidth, areaHeight).contains(card)).isTrue();
    }
}
