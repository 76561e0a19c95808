package org.digitscope.text;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The program's code and its texts, to hold the one against the other. */
public final class ProgramTexts {
    private ProgramTexts() {}

    /** All code in a folder, one file after the other. */
    public static String sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            StringBuilder all = new StringBuilder();
            for (Path file : java) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static Properties bundle(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }
}
