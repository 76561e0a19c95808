package org.digitscope.cli;

import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.digitscope.files.UserFolders;
import org.digitscope.network.NetworkLoader;
import org.digitscope.training.Trainer;

/**
 * What the commands work with.
 *
 * @param folders where data sets and own models are
 * @param loader makes networks of files
 * @param trainers a trainer for a number of native threads
 * @param computesOn says what computes, for benchmarks; may load the native library
 * @param window opens the window
 */
public record Services(
        UserFolders folders,
        NetworkLoader loader,
        IntFunction<Trainer> trainers,
        Supplier<String> computesOn,
        WindowLauncher window) {}
