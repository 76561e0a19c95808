package org.digitscope.image;

import java.util.Optional;

/**
 * Ink as the network sees it, with the way back.
 *
 * @param placement how the drawing was put there; absent for a blank drawing
 */
public record InkImage(DigitImage image, Optional<Placement> placement) {}
