/** The project's own drawn digits: the shapes, the hand that draws them, and the file that holds the drawings. */
@NullMarked
package org.digitscope.reference;

import org.jspecify.annotations.NullMarked;
