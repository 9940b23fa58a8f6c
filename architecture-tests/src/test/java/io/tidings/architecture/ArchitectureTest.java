package io.tidings.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    /** All main classes of the published modules. */
    private static final JavaClasses PUBLISHED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tidings");

    static Stream<Rule> rules() {
        return Stream.of(DependencyRules.ALL, ShapeRules.ALL).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProjectKeepsTheRule(Rule rule) {
        rule.rule().check(PUBLISHED);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleCanFail(Rule rule) {
        JavaClasses withOffender = new ClassFileImporter()
                .importClasses(rule.offender(), io.tidings.email.OffendsEmail.class, io.tidings.email.Verdict.class);

        List<String> against = rule.rule().evaluate(withOffender).getFailureReport().getDetails().stream()
                .filter(naming(rule.offender()))
                .toList();

        assertThat(rule.offences()).allSatisfy(offence -> assertThat(against)
                .anySatisfy(detail -> assertThat(detail).contains(offence)));
    }

    /** By its full name, which may begin the name of another class. */
    private static Predicate<String> naming(Class<?> offender) {
        return Pattern.compile(Pattern.quote(offender.getName()) + "\\b").asPredicate();
    }

    @ParameterizedTest
    @EnumSource(
            value = Modules.class,
            names = {"ARCHITECTURE_TESTS", "EXAMPLES", "BENCHMARKS"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyPublishedModuleHasClassesUnderItsRoot(Modules module) {
        assertThat(PUBLISHED)
                .anySatisfy(type -> assertThat(type.getPackageName()).startsWith(module.root()));
    }

    @Test
    void everyPackageThatARuleNamesIsThere() {
        List<String> packages = Stream.of(
                        "",
                        ".error",
                        ".email",
                        ".template",
                        ".delivery",
                        ".spi",
                        ".internal",
                        ".mime",
                        ".templates",
                        ".templates.catalogue",
                        ".adapter.inmemory",
                        ".adapter.inmemory.script",
                        ".adapter.inmemory.assertj",
                        ".adapter.inmemory.junit",
                        ".adapter.smtplegacy",
                        ".adapter.smtplegacy.bounce",
                        ".adapter.smtplegacy.bounce.clue",
                        ".adapter.smtplegacy.bounce.message",
                        ".adapter.smtplegacy.dialogue",
                        ".adapter.smtplegacy.options",
                        ".adapter.smtplegacy.pool",
                        ".adapter.smtplegacy.tls",
                        ".adapter.smtplegacy.wire",
                        ".adapter.sendgrid",
                        ".adapter.sendgrid.account",
                        ".adapter.sendgrid.http",
                        ".adapter.sendgrid.mail",
                        ".adapter.failover",
                        ".testkit",
                        ".testkit.sendgrid",
                        ".testkit.sendgrid.http",
                        ".testkit.sendgrid.rules")
                .map(name -> "io.tidings" + name)
                .toList();

        assertThat(PUBLISHED.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .containsAll(packages);
    }

    @Test
    void theRulesKnowEveryModuleOfTheParent() throws IOException {
        String parent = Files.readString(Path.of("..", "pom.xml"));
        List<String> modules = Pattern.compile("<module>([^<]+)</module>")
                .matcher(parent)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(Stream.of(Modules.values()).map(Modules::artifactId)).containsExactlyInAnyOrderElementsOf(modules);
    }

    @ParameterizedTest
    @EnumSource(Modules.class)
    void everyModuleIsCalledAsItsPackageRoot(Modules module) throws IOException {
        String pom = Files.readString(Path.of("..", module.artifactId(), "pom.xml"));

        assertThat(Pattern.compile("<module\\.name>([^<]+)</module\\.name>")
                        .matcher(pom)
                        .results()
                        .map((MatchResult match) -> match.group(1)))
                .containsExactly(module.root());
    }

    @Test
    void noTwoModulesShareAPackageRoot() {
        assertThat(Stream.of(Modules.values()).map(Modules::root)).doesNotHaveDuplicates();
    }
}
