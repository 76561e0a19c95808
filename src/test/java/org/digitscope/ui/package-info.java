/** The window as a person meets it: the real scene, with mouse and keyboard. */
@NullMarked
package org.digitscope.ui;

import org.jspecify.annotations.NullMarked;
