/** Training with Deeplearning4j. */
@NullMarked
package org.digitscope.training.dl4j;

import org.jspecify.annotations.NullMarked;
