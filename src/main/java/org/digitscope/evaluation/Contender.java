package org.digitscope.evaluation;

import org.digitscope.network.DigitNetwork;

/**
 * A model to be evaluated.
 *
 * @param name of the model
 * @param network stays open
 */
public record Contender(String name, DigitNetwork network) {}
