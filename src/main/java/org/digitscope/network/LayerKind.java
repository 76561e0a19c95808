package org.digitscope.network;

/** What a layer does. */
public enum LayerKind {
    CONVOLUTION,
    MAX_POOLING,
    AVERAGE_POOLING,
    GLOBAL_POOLING,
    DENSE,
    BATCH_NORMALISATION,
    ACTIVATION,
    DROPOUT,
    PADDING,
    ADDITION,
    CONCATENATION,
    OUTPUT,
    OTHER
}
