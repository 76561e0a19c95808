package org.digitscope.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a person's files are, by each system's own custom: XDG on Linux, {@code ~/Library} on macOS, {@code %APPDATA%}
 * and {@code %LOCALAPPDATA%} on Windows. Nothing is created here.
 *
 * @param data what a person made: autosaved ink, own models, settings
 * @param cache what can be fetched again: data sets, unpacked natives
 * @param dataSets where data sets are looked for and fetched to: {@code DIGITSCOPE_DATA} if set, else below the cache
 * @param state what tells of earlier runs and may be thrown away: logs
 */
public record UserFolders(Path data, Path cache, Path dataSets, Path state) {

    /** With the logs below the data: everything of a trial in one place. */
    public UserFolders(Path data, Path cache, Path dataSets) {
        this(data, cache, dataSets, data.resolve("state"));
    }

    /** The folders of the person who runs this process. */
    public static UserFolders ofThisProcess() {
        return of(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    static UserFolders of(Map<String, String> environment, String osName, Path home) {
        String os = osName.toLowerCase(Locale.ROOT);
        Path data;
        Path cache;
        Path state;
        if (os.contains("win")) {
            data = folder(environment, "APPDATA").orElse(home.resolve("AppData/Roaming"));
            cache = folder(environment, "LOCALAPPDATA")
                    .orElse(home.resolve("AppData/Local"))
                    .resolve("digitscope/cache");
            state = folder(environment, "LOCALAPPDATA")
                    .orElse(home.resolve("AppData/Local"))
                    .resolve("digitscope/logs");
            data = data.resolve("digitscope");
        } else if (os.contains("mac")) {
            data = home.resolve("Library/Application Support/digitscope");
            cache = home.resolve("Library/Caches/digitscope");
            state = home.resolve("Library/Logs/digitscope");
        } else {
            data = folder(environment, "XDG_DATA_HOME")
                    .orElse(home.resolve(".local/share"))
                    .resolve("digitscope");
            cache = folder(environment, "XDG_CACHE_HOME")
                    .orElse(home.resolve(".cache"))
                    .resolve("digitscope");
            state = folder(environment, "XDG_STATE_HOME")
                    .orElse(home.resolve(".local/state"))
                    .resolve("digitscope");
        }
        Path dataSets = folder(environment, "DIGITSCOPE_DATA").orElse(cache.resolve("data"));
        return new UserFolders(data, cache, dataSets, state);
    }

    private static Optional<Path> folder(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
