/** Plans for training, their progress, and what a trainer leaves behind; no library's types. */
@NullMarked
package org.digitscope.training;

import org.jspecify.annotations.NullMarked;
