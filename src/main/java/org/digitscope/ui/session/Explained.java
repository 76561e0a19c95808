package org.digitscope.ui.session;

import org.digitscope.explain.Relevance;
import org.digitscope.live.Reading;

/**
 * An explanation together with what it explains.
 *
 * @param reading the reading that was explained; no longer the newest while an explanation catches up
 * @param relevance what its answer rests on
 */
public record Explained(Reading reading, Relevance relevance) {}
