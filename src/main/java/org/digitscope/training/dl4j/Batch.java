package org.digitscope.training.dl4j;

/**
 * What one step trains on.
 *
 * @param size number of images
 * @param images size × 784 grey levels, 0 to 1
 * @param targets size × 10 probabilities
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once
record Batch(int size, float[] images, float[] targets) {}
