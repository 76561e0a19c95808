package org.digitscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.digitscope.cli.Program.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @TempDir
    private Path folder;

    private Program program;

    @BeforeEach
    void startWithEmptyFolders() {
        program = Program.in(folder);
    }

    @Test
    void opensTheWindowWithoutArguments() {
        Run run = program.run();

        assertThat(run.status()).isZero();
        assertThat(program.window.opened).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void opensTheWindowWithTheFilesThatAreGivenInPlaceOfACommand() {
        Run run = program.run("my digit.ndjson", "./models/pad.zip", "/home/mei/七");

        assertThat(run.status()).isZero();
        assertThat(program.window.files)
                .containsExactly(Path.of("my digit.ndjson"), Path.of("./models/pad.zip"), Path.of("/home/mei/七"));
    }

    @Test
    void speaksTheLanguageOfTheSystem() {
        Program chinese = program.speaking(Locale.forLanguageTag("zh-TW"));

        Run help = chinese.run("classify", "--help");
        Run failed = chinese.run("classify", folder.resolve("gone.png"), "--format", "json");

        assertThat(help.out()).contains("--model", "模型");
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err()).contains("gone.png").containsPattern("\\p{IsHan}");
        assertThat(program.speaking(Locale.FRENCH).run("classify", "--help").out())
                .isEqualTo(program.run("classify", "--help").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"digit.ndjson clasify", "--colour digit.ndjson", "digit.ndjson --debug", "-"})
    void opensNoWindowForFilesBesideAnythingElse(String arguments) {
        Object[] words = arguments.split(" ");

        assertThat(program.run(words).status()).isEqualTo(2);
        assertThat(program.window.opened).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "classify",
                "evaluate",
                "train",
                "explain",
                "activations",
                "models",
                "data",
                "data list",
                "data fetch",
                "bench"
            })
    void explainsEveryCommand(String command) {
        Object[] words = (command + " --help").strip().split(" ");

        Run run = program.run(words);

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.outLines().get(0)).startsWith(("Usage: digitscope " + command).strip());
        assertThat(run.out()).contains("--debug", "Show this help and exit.");
        assertThat(run.out()).doesNotContain("''", "%n", "null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "classify --version", "data fetch -V"})
    void tellsItsVersion(String arguments) {
        Object[] words = arguments.split(" ");

        Run run = program.run(words);

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("Digitscope ");
        assertThat(run.outLines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clasify a.png",
                "classify",
                "classify --colour a.png",
                "evaluate",
                "evaluate --data mnist --format xml",
                "evaluate --data mnist --placement left",
                "train --plan classic",
                "train --plan classic --out model.json",
                "train --plan classic --out model.zip --threads 0",
                "train --plan classic --out model.zip --seed seven",
                "data",
                "data fetch",
                "models all",
                "--debug"
            })
    void answersWrongUsageWithOneLineAndStatus2(String arguments) {
        Object[] words = arguments.split(" ");

        Run run = program.run(words);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("see 'digitscope").contains("--help'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "clasify a.png | Unknown command: 'clasify' (is 'classify' meant?) | 未知命令：“clasify”（是否指“classify”？）",
                "classify --modle a.png b.png | Unknown option: '--modle' (is '--model' meant?) | 未知选项：“--modle”（是否指“--model”？）",
                "nocommand | Unknown command: 'nocommand' | 未知命令：“nocommand”",
                "bench --quick=3 | --quick: '3' is neither true nor false | --quick：“3”既不是 true 也不是 false",
                "data fetsh mnist | Unknown command: 'fetsh' (is 'fetch' meant?) | 未知命令：“fetsh”（是否指“fetch”？）",
                "explain a.png --method saliency --out b.png --index 99999999999 | --index: '99999999999' is too large | --index：“99999999999”超出范围",
                "models all | 'all' is one argument too many | 多余的参数：“all”",
                "classify a.png --model | Option '--model' lacks its value NAME|FILE | 选项“--model”缺少值 NAME|FILE",
                "classify | Missing: FILE | 缺少：FILE",
                "train | Missing: --plan NAME|FILE.json, --out FILE.zip | 缺少：--plan NAME|FILE.json、--out FILE.zip",
                "evaluate | Missing: --data SET | 缺少：--data SET",
                "evaluate --data mnist --model pad --model classic | Option '--model' may be given only once | 选项“--model”只能给出一次",
                "evaluate --data mnist --format xml | --format: 'xml' is neither text nor json | --format：“xml”既不是 text 也不是 json",
                "bench --soak ten | --soak: 'ten' is not a number | --soak：“ten”不是数",
                "train --plan pad --out a.zip --seed 1.5 | --seed: '1.5' is not a whole number | --seed：“1.5”不是整数"
            })
    void saysWhatIsWrongInTheLanguageOfTheSystem(String arguments, String english, String chinese) {
        Object[] words = arguments.split(" ");

        boolean known = !english.startsWith("Unknown command");
        String command = "digitscope" + (known || words[0].equals("data") ? " " + words[0] : "");

        assertThat(program.run(words).err()).isEqualToIgnoringNewLines(english + "; see '" + command + " --help'.");
        assertThat(program.speaking(Locale.SIMPLIFIED_CHINESE).run(words).err())
                .isEqualToIgnoringNewLines(chinese + "；请看“" + command + " --help”。");
    }

    @Test
    void namesTheValuesThatAnOptionTakes() {
        assertThat(program.run("evaluate", "--data", "mnist", "--format", "xml").err())
                .contains("'xml' is neither text nor json");
    }

    @Test
    void printsACompletionScriptOfAllCommands() {
        Run run = program.run("generate-completion");

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("#!").contains("classify", "evaluate", "train", "models", "fetch", "bench");
    }
}
