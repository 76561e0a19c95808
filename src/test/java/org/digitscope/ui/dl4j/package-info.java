/** Model files of other architectures, as somebody else would bring them. */
@NullMarked
package org.digitscope.ui.dl4j;

import org.jspecify.annotations.NullMarked;
