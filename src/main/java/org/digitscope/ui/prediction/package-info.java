/** The answer: the digit, ten bars and a word for confidence. */
@NullMarked
package org.digitscope.ui.prediction;

import org.jspecify.annotations.NullMarked;
