/** What the views show: the drawing, the model and its reading, as read-only properties. */
@NullMarked
package org.digitscope.ui.session;

import org.jspecify.annotations.NullMarked;
