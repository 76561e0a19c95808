/** Networks on Deeplearning4j: loading and saving them safely, running them, and describing their layers. */
@NullMarked
package org.digitscope.network.dl4j;

import org.jspecify.annotations.NullMarked;
