/** A network as plain values: its layers, and what it answers to an image with everything computed on the way. */
@NullMarked
package org.digitscope.network;

import org.jspecify.annotations.NullMarked;
