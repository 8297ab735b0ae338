package dev.davit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may import whom. A rule that fails here is a design question, not a formality: see ARCHITECTURE.md.
final class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.davit");

    private static final DescribedPredicate<JavaClass> NATIVE = resideInAPackage("dev.davit.engine.linux..");
    private static final DescribedPredicate<JavaClass> REMOTE = resideInAPackage("dev.davit.engine.remote..");
    private static final DescribedPredicate<JavaClass> SPI =
            resideInAPackage("dev.davit.engine..").and(not(NATIVE)).and(not(REMOTE)).as("engine-spi");
    private static final DescribedPredicate<JavaClass> COMPOSE = resideInAPackage("dev.davit.compose..");
    private static final DescribedPredicate<JavaClass> APP = resideInAPackage("dev.davit..")
            .and(not(resideInAnyPackage("dev.davit.engine..", "dev.davit.compose..")))
            .as("tui-app");
    private static final DescribedPredicate<JavaClass> JDK =
            resideInAnyPackage("java..", "javax..", "jdk..", "org.jspecify..").as("the JDK");
    private static final DescribedPredicate<JavaClass> FRONT_END = resideInAnyPackage(
                    "dev.davit.cli..", "dev.davit.batch..", "dev.davit.shell..", "dev.davit.console..")
            .as("a front end");

    static List<Arguments> rules() {
        return List.of(
                rule("the engine interface has no dependency", noClasses().that(SPI).should().dependOnClassesThat(not(SPI.or(JDK)))),
                rule(
                        "the native engine knows the engine interface only",
                        noClasses().that(NATIVE).should().dependOnClassesThat(not(NATIVE.or(SPI).or(JDK)))),
                rule(
                        "the remote engine knows neither the native one nor any front end",
                        noClasses().that(REMOTE).should().dependOnClassesThat(NATIVE.or(COMPOSE).or(APP))),
                rule(
                        "compose knows the engine interface, and YAML where it reads files",
                        noClasses()
                                .that(COMPOSE)
                                .should()
                                .dependOnClassesThat(not(COMPOSE.or(SPI).or(JDK).or(resideInAPackage("org.snakeyaml.engine.."))))),
                rule("front ends find engines by ServiceLoader", noClasses().that(APP).should().dependOnClassesThat(NATIVE.or(REMOTE))),
                only("docker-java", "com.github.dockerjava..", "dev.davit.engine.remote.."),
                only("Jackson", "com.fasterxml.jackson..", "dev.davit.engine.remote.."),
                only("generated JSON adapters", "io.avaje..", "dev.davit.engine.remote.."),
                only("Lanterna", "com.googlecode.lanterna..", "dev.davit.console.paint..", "dev.davit.terminal.."),
                only("JLine", "org.jline..", "dev.davit.terminal..", "dev.davit.shell.."),
                only("SnakeYAML", "org.snakeyaml.engine..", "dev.davit.compose.file..", "dev.davit.config.."),
                only("java.lang.foreign", "java.lang.foreign..", "dev.davit.engine.linux.kernel..", "dev.davit.terminal.."),
                only("picocli", "picocli..", "dev.davit.cli..", "dev.davit.shell.."),
                rule(
                        "the transport carries bytes and knows no JSON",
                        noClasses()
                                .that(resideInAPackage("dev.davit.engine.remote.http.."))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(
                                        "com.github.dockerjava..", "io.avaje..", "dev.davit.engine.remote", "dev.davit.engine.remote.wire.."))),
                rule(
                        "an operation knows no front end",
                        noClasses().that(resideInAPackage("dev.davit.operation..")).should().dependOnClassesThat(FRONT_END)),
                rule(
                        "formatting knows engines' values and nothing of the application",
                        noClasses()
                                .that(resideInAPackage("dev.davit.format.."))
                                .should()
                                .dependOnClassesThat(APP.and(not(resideInAPackage("dev.davit.format.."))))),
                rule(
                        "the terminal knows no front end and no engine",
                        noClasses()
                                .that(resideInAPackage("dev.davit.terminal.."))
                                .should()
                                .dependOnClassesThat(
                                        FRONT_END.or(resideInAPackage("dev.davit.operation..")).or(resideInAPackage("dev.davit")))),
                rule(
                        "ports block: no futures in the engine interface",
                        noClasses()
                                .that(SPI)
                                .should()
                                .dependOnClassesThat()
                                .haveNameMatching("java\\.util\\.concurrent\\.(CompletableFuture|CompletionStage|Future)")));
    }

    private static Arguments rule(String name, ArchRule rule) {
        return Arguments.of(name, rule.as(name).allowEmptyShould(true));
    }

    private static Arguments only(String what, String library, String... homes) {
        return rule(
                what + " appears in " + String.join(" and ", homes) + " only",
                noClasses()
                        .that(resideInAPackage("dev.davit..").and(not(resideInAnyPackage(homes))))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String name, ArchRule rule) {
        rule.check(CLASSES);
    }

    /// Guards the guards: an import that sees nothing would pass every rule.
    @ParameterizedTest
    @ValueSource(strings = {"dev.davit.engine", "dev.davit.engine.remote", "dev.davit.operation", "dev.davit.format", "dev.davit"})
    void everyModuleIsSeen(String packageName) {
        assertThat(CLASSES.stream().filter(type -> type.getPackageName().equals(packageName)))
                .isNotEmpty();
    }

    @Test
    void aWrongImportWouldBeSeen() {
        var wrong = noClasses().that(REMOTE).should().dependOnClassesThat(SPI);
        assertThatThrownBy(() -> wrong.check(CLASSES)).isInstanceOf(AssertionError.class);
    }
}
