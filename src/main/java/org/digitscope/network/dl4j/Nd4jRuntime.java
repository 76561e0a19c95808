package org.digitscope.network.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Settings of Deeplearning4j and ND4J that have to be made before their first use, and the number of native threads.
 *
 * <p>oneDNN's convolutions are switched off by default in Deeplearning4j 1.0.0-M2.1; with them a pass is
 * faster. Small networks are fastest with one native thread: two wait for each other longer than they work.
 */
public final class Nd4jRuntime {
    private static final String LARGEST_PROCESS = "org.bytedeco.javacpp.maxPhysicalBytes";
    private static final String HELPERS_DISABLED = "org.eclipse.deeplearning4j.helpers.disable";
    private static final String SHAPES = "shapeinfoprovider";

    private Nd4jRuntime() {}

    /** Makes the settings; safe to call from any thread, any number of times. */
    public static void prepare() {
        System.setProperty(HELPERS_DISABLED, "false");
        System.setProperty(SHAPES, SharedShapes.class.getName());
        // JavaCPP would ask the system for the size of the process at each small allocation of an operation, which took
        // a third of the time. Beyond four times the heap's limit it would collect garbage and wait instead of
        // computing, although libraries, pictures and fonts count there, too.
        if (System.getProperty(LARGEST_PROCESS) == null) {
            System.setProperty(LARGEST_PROCESS, "0");
        }
        // ND4J would write its greeting and workspace advice to the log.
        System.setProperty("org.nd4j.log.initialization", "false");
    }

    /**
     * Begins to load the native library on a thread of its own, once, so that the caller can read a file meanwhile;
     * whoever needs it first waits for it, and is told if it cannot be loaded.
     */
    static void loadAside() {
        Aside.begin();
    }

    /** Native threads for what the calling thread computes from now on. */
    public static void useThreads(int threads) {
        Nd4j.getBackend(); // loads the native library; afterwards it costs nothing
        Products.useOneThread();
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
    }

    /** Native threads in use on the calling thread. */
    public static int threads() {
        Nd4j.getBackend();
        return NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads();
    }

    /** True if the native library was built with oneDNN; loads the library. */
    public static boolean hasOneDnn() {
        prepare();
        Nd4j.getBackend();
        return org.nd4j.nativeblas.Nd4jCpu.Environment.getInstance().isUseMKLDNN();
    }

    /** What computes: the native library and its number system, for benchmarks and cards. */
    public static String description() {
        prepare();
        return "ND4J " + version() + (hasOneDnn() ? ", oneDNN" : "");
    }

    /** By the jar's own list of properties; empty if that is missing. */
    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = Nd4j.class.getResourceAsStream("/META-INF/maven/org.nd4j/nd4j-api/pom.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            // Then it has no name here.
        }
        return properties.getProperty("version", "");
    }

    /** The loading of the native library beside other work. */
    private static final class Aside {
        static {
            Thread loading = new Thread(
                    () -> {
                        try {
                            Nd4j.getBackend();
                        } catch (LinkageError | RuntimeException e) {
                            // Known to the class loader from now on.
                        }
                    },
                    "native library");
            loading.setDaemon(true);
            loading.start();
        }

        private Aside() {}

        /** Once for the process; afterwards it costs nothing. */
        static void begin() {}
    }

    /**
     * OpenBLAS, which multiplies matrices, has threads of its own. They spin while they wait for the next product and
     * take the cores from whatever else runs; for matrices of this size they gain nothing.
     */
    private static final class Products {
        static {
            Nd4j.factory().blas().setMaxThreads(1);
        }

        private Products() {}

        /** Once for the process; afterwards it costs nothing. */
        static void useOneThread() {}
    }
}
