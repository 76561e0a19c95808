package org.digitscope.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.digitscope.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the language of the program what picocli says in English of arguments that cannot be understood. */
final class WrongUsage {
    /** So many letters are as a rule not mistyped. */
    private static final int BEGINNING = 3;

    private final Texts texts;

    WrongUsage(Texts texts) {
        this.texts = texts;
    }

    /** Values that cannot be taken are told of in the same language. */
    void register(CommandLine commandLine) {
        ITypeConverter<Integer> whole = text -> convert("usage.no-whole-number", text, Integer::valueOf);
        ITypeConverter<Long> large = text -> convert("usage.no-whole-number", text, Long::valueOf);
        ITypeConverter<Double> number = text -> convert("usage.no-number", text, Double::valueOf);
        commandLine
                .registerConverter(int.class, whole)
                .registerConverter(long.class, large)
                .registerConverter(Long.class, large)
                .registerConverter(double.class, number)
                .registerConverter(Double.class, number)
                .registerConverter(boolean.class, this::yesOrNo)
                .registerConverter(Path.class, this::path);
    }

    /** Without a full stop; of what is not known here, as picocli says it. */
    String sentence(ParameterException problem, String[] arguments) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (problem instanceof OverwrittenOptionException twice) {
            return texts.get("usage.twice", name(twice.getOverwritten()));
        }
        if (problem instanceof MissingParameterException missing) {
            return missing(missing.getMissing(), List.of(arguments));
        }
        if (problem.getCause() instanceof TypeConversionException invalid && problem.getArgSpec() != null) {
            return texts.get("usage.invalid", name(problem.getArgSpec()), String.valueOf(invalid.getMessage()));
        }
        return String.valueOf(problem.getMessage());
    }

    private String unmatched(UnmatchedArgumentException problem) {
        String first = problem.getUnmatched().get(0);
        String key = problem.isUnknownOption()
                ? "usage.unknown-option"
                : problem.getCommandLine().getSubcommands().isEmpty() ? "usage.unmatched" : "usage.unknown-command";
        return texts.get(key, first)
                + problem.getSuggestions().stream()
                        .filter(name -> beginning(name).equals(beginning(first)))
                        .findFirst()
                        .map(name -> texts.get("usage.perhaps", name))
                        .orElse("");
    }

    /** Picocli suggests what is nearest, however far away. */
    private static String beginning(String name) {
        String word = name.replaceFirst("^-+", "");
        return word.substring(0, Math.min(BEGINNING, word.length()));
    }

    /** An option that was given lacks its value; one that was not lacks itself. */
    private String missing(List<ArgSpec> missing, List<String> arguments) {
        if (missing.size() == 1
                && missing.get(0) instanceof OptionSpec option
                && List.of(option.names()).stream().anyMatch(arguments::contains)) {
            return texts.get("usage.no-value", name(option), option.paramLabel());
        }
        return texts.get(
                "usage.missing",
                missing.stream()
                        .map(argument -> argument instanceof OptionSpec option
                                ? option.longestName() + " " + option.paramLabel()
                                : argument.paramLabel())
                        .collect(Collectors.joining(texts.get("usage.and"))));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private boolean yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new TypeConversionException(texts.get("usage.no-boolean", text));
        };
    }

    private Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(texts.get("usage.no-path", text));
        }
    }

    private <T> T convert(String key, String text, Function<String, T> conversion) {
        try {
            return conversion.apply(text);
        } catch (NumberFormatException e) {
            boolean whole = text.matches("[+-]?\\d+");
            throw new TypeConversionException(texts.get(whole ? "usage.too-large" : key, text));
        }
    }
}
