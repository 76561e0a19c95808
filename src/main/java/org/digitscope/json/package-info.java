/** Small, strict reading and writing of JSON as plain values, with the path of what is wrong. */
@NullMarked
package org.digitscope.json;

import org.jspecify.annotations.NullMarked;
