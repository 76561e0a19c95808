package org.digitscope.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DiagnosticsTest {
    @Test
    void whatIsSentDoesNotNameThePerson() {
        String log = "opened /home/mary/digits/seven.ndjson\n"
                + "saved /media/mary/STICK/seven.png\n"
                + "C:\\Data\\mary\n"
                + "primary /data/maryland/a.zip";

        assertThat(Diagnostics.withoutPerson(log, "/home/mary", "mary"))
                .isEqualTo("opened ~/digits/seven.ndjson\n"
                        + "saved /media/…/STICK/seven.png\n"
                        + "C:\\Data\\…\n"
                        + "primary /data/maryland/a.zip");
    }
}
