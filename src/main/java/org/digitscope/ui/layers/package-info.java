/** Every layer with its feature maps, live. */
@NullMarked
package org.digitscope.ui.layers;

import org.jspecify.annotations.NullMarked;
