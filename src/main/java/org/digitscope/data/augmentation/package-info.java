/** Samples varied by chance the way that people vary them, in stroke space for ink and in pixels for images. */
@NullMarked
package org.digitscope.data.augmentation;

import org.jspecify.annotations.NullMarked;
