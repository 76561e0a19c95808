/**
 * ND4J's package, for the one class that Deeplearning4j looks for in it by name and that has moved elsewhere since; the
 * program's own classes are in {@code org.digitscope}.
 */
package org.nd4j.nativeblas;
