/** The models that come with the program and those a person brings, each with its card. */
@NullMarked
package org.digitscope.catalog;

import org.jspecify.annotations.NullMarked;
