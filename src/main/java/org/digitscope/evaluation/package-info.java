/** How good a network is: figures with their uncertainty, and the calibration of its probabilities. */
@NullMarked
package org.digitscope.evaluation;

import org.jspecify.annotations.NullMarked;
