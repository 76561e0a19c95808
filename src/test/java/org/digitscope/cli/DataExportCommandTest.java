package org.digitscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.digitscope.cli.Program.Run;
import org.digitscope.data.IdxFiles;
import org.digitscope.data.ReferenceDigits;
import org.digitscope.data.Sample;
import org.digitscope.data.SampleReader;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataExportCommandTest {
    @TempDir
    Path folder;

    private List<InkRecord> digits;
    private Path ink;

    @BeforeEach
    void makeInk() throws IOException {
        digits = ReferenceDigits.read().subList(0, 4);
        ink = folder.resolve("ink.ndjson");
        InkFiles.save(ink, digits);
    }

    @Test
    void idxFilesAreReadBackAsTheNetworkSeesTheInk() throws IOException {
        Path images = folder.resolve("my-images-idx3-ubyte.gz");

        Run run = Program.in(folder).run("data", "export", ink, "--to", images);

        assertThat(run.status()).isZero();
        Path labels = folder.resolve("my-labels-idx1-ubyte.gz");
        try (SampleReader reader = IdxFiles.dataset("mine", images, labels).open()) {
            for (InkRecord digit : digits) {
                Sample sample = reader.next().orElseThrow();
                assertThat(sample.image())
                        .isEqualTo(
                                new InkRasterizer().rasterize(digit.drawing()).image());
                assertThat(sample.label()).isEqualTo(digit.label());
            }
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void csvHasALineForEachDrawing() throws IOException {
        Path csv = folder.resolve("digits.csv");

        assertThat(Program.in(folder)
                        .run("data", "export", ink, ink, "--to", csv)
                        .status())
                .isZero();

        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(9);
        assertThat(lines.get(0)).startsWith("pixel0,pixel1,").endsWith(",pixel783,label");
        String[] cells = lines.get(1).split(",", -1);
        assertThat(cells).hasSize(785);
        assertThat(cells[784]).isEqualTo(digits.get(0).label().orElseThrow());
        byte[] levels = new byte[784];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) Integer.parseInt(cells[i]);
        }
        assertThat(Arrays.equals(
                        levels,
                        new InkRasterizer()
                                .rasterize(digits.get(0).drawing())
                                .image()
                                .levels()))
                .isTrue();
    }

    @Test
    void ndjsonKeepsTheInk() throws IOException {
        Path out = folder.resolve("out.ndjson");

        assertThat(Program.in(folder).run("data", "export", ink, "--to", out).status())
                .isZero();

        assertThat(InkFiles.readAll(out)).isEqualTo(InkFiles.readAll(ink));
    }

    @Test
    void whatIdxCannotHoldIsRefusedAndNothingWritten() throws IOException {
        InkFiles.save(ink, List.of(new InkRecord(digits.get(0).drawing(), Optional.of("cat"), java.util.Map.of())));
        Path images = folder.resolve("x-idx3-ubyte");

        Run run = Program.in(folder).run("data", "export", ink, "--to", images);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains(images.toString(), "no digit", ".csv").hasLineCount(1);
        assertThat(images).doesNotExist();
        assertThat(Program.in(folder)
                        .run("data", "export", ink, "--to", folder.resolve("x.bin"))
                        .status())
                .isEqualTo(1);
        assertThat(Program.in(folder).run("data", "export", ink, "--to", ink).status())
                .isEqualTo(1);
    }
}
