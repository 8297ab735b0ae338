package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineParserTest {
    private static final Flag<Boolean> ALL = Flag.toggle("all", 'a', "");
    private static final Flag<Boolean> TTY = Flag.toggle("tty", 't', "");
    private static final Flag<Boolean> PROXY = Flag.toggledOn("sig-proxy", (char) 0, "");
    private static final Flag<Optional<String>> NAME = Flag.text("name", 'n', "");
    private static final Flag<List<String>> ENV = Flag.texts("env", 'e', "");
    private static final Flag<OptionalLong> MEMORY = Flag.bytes("memory", 'm', "");
    private static final Flag<Map<String, String>> OPTION = Flag.pairs("option", "");
    private static final Flag<List<String>> PLATFORM = Flag.commaTexts("platform", "");

    private static final CommandSpec.Builder SPEC =
            CommandSpec.named("try", "[OPTIONS] WHAT [ARG...]", "Try").flags(ALL, TTY, PROXY, NAME, ENV, MEMORY, OPTION, PLATFORM);
    private static final CommandSpec MIXED = SPEC.argumentsFrom(1).runs((typed, context) -> 0);
    private static final CommandSpec FIRST = SPEC.argumentsFrom(1).flagsFirst().runs((typed, context) -> 0);

    private static Invocation mixed(String line) {
        return CommandLineParser.parse(MIXED, List.of(line.split(" ", -1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--name web x", "--name=web x", "-n web x", "-nweb x", "-n=web x", "x --name web", "-atn web x", "-atnweb x", "-n other -n web x"})
    void aValueHasManySpellings(String line) {
        assertThat(mixed(line).get(NAME)).contains("web");
        assertThat(mixed(line).arguments()).containsExactly("x");
    }

    @Test
    void aValueMayBeEmptyOrLookLikeAFlag() {
        assertThat(mixed("--name= x").get(NAME)).contains("");
        assertThat(mixed("--name --all x").get(NAME)).contains("--all");
        assertThat(mixed("--name a=b x").get(NAME)).contains("a=b");
        assertThat(mixed("--name=a=b x").get(NAME)).contains("a=b");
    }

    @Test
    void switchesStandTogetherAndCanBeTurnedOff() {
        assertThat(mixed("-at x").get(ALL)).isTrue();
        assertThat(mixed("-at x").get(TTY)).isTrue();
        assertThat(mixed("--all=false x").get(ALL)).isFalse();
        assertThat(mixed("-a=false x").get(ALL)).isFalse();
        assertThat(mixed("--all --all=0 x").get(ALL)).isFalse();
        assertThat(mixed("--sig-proxy=false x").get(PROXY)).isFalse();
        assertThat(mixed("x").get(PROXY)).isTrue();
        assertThat(mixed("--all false").arguments()).containsExactly("false");
    }

    @Test
    void whatWasTypedIsToldFromWhatIsUsual() {
        assertThat(mixed("--all=false x").has(ALL)).isTrue();
        assertThat(mixed("x").has(ALL)).isFalse();
    }

    @Test
    void listsKeepTheirOrder() {
        assertThat(mixed("-e A=1 --env B x -e C=").get(ENV)).containsExactly("A=1", "B", "C=");
        assertThat(mixed("--platform a,b --platform c x").get(PLATFORM)).containsExactly("a", "b", "c");
        assertThat(mixed("--option a=1 --option b x").get(OPTION)).containsExactlyInAnyOrderEntriesOf(Map.of("a", "1", "b", ""));
    }

    @Test
    void twoDashesEndTheFlags() {
        assertThat(mixed("-a -- -t --name").arguments()).containsExactly("-t", "--name");
        assertThat(mixed("x -- y").arguments()).containsExactly("x", "y");
        assertThat(mixed("-").arguments()).containsExactly("-");
    }

    @Test
    void afterTheFirstArgumentAnotherProgramsFlagsStay() {
        var typed = CommandLineParser.parse(FIRST, List.of("-a", "image", "-t", "--name", "--", "--all"));
        assertThat(typed.get(ALL)).isTrue();
        assertThat(typed.get(TTY)).isFalse();
        assertThat(typed.arguments()).containsExactly("image", "-t", "--name", "--", "--all");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--al x | try: unknown flag --al; did you mean --all?",
        "--nmae=a x | try: unknown flag --nmae; did you mean --name?",
        "--memroy 1 x | try: unknown flag --memroy; did you mean --memory?",
        "--zzzzzz x | try: unknown flag --zzzzzz",
        "-z x | try: unknown flag -z",
        "-az x | try: unknown flag -z in -az",
        "x --name | try: -n, --name needs a value (string)",
        "x -n | try: -n, --name needs a value (string)",
        "--all=maybe x | try: \"maybe\" is no value for -a, --all: it takes true or false",
        "-a | try: needs at least 1 argument; usage: davit try [OPTIONS] WHAT [ARG...]",
    })
    void aMistakeIsNamed(String line, String message) {
        assertThatThrownBy(() -> mixed(line)).isInstanceOf(UsageException.class).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "x --help", "--name a --help"})
    void helpIsAlwaysThere(String line) {
        assertThatThrownBy(() -> mixed(line)).isInstanceOf(HelpWanted.class);
    }

    @Test
    void aSizeIsReadOnce() {
        assertThat(mixed("-m 1g x").get(MEMORY)).hasValue(1L << 30);
        assertThatThrownBy(() -> mixed("-m lots x")).isInstanceOf(UsageException.class).hasMessageStartingWith("try: \"lots\" is no value for -m, --memory: ");
    }
}
