/** Texts that people read, looked up by key in resource bundles. */
@NullMarked
package org.digitscope.text;

import org.jspecify.annotations.NullMarked;
