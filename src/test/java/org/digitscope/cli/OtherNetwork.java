package org.digitscope.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.digitscope.cli.Program.Run;
import org.digitscope.files.UserFolders;
import org.digitscope.network.DigitNetwork;

/** The command line with a network of a test's own in place of every model's. */
final class OtherNetwork {
    private OtherNetwork() {}

    static Run run(DigitNetwork network, Path folder, Object... arguments) {
        UserFolders folders =
                new UserFolders(folder.resolve("user"), folder.resolve("cache"), folder.resolve("data-sets"));
        Services real = RealProgram.services(folders, new RealProgram.FakeWindow());
        Services services =
                new Services(folders, (archive, readout) -> network, real.trainers(), real.computesOn(), real.window());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = CommandLineProgram.run(
                Arrays.stream(arguments).map(Object::toString).toArray(String[]::new),
                services,
                Locale.ENGLISH,
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
