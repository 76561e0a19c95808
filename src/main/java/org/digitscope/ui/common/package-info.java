/** What views share: colour scales, images made of values, and small controls. */
@NullMarked
package org.digitscope.ui.common;

import org.jspecify.annotations.NullMarked;
