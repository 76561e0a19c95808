/** What the program holds out against: damaged files, being killed, a full disk. */
@NullMarked
package org.digitscope.hold;

import org.jspecify.annotations.NullMarked;
