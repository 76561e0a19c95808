package org.digitscope.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.digitscope.text.Phrase;
import org.digitscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A file that cannot be read or written, told in one sentence that names the file and what to do about it.
 *
 * <p>The sentence is a text of the bundle {@code problems}: argument 0 is the file, the others follow; {@link Phrase}s
 * among them are said in the same language.
 */
public final class FileProblem extends IOException {
    private final transient Phrase sentence;

    public FileProblem(Path file, String key, Object... arguments) {
        this(file.toString(), key, null, arguments);
    }

    private FileProblem(String file, String key, @Nullable Throwable cause, Object... arguments) {
        super(key, cause);
        this.sentence = Phrase.about(file, key, arguments);
    }

    /** The same with the exception that showed the problem. */
    public static FileProblem causedBy(Throwable cause, Path file, String key, Object... arguments) {
        return new FileProblem(file.toString(), key, cause, arguments);
    }

    /** What the operating system said of {@code file}, in a person's terms; a FileProblem stays as it is. */
    public static FileProblem of(Path file, IOException cause) {
        if (cause instanceof FileProblem problem) {
            return problem;
        }
        if (cause instanceof NoSuchFileException missing) {
            Path parent = file.toAbsolutePath().getParent();
            boolean folderMissing =
                    parent != null && !missing.getFile().equals(file.toString()) && !Files.isDirectory(parent);
            return causedBy(cause, file, folderMissing ? "file.folder-missing" : "file.missing");
        }
        if (cause instanceof AccessDeniedException) {
            return causedBy(cause, file, "file.denied");
        }
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (cause instanceof FileSystemException system && system.getReason() != null) {
            reason = system.getReason();
        }
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("quota")) {
            return causedBy(cause, file, "file.disk-full");
        }
        if (lower.contains("read-only") || lower.contains("permission denied")) {
            return causedBy(cause, file, "file.denied");
        }
        if (lower.contains("is a directory")) {
            return causedBy(cause, file, "file.is-folder");
        }
        if (lower.contains("not a directory")) {
            return causedBy(cause, file, "file.folder-missing");
        }
        return causedBy(cause, file, "file.failed", reason);
    }

    /** The sentence in the language of {@code problems}, which must be the bundle of that name. */
    public String sentence(Texts problems) {
        return sentence.in(problems);
    }

    /** What any problem says: a sentence in a language where there is one. */
    public static String told(Throwable problem, Locale locale) {
        return problem instanceof FileProblem known
                ? known.sentence(Texts.of("problems", locale))
                : String.valueOf(problem.getMessage());
    }

    /** The sentence in English. */
    @Override
    public String getMessage() {
        return sentence(Texts.of("problems", Locale.ENGLISH));
    }
}
