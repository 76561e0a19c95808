package org.digitscope.network;

import java.io.IOException;

/** Makes a running network of a model's file. */
public interface NetworkLoader {
    /**
     * @param readout how its output becomes an answer
     * @return a network that has been tried once; the caller closes it
     * @throws org.digitscope.files.FileProblem if the model is not one that this program can run
     */
    DigitNetwork load(ModelArchive archive, Readout readout) throws IOException;
}
