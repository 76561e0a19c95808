/** The command line: one class a command, and what they share. */
@NullMarked
package org.digitscope.cli;

import org.jspecify.annotations.NullMarked;
