package org.digitscope.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.catalog.ModelCard;
import org.digitscope.catalog.ModelCatalog;

/** What the program knows of itself. Reads resources: not for the JavaFX thread, but for the version. */
final class About {
    private About() {}

    static String version() {
        return Optional.ofNullable(About.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** What it runs on, with the versions. Waits for the number system. */
    static String runtimes(ModelCatalog catalog) {
        return "Java " + System.getProperty("java.version") + " · JavaFX " + System.getProperty("javafx.version")
                + " · " + catalog.runtime();
    }

    /** The notices of Digitscope and of all it is made of, then its licence. */
    static String licences() throws IOException {
        return resource("NOTICE") + "\n\n\n" + resource("LICENSE");
    }

    /** A line for each model. */
    static List<String> models(ModelCatalog catalog) throws IOException {
        List<String> lines = new ArrayList<>();
        for (ModelCard card : catalog.cards()) {
            lines.add(card.name() + ": " + card.description());
        }
        return lines;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = About.class.getResourceAsStream("/org/digitscope/" + name)) {
            if (in == null) {
                throw new IOException("the program lacks its resource " + name + ": install it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
