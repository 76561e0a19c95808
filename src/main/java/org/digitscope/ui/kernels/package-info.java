/** The filters of the convolutions: their weights, what changes with them, and what they like. */
@NullMarked
package org.digitscope.ui.kernels;

import org.jspecify.annotations.NullMarked;
