/** Reading and writing files so that nothing is lost and every failure is one sentence that names the file and the mend. */
@NullMarked
package org.digitscope.files;

import org.jspecify.annotations.NullMarked;
