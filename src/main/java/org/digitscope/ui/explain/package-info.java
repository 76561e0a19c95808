/** Why this answer: the question, the picture of what the answer rests on, and what that means. */
@NullMarked
package org.digitscope.ui.explain;

import org.jspecify.annotations.NullMarked;
