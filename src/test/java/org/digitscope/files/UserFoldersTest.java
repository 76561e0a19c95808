package org.digitscope.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
    private static final Path HOME = Path.of("home");

    @Test
    void followXdgOnLinux() {
        UserFolders folders = UserFolders.of(
                Map.of("XDG_DATA_HOME", "own-data", "XDG_CACHE_HOME", "own-cache", "XDG_STATE_HOME", "own-state"),
                "Linux",
                HOME);

        assertThat(folders)
                .isEqualTo(new UserFolders(
                        Path.of("own-data/digitscope"),
                        Path.of("own-cache/digitscope"),
                        Path.of("own-cache/digitscope/data"),
                        Path.of("own-state/digitscope")));
    }

    @Test
    void haveTheXdgDefaultsOnLinux() {
        assertThat(UserFolders.of(Map.of("XDG_DATA_HOME", " "), "Linux", HOME))
                .isEqualTo(new UserFolders(
                        HOME.resolve(".local/share/digitscope"),
                        HOME.resolve(".cache/digitscope"),
                        HOME.resolve(".cache/digitscope/data"),
                        HOME.resolve(".local/state/digitscope")));
    }

    @Test
    void areInTheLibraryOnMacOs() {
        assertThat(UserFolders.of(Map.of("XDG_DATA_HOME", "ignored"), "Mac OS X", HOME))
                .isEqualTo(new UserFolders(
                        HOME.resolve("Library/Application Support/digitscope"),
                        HOME.resolve("Library/Caches/digitscope"),
                        HOME.resolve("Library/Caches/digitscope/data"),
                        HOME.resolve("Library/Logs/digitscope")));
    }

    @Test
    void areInAppDataOnWindows() {
        assertThat(UserFolders.of(Map.of("APPDATA", "roaming", "LOCALAPPDATA", "local"), "Windows 11", HOME))
                .isEqualTo(new UserFolders(
                        Path.of("roaming/digitscope"),
                        Path.of("local/digitscope/cache"),
                        Path.of("local/digitscope/cache/data"),
                        Path.of("local/digitscope/logs")));
        assertThat(UserFolders.of(Map.of(), "Windows 11", HOME).data())
                .isEqualTo(HOME.resolve("AppData/Roaming/digitscope"));
    }

    @Test
    void takeDataSetsFromTheFolderThatThePersonNames() {
        UserFolders folders = UserFolders.of(Map.of("DIGITSCOPE_DATA", "sets"), "Linux", HOME);

        assertThat(folders.dataSets()).isEqualTo(Path.of("sets"));
        assertThat(folders.cache()).isEqualTo(HOME.resolve(".cache/digitscope"));
    }
}
