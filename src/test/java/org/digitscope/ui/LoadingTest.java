package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.digitscope.network.NetworkLoader;
import org.digitscope.network.dl4j.Dl4jModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoadingTest {
    @TempDir
    Path folder;

    @Test
    void takesInkWhileTheModelIsStillLoadingAndCatchesUp() {
        Fx.start();
        CountDownLatch gate = new CountDownLatch(1);
        OpenWindow open = OpenWindow.open(folder, after(gate));
        try {
            Person person = new Person(open);
            int[] blank = person.look("#seen");
            person.drawSeven();
            person.awaitAnswer("…");
            assertThat(person.read("#confidence")).isEqualTo(OpenWindow.TEXTS.get("answer.waiting"));
            assertThat(person.look("#seen")).isNotEqualTo(blank);
            assertThat(person.readAll("#status")).contains(OpenWindow.TEXTS.get("task.load", "classic"));
            assertThat(person.readAll("#layers")).contains(OpenWindow.TEXTS.get("layers.waiting"));
            gate.countDown();
            person.awaitAnswer("7");
            assertThat(person.sees("#tiles-5")).isTrue();
            assertThat(person.readAll("#layers")).doesNotContain(OpenWindow.TEXTS.get("layers.waiting"));
            assertThat(Fx.takeUncaught()).isEmpty();
        } finally {
            gate.countDown();
            open.close();
        }
    }

    private static NetworkLoader after(CountDownLatch gate) {
        NetworkLoader real = new Dl4jModels();
        return (archive, readout) -> {
            try {
                if (!gate.await(60, TimeUnit.SECONDS)) {
                    throw new IOException("nobody opened the gate");
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return real.load(archive, readout);
        };
    }
}
