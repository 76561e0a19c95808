package org.digitscope.training;

import java.util.List;

/**
 * What a training leaves.
 *
 * @param zip a model in Deeplearning4j's format, without an updater's state
 * @param metrics of every epoch, resumed ones included
 * @param heldOut the examples that were not trained on
 * @param complete false if it was cancelled before its end
 */
@SuppressWarnings("ArrayRecordComponent") // a file's content
public record TrainedNetwork(byte[] zip, List<EpochMetrics> metrics, List<LabelledImage> heldOut, boolean complete) {
    public TrainedNetwork {
        metrics = List.copyOf(metrics);
        heldOut = List.copyOf(heldOut);
    }
}
