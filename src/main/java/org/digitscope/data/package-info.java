/** Labelled digits to learn from and to measure with: where they are found, fetched from, read and written. */
@NullMarked
package org.digitscope.data;

import org.jspecify.annotations.NullMarked;
