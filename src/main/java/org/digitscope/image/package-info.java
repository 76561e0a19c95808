/** From ink or pictures to the 28×28 grey levels that a network reads. */
@NullMarked
package org.digitscope.image;

import org.jspecify.annotations.NullMarked;
