/** What the network sees: the 28×28 input, enlarged. */
@NullMarked
package org.digitscope.ui.seen;

import org.jspecify.annotations.NullMarked;
