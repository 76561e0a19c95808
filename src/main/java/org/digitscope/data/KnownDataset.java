package org.digitscope.data;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.digitscope.data.KnownFile.Kind;

/**
 * A public data set that can be fetched.
 *
 * @param name by which it is asked for
 * @param description in one line
 * @param home its public page
 * @param authors who made it
 * @param licence under which it is given
 * @param trainCount samples to learn from
 * @param testCount samples to measure with
 * @param files what belongs to it
 */
public record KnownDataset(
        String name,
        String description,
        URI home,
        String authors,
        String licence,
        int trainCount,
        int testCount,
        List<KnownFile> files) {

    private static final List<URI> MNIST_MIRRORS = Stream.of(
                    "https://storage.googleapis.com/cvdf-datasets/mnist/",
                    "https://ossci-datasets.s3.amazonaws.com/mnist/")
            .map(URI::create)
            .toList();
    private static final URI PENDIGITS_FOLDER =
            URI.create("https://archive.ics.uci.edu/ml/machine-learning-databases/pendigits/");
    private static final URI PENDIGITS_ARCHIVE =
            URI.create("https://archive.ics.uci.edu/static/public/81/pen+based+recognition+of+handwritten+digits.zip");

    private static final KnownDataset MNIST = new KnownDataset(
            "mnist",
            "Digits written by American census employees and students, 28×28 grey levels",
            URI.create("http://yann.lecun.com/exdb/mnist/"),
            "Y. LeCun, C. Cortes, C. J. C. Burges",
            "CC BY-SA 3.0",
            60_000,
            10_000,
            List.of(
                    mnist(
                            "train-images-idx3-ubyte.gz",
                            47_040_016,
                            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                            9_912_422),
                    mnist(
                            "train-labels-idx1-ubyte.gz",
                            60_008,
                            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                            28_881),
                    mnist(
                            "t10k-images-idx3-ubyte.gz",
                            7_840_016,
                            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                            1_648_877),
                    mnist(
                            "t10k-labels-idx1-ubyte.gz",
                            10_008,
                            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
                            4_542)));

    private static final KnownDataset PENDIGITS = new KnownDataset(
            "pendigits",
            "Pen trajectories of digits by 30 and 14 other writers on a tablet",
            URI.create("https://archive.ics.uci.edu/dataset/81/pen+based+recognition+of+handwritten+digits"),
            "E. Alpaydin, F. Alimoglu",
            "CC BY 4.0",
            7_494,
            3_498,
            List.of(
                    pendigits(
                            "ink/pendigits-train.ndjson",
                            "pendigits-orig.tra.Z",
                            7_494,
                            "ed0b8cb4b437f7b69e4f139720a72c1eb70c2403b1e3d0c0bb8a90c6e292ffee",
                            950_000),
                    pendigits(
                            "ink/pendigits-test.ndjson",
                            "pendigits-orig.tes.Z",
                            3_498,
                            "d940c968290f2ae3eed8e176185aa7c3a986f680eca0036575ad3fd1da8ec132",
                            430_000)));

    public KnownDataset {
        files = List.copyOf(files);
    }

    /** All of them. */
    public static List<KnownDataset> all() {
        return List.of(MNIST, PENDIGITS);
    }

    /** The one called {@code name}. */
    public static Optional<KnownDataset> named(String name) {
        return all().stream().filter(set -> set.name().equals(name)).findFirst();
    }

    /** How many samples a part has, for {@code mnist}, {@code mnist:train} and the like; empty for any other text. */
    public static OptionalLong sampleCount(String spec) {
        String name = spec.replaceFirst(":(train|test)$", "");
        return named(name).stream()
                .mapToLong(set -> spec.endsWith(":train") ? set.trainCount() : set.testCount())
                .findFirst();
    }

    /** Samples in both parts. */
    public int sampleCount() {
        return trainCount + testCount;
    }

    /** How much is fetched in all, roughly where it is not published. */
    public long downloadBytes() {
        return files.stream().mapToLong(KnownFile::downloadBytes).sum();
    }

    private static KnownFile mnist(String file, long size, String sha256, long downloadBytes) {
        List<URI> mirrors =
                MNIST_MIRRORS.stream().map(mirror -> mirror.resolve(file)).toList();
        return new KnownFile("mnist/" + file, Kind.IDX, size, sha256, mirrors, downloadBytes);
    }

    private static KnownFile pendigits(String path, String original, long count, String sha256, long downloadBytes) {
        List<URI> mirrors = List.of(PENDIGITS_FOLDER.resolve(original), PENDIGITS_ARCHIVE);
        return new KnownFile(path, Kind.PEN_INK, count, sha256, mirrors, downloadBytes);
    }
}
