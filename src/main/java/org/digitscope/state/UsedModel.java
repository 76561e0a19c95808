package org.digitscope.state;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The model that read the ink.
 *
 * @param name as the window calls it
 * @param file where it was opened from; empty for a model of the program
 * @param sha256 of that file, in hexadecimal, so that another model in its place is told from it
 */
public record UsedModel(String name, Optional<Path> file, Optional<String> sha256) {}
