/** Ink that the program invents to train on: digits in many styles, and drawings that are no digit. */
@NullMarked
package org.digitscope.data.synthetic;

import org.jspecify.annotations.NullMarked;
