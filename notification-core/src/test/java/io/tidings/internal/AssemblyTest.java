package io.tidings.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.Capabilities;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailPort;
import io.tidings.email.SendResult;
import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.error.InvalidArgumentException;
import io.tidings.spi.EmailPortProvider;
import io.tidings.spi.ProviderContext;
import io.tidings.spi.Secret;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import io.tidings.spi.TemplatePortProvider;
import io.tidings.template.TemplatePort;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AssemblyTest {

    private static final SettingKey<String> HOST =
            SettingKey.text("tidings.smtp.host", "The relay.").required();
    private static final SettingKey<Integer> PORT = SettingKey.integer("tidings.smtp.port", 1, 65535, "Its port.");
    private static final SettingKey<Secret> PASSWORD = SettingKey.secret("tidings.smtp.password", "The password.");

    private final Provider smtp = new Provider("smtp", List.of(HOST, PORT, PASSWORD), context -> new NoPort());
    private final Provider memory = new Provider("memory", List.of(), context -> new NoPort());

    @Test
    void takesTheOnlyAdapterIfNoneIsNamed() {
        assertThat(assembly(Map.of(), memory).emailPort()).isPresent();
    }

    @Test
    void takesTheAdapterThatIsNamed() {
        Assembly assembly =
                assembly(Map.of("tidings.email.adapter", "smtp", "tidings.smtp.host", "relay"), memory, smtp);

        assertThat(assembly.emailPort()).isPresent();
        assertThat(assembly.problems()).isEmpty();
    }

    @Test
    void listsWhatWasFoundIfNoneIsNamed() {
        assertProblem(
                assembly(Map.of(), smtp, memory), "tidings.email.adapter", "found on the class path: memory, smtp");
        assertProblem(assembly(Map.of()), "tidings.email.adapter", "found on the class path: none");
    }

    @Test
    void listsWhatWasFoundIfTheNamedOneIsNotThere() {
        Assembly assembly = assembly(Map.of("tidings.email.adapter", "canary"), memory, smtp);

        assertProblem(assembly, "tidings.email.adapter", "is not on the class path; found: memory, smtp");
        assertThat(assembly.problems().toString()).doesNotContain("canary");
    }

    @Test
    void listsBothIfTheNamedOneIsThereTwice() {
        Assembly assembly = assembly(Map.of("tidings.email.adapter", "memory"), memory, memory);

        assertProblem(assembly, "tidings.email.adapter", "more than once: " + Provider.class.getName());
    }

    @Test
    void checksEveryValueOfTheChosenAdapterAndNoneOfTheOthers() {
        Map<String, String> settings = Map.of("tidings.smtp.port", "canary");

        Assembly chosen = assembly(settings, smtp);
        assertThat(chosen.emailPort()).isEmpty();
        assertThat(chosen.problems())
                .extracting(ConfigurationProblem::key)
                .containsExactlyInAnyOrder("tidings.smtp.host", "tidings.smtp.port");
        assertThat(chosen.problems().toString()).doesNotContain("canary");

        Assembly other =
                assembly(Map.of("tidings.smtp.port", "canary", "tidings.email.adapter", "memory"), memory, smtp);
        assertThat(other.emailPort()).isPresent();
        assertThat(other.problems()).isEmpty();
    }

    @Test
    void anUnknownKeyUnderALoadedPrefixIsAnErrorWithTheNearestKnownKey() {
        Assembly assembly = assembly(Map.of("tidings.smtp.hots", "x", "tidings.smtp.something-else", "x"), smtp);

        assertThat(assembly.problems())
                .containsExactlyInAnyOrder(
                        new ConfigurationProblem(
                                "tidings.smtp.hots", "is not a known key; did you mean tidings.smtp.host?"),
                        new ConfigurationProblem("tidings.smtp.something-else", "is not a known key"));
    }

    @Test
    void aKeyOfAnAdapterThatIsNotThereIsNoError() {
        assertThat(assembly(Map.of("tidings.sendgrid.api-key", "x"), memory).problems())
                .isEmpty();
    }

    @Test
    void aMistypedPrefixIsAnError() {
        assertProblem(
                assembly(Map.of("tidings.emial.adapter", "memory"), memory),
                "tidings.emial.adapter",
                "did you mean tidings.email.adapter?");
    }

    @Test
    void aStrangeNameIsShownWithoutItsControlCharacters() {
        Assembly assembly = assembly(Map.of("tidings.smtp.\r\n" + "x".repeat(200), "x"), smtp);

        assertThat(assembly.problems()).singleElement().satisfies(problem -> assertThat(problem.key())
                .startsWith("tidings.smtp.??xxx")
                .endsWith("…")
                .hasSize(101));
    }

    @Test
    void whatAProviderFindsWrongIsReportedWithTheRest() {
        ConfigurationProblem cross = new ConfigurationProblem("tidings.memory", "does not fit");
        Provider picky = new Provider("memory", List.of(), context -> {
            throw new ConfigurationException(List.of(cross));
        });
        Assembly assembly = assembly(Map.of("tidings.email.from", "x"), picky);

        assertThat(assembly.emailPort()).isEmpty();
        assertThat(assembly.problems()).hasSize(2).contains(cross);
    }

    @Test
    void aProviderThatThrowsAnythingElseDoesNotHideTheOtherProblems() {
        Provider strict = new Provider("memory", List.of(), context -> {
            throw new InvalidArgumentException("capacity", "must be at least 1");
        });
        Assembly assembly = assembly(Map.of("tidings.email.from", "x"), strict);
        assembly.emailPort();
        assertThat(assembly.problems())
                .hasSize(2)
                .contains(new ConfigurationProblem("tidings.memory", "capacity must be at least 1"));

        Provider broken = new Provider("memory", List.of(), context -> {
            throw new IllegalStateException("canary");
        });
        assertProblem(
                assembly(Map.of(), broken), "tidings.memory", "could not be made: java.lang.IllegalStateException");
    }

    @Test
    void aPrefixWithoutAMemberIsAnError() {
        assertProblem(assembly(Map.of("tidings.memory", "x"), memory), "tidings.memory", "is not a known key");
    }

    @Test
    void aFileThatIsNamedWhereNobodyLooksIsAnError() {
        assertProblem(assembly(Map.of("tidings.config", "x"), memory), "tidings.config", "has an effect only as");
    }

    @Test
    void anAdapterCanBeMadeOfOthers() {
        NoPort child = new NoPort();
        Provider inner = new Provider("inner", List.of(), context -> child);
        Provider outer = new Provider("outer", List.of(), context -> context.adapter("inner"));

        assertThat(assembly(Map.of("tidings.email.adapter", "outer"), inner, outer)
                        .emailPort())
                .containsSame(child);
    }

    @Test
    void anAdapterThatIsMadeOfItselfIsAnError() {
        Provider a = new Provider("a", List.of(), context -> context.adapter("b"));
        Provider b = new Provider("b", List.of(), context -> context.adapter("a"));

        assertProblem(assembly(Map.of("tidings.email.adapter", "a"), a, b), "tidings.b", "circle: a -> b -> a");
    }

    @Test
    void theSettingsOfAnInnerAdapterAreCheckedToo() {
        Provider outer = new Provider("outer", List.of(), context -> context.adapter("smtp"));

        assertProblem(
                assembly(Map.of("tidings.email.adapter", "outer"), outer, smtp), "tidings.smtp.host", "must be set");
    }

    @Test
    void anInnerAdapterThatIsNotThereIsAnError() {
        Provider outer = new Provider("outer", List.of(), context -> context.adapter("nowhere"));

        assertProblem(assembly(Map.of(), outer), "tidings.outer", "found: outer");
    }

    @Test
    void needsExactlyOneTemplateEngine() {
        Assembly none =
                new Assembly(Settings.of(Map.of()), InstantSource.system(), event -> {}, List.of(memory), List.of());
        assertThat(none.templatePort()).isEmpty();
        assertThat(none.problems().toString()).contains("tidings.templates").contains("found: none");

        TemplatePortProvider engine = new Engine();
        Assembly two = new Assembly(
                Settings.of(Map.of()), InstantSource.system(), event -> {}, List.of(memory), List.of(engine, engine));
        assertThat(two.templatePort()).isEmpty();
        assertThat(two.problems().toString()).contains("found: " + Engine.class.getName());
    }

    @Test
    void distanceCountsInsertionsDeletionsAndReplacements() {
        assertThat(NearestName.distance("host", "host")).isZero();
        assertThat(NearestName.distance("", "host")).isEqualTo(4);
        assertThat(NearestName.distance("hots", "host")).isEqualTo(2);
        assertThat(NearestName.distance("hosts", "host")).isEqualTo(1);
        assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
    }

    private static Assembly assembly(Map<String, String> settings, EmailPortProvider... providers) {
        return new Assembly(Settings.of(settings), InstantSource.system(), event -> {}, List.of(providers), List.of());
    }

    private static void assertProblem(Assembly assembly, String key, String text) {
        assembly.emailPort();
        assertThat(assembly.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.text()).contains(text);
        });
    }

    private record Provider(String name, List<SettingKey<?>> keys, Function<ProviderContext, EmailPort> creation)
            implements EmailPortProvider {
        @Override
        public EmailPort create(ProviderContext context) {
            return creation.apply(context);
        }
    }

    private static final class Engine implements TemplatePortProvider {
        @Override
        public String name() {
            return "templates";
        }

        @Override
        public List<SettingKey<?>> keys() {
            return List.of();
        }

        @Override
        public TemplatePort create(ProviderContext context) {
            throw new AssertionError("must not be asked");
        }
    }

    private static final class NoPort implements EmailPort {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public Capabilities capabilities() {
            return Capabilities.unlimited();
        }

        @Override
        public SendResult send(EmailMessage message) {
            throw new AssertionError("must not be asked");
        }

        @Override
        public void close() {}
    }
}
