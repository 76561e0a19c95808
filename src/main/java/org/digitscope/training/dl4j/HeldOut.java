package org.digitscope.training.dl4j;

import java.util.List;
import org.digitscope.image.DigitImage;
import org.digitscope.training.LabelledImage;
import org.digitscope.training.Loss;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How a network does on examples that it is not trained on.
 *
 * @param loss mean; NaN if there are no examples
 * @param accuracy 0 to 1; NaN if there are no examples
 */
record HeldOut(double loss, double accuracy) {
    private static final int BATCH = 250;

    static HeldOut of(Trainable network, List<LabelledImage> images, Loss function, int classes) {
        int right = 0;
        double loss = 0;
        for (int from = 0; from < images.size(); from += BATCH) {
            List<LabelledImage> part = images.subList(from, Math.min(from + BATCH, images.size()));
            float[] probabilities = probabilities(network, part);
            for (int i = 0; i < part.size(); i++) {
                int label = part.get(i).label();
                loss += function.of(probabilities, i * classes, classes, label);
                right += argMax(probabilities, i * classes, classes) == label ? 1 : 0;
            }
        }
        return new HeldOut(loss / images.size(), right / (double) images.size());
    }

    private static float[] probabilities(Trainable network, List<LabelledImage> part) {
        int side = DigitImage.SIZE;
        float[] pixels = new float[part.size() * side * side];
        for (int i = 0; i < part.size(); i++) {
            part.get(i).image().copyInto(pixels, i * side * side);
        }
        try (INDArray images = Nd4j.create(pixels, new long[] {part.size(), 1, side, side}, 'c');
                INDArray output = network.output(images)) {
            return output.dup('c').data().asFloat();
        }
    }

    private static int argMax(float[] values, int from, int classes) {
        int best = 0;
        for (int i = 1; i < classes; i++) {
            best = values[from + i] > values[from + best] ? i : best;
        }
        return best;
    }
}
