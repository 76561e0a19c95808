package org.digitscope.state;

import java.util.Optional;

/**
 * What the middle of the window showed.
 *
 * @param tab by the key of its texts
 * @param timeline whether the line of time was there
 * @param question of the view that explains
 */
public record ShownView(String tab, boolean timeline, Optional<AskedQuestion> question) {}
