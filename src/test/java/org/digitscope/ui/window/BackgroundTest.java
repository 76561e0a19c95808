package org.digitscope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class BackgroundTest {
    private final Background background = new Background(Runnable::run);
    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void whatIsToBeSavedIsSavedThoughTheWindowCloses() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        background.save("first", () -> save("first", begun), done::add, problem -> done.add("failed"));
        background.save("second", () -> save("second", begun), done::add, problem -> done.add("failed"));
        begun.await();

        background.close();

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void savingWaitsForNothingElse() throws InterruptedException {
        CountDownLatch loaded = new CountDownLatch(1);
        CountDownLatch saved = new CountDownLatch(1);
        background.run("a large model", () -> loaded.await(20, TimeUnit.SECONDS), any -> {}, problem -> {});
        background.save("a drawing", () -> "saved", any -> saved.countDown(), problem -> {});

        assertThat(saved.await(10, TimeUnit.SECONDS)).isTrue();

        loaded.countDown();
        background.close();
    }

    @Test
    void whatElseWaitsIsDroppedAtTheEnd() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        background.run("long", () -> save("long", begun), done::add, problem -> {});
        background.run("waiting", () -> "waiting", done::add, problem -> {});
        begun.await();

        background.close();

        assertThat(done).doesNotContain("waiting");
    }

    private static String save(String name, CountDownLatch begun) throws InterruptedException {
        begun.countDown();
        Thread.sleep(300);
        return name;
    }
}
