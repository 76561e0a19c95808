package org.nd4j.nativeblas;

import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment;

/**
 * Stands where Deeplearning4j 1.0.0-M2.1 looks, by reflection, for ND4J's native bindings before it uses oneDNN. They
 * have moved to {@code org.nd4j.linalg.cpu.nativecpu.bindings} in that release, and without this class every
 * convolution takes the slow way. It alone has to be in a package that is not this program's.
 */
public final class Nd4jCpu {
    private Nd4jCpu() {}

    /** What Deeplearning4j asks of the bindings: whether oneDNN may be used. */
    public static final class Environment {
        private static final Environment INSTANCE = new Environment();

        private Environment() {}

        /** Called by reflection. */
        public static Environment getInstance() {
            return INSTANCE;
        }

        /** Called by reflection: whether the native library was built with oneDNN. */
        public boolean isUseMKLDNN() {
            return org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance()
                    .isUseONEDNN();
        }
    }
}
