package org.digitscope.network;

import java.io.IOException;

/** Makes a running network of a model's file. */
public interface NetworkLoader {
    /**
     * @param readout how its output becomes an answer; {@link Readout#plain()} stands for the plain one of as many
     *     outputs as the network has
     * @return a network that has been tried once; the caller closes it
     * @throws org.digitscope.files.FileProblem if the model is not one that this program can run
     */
    DigitNetwork load(ModelArchive archive, Readout readout) throws IOException;

    /** What computes, with its version, for reports of problems; empty if there is nothing to say. May take seconds. */
    default String description() {
        return "";
    }
}
