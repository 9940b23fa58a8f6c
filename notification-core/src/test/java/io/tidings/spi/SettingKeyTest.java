package io.tidings.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidings.email.EmailAddress;
import io.tidings.error.ConfigurationException;
import io.tidings.error.InvalidArgumentException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingKeyTest {

    enum Policy {
        HOLD,
        SEND_AGAIN
    }

    private static final String NAME = "tidings.x.key";

    private static final SettingKey<Integer> INTEGER = SettingKey.integer(NAME, 1, 65_535, "A port.");
    private static final SettingKey<Boolean> FLAG = SettingKey.flag(NAME, "A switch.");
    private static final SettingKey<Duration> DURATION =
            SettingKey.duration(NAME, Duration.ofMillis(100), Duration.ofDays(7), "A wait.");
    private static final SettingKey<Long> SIZE = SettingKey.size(NAME, "A size.");
    private static final SettingKey<Policy> CHOICE = SettingKey.choice(NAME, Policy.class, "A policy.");
    private static final SettingKey<EmailAddress> ADDRESS = SettingKey.address(NAME, "An address.");
    private static final SettingKey<URI> LOCATION = SettingKey.uri(NAME, "A place.");
    private static final SettingKey<Path> PATH = SettingKey.path(NAME, "A file.");
    private static final SettingKey<Locale> LOCALE = SettingKey.locale(NAME, "A language.");
    private static final SettingKey<String> TEXT = SettingKey.text(NAME, "A text.");
    private static final SettingKey<Secret> SECRET = SettingKey.secret(NAME, "A secret.");

    private static <T> T read(SettingKey<T> key, String value) {
        return Settings.of(Map.of(NAME, value)).get(key);
    }

    private static String problem(SettingKey<?> key, String value) {
        ConfigurationException error = catchThrowableOfType(ConfigurationException.class, () -> read(key, value));
        assertThat(error).as("error").isNotNull();
        assertThat(error.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo(NAME);
            assertThat(problem.text()).startsWith("(given values) must be " + key.type());
        });
        return error.getMessage();
    }

    @Nested
    class Values {

        @Test
        void areTextOrSecret() {
            assertThat(read(TEXT, " a b ")).isEqualTo("a b");
            assertThat(read(SECRET, " s3cret ").reveal()).isEqualTo("s3cret");
            assertThat(read(SECRET, "s3cret")).hasToString("•••");
        }

        @ParameterizedTest
        @CsvSource({"true, true", "TRUE, true", "false, false", "False, false"})
        void areFlags(String written, boolean value) {
            assertThat(read(FLAG, written)).isEqualTo(value);
        }

        @ParameterizedTest
        @ValueSource(strings = {"yes", "1", "on", "truee", "tru e"})
        void areNoOtherFlags(String written) {
            assertThat(problem(FLAG, written)).contains(") must be true or false");
        }

        @ParameterizedTest
        @CsvSource({"1, 1", "25, 25", "65535, 65535", "007, 7"})
        void areIntegers(String written, int value) {
            assertThat(read(INTEGER, written)).isEqualTo(value);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "65536", "2147483648", "99999999999999999999", "1.5", "25 000", "0x19", "x"})
        void areNoIntegersBeyondTheirBounds(String written) {
            assertThat(problem(INTEGER, written)).contains("a whole number from 1 to 65535");
        }

        @ParameterizedTest
        @CsvSource({
            "100ms, PT0.1S",
            "500ms, PT0.5S",
            "30s, PT30S",
            "30 s, PT30S",
            "5m, PT5M",
            "2h, PT2H",
            "7d, PT168H",
            "PT30S, PT30S",
            "pt1m30s, PT1M30S",
            "P1DT2H, PT26H"
        })
        void areDurations(String written, Duration value) {
            assertThat(read(DURATION, written)).isEqualTo(value);
        }

        @ParameterizedTest
        @ValueSource(strings = {"99ms", "0s", "8d", "604800001ms", "PT-30S", "PT0S", "P7DT0.001S"})
        void areNoDurationsBeyondTheirBounds(String written) {
            assertThat(problem(DURATION, written)).contains("from 100ms to 7d");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "30",
                    "s",
                    "30S",
                    "1w",
                    "-5s",
                    "1.5s",
                    "30s30s",
                    "PT",
                    "1234567890123ms",
                    "PT99999999999999999999S"
                })
        void areNoOtherDurations(String written) {
            assertThat(problem(DURATION, written)).contains("must be a duration such as 500ms");
        }

        @ParameterizedTest
        @ValueSource(strings = {"999999999999d", "106751991168d"})
        void areNoDurationsTooLargeToCount(String written) {
            assertThat(problem(DURATION, written)).contains("(value is too large)");
        }

        @ParameterizedTest
        @CsvSource({
            "0, 0",
            "512, 512",
            "512b, 512",
            "1kB, 1024",
            "64kB, 65536",
            "64 KB, 65536",
            "25MB, 26214400",
            "25mb, 26214400",
            "1GB, 1073741824",
            "999999999999, 999999999999",
            "8589934591GB, 9223372035781033984"
        })
        void areSizes(String written, long value) {
            assertThat(read(SIZE, written)).isEqualTo(value);
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "1.5MB", "MB", "1TB", "1 M", "1234567890123", "1kBB", "0x10"})
        void areNoOtherSizes(String written) {
            assertThat(problem(SIZE, written)).contains("a size such as 512, 64kB, 25MB or 1GB");
        }

        @ParameterizedTest
        @ValueSource(strings = {"8589934592GB", "999999999999GB"})
        void areNoSizesTooLargeToCount(String written) {
            assertThat(problem(SIZE, written)).contains("(value is too large)");
        }

        @ParameterizedTest
        @CsvSource({"hold, HOLD", "HOLD, HOLD", "send-again, SEND_AGAIN", "Send-Again, SEND_AGAIN"})
        void areChoices(String written, Policy value) {
            assertThat(read(CHOICE, written)).isEqualTo(value);
        }

        @ParameterizedTest
        @ValueSource(strings = {"holds", "send_again", "send again", "0"})
        void areNoOtherChoices(String written) {
            assertThat(problem(CHOICE, written)).contains("one of hold, send-again");
        }

        @Test
        void areAddresses() {
            EmailAddress address = read(ADDRESS, "\"Doe, Jane\" <jane@example.org>");

            assertThat(address).isEqualTo(EmailAddress.of("jane@example.org"));
            assertThat(address.displayName()).contains("Doe, Jane");
        }

        @ParameterizedTest
        @ValueSource(strings = {"canary", "canary@", "canary@example.org, other@example.org", "<canary@example.org"})
        void areNoOtherAddresses(String written) {
            assertThat(problem(ADDRESS, written)).doesNotContain("canary");
        }

        @Test
        void areUris() {
            assertThat(read(LOCATION, "https://api.example.com:8443/v3?a=b"))
                    .isEqualTo(URI.create("https://api.example.com:8443/v3?a=b"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "canary",
                    "/canary",
                    "mailto:canary@example.org",
                    "https:///canary",
                    "https://can ary",
                    "http://[canary",
                    "canary://"
                })
        void areNoOtherUris(String written) {
            assertThat(problem(LOCATION, written)).doesNotContain("canary");
        }

        @Test
        void arePaths() {
            assertThat(read(PATH, "/etc/tidings")).isEqualTo(Path.of("/etc/tidings"));
            assertThat(problem(PATH, "canary\0")).doesNotContain("canary");
        }

        @ParameterizedTest
        @ValueSource(strings = {"en", "es-MX", "zh-Hant-TW", "EN-us"})
        void areLanguages(String written) {
            assertThat(read(LOCALE, written)).isEqualTo(Locale.forLanguageTag(written));
        }

        @ParameterizedTest
        @ValueSource(strings = {"es_MX", "canarycanary", "e", "en-"})
        void areNoOtherLanguages(String written) {
            assertThat(problem(LOCALE, written)).contains("must be a language tag such as es-MX");
        }
    }

    @Nested
    class Lists {

        @Test
        void holdWhatStandsBetweenCommas() {
            assertThat(read(INTEGER.list(), "1")).containsExactly(1);
            assertThat(read(INTEGER.list(), "3, 1 ,2")).containsExactly(3, 1, 2);
            assertThat(read(TEXT.list(), "a b,c")).containsExactly("a b", "c");
            assertThat(read(CHOICE.list(), "hold,send-again")).containsExactly(Policy.HOLD, Policy.SEND_AGAIN);
        }

        @ParameterizedTest
        @ValueSource(strings = {",", "1,", ",1", "1,,2", "1, ,2"})
        void haveNoEmptyPlaces(String written) {
            assertThat(problem(INTEGER.list(), written)).contains("(list must not have empty places)");
        }

        @Test
        void checkEachElement() {
            assertThat(problem(INTEGER.list(), "1,2,canary"))
                    .contains("from 1 to 65535; several with commas between them")
                    .doesNotContain("canary");
        }
    }

    @Nested
    class Descriptions {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "tidings",
                    "tidings.",
                    "tidings.X",
                    "tidings.x.",
                    "tidings..x",
                    "tidings.1x",
                    "tidings.x_y",
                    "other.x",
                    "tidings.x\n",
                    "Tidings.x"
                })
        void haveANameUnderTidings(String name) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> SettingKey.text(name, "A text."))
                    .satisfies(e -> assertThat(e.field()).isEqualTo("setting key"));
        }

        @Test
        void deriveTheNameOfTheVariable() {
            assertThat(SettingKey.text("tidings.smtp-legacy.host", "A host.").environmentName())
                    .isEqualTo("TIDINGS_SMTP_LEGACY_HOST");
            assertThat(SettingKey.text("tidings.smtp-legacy.dkim.private-key", "A key.")
                            .environmentName())
                    .isEqualTo("TIDINGS_SMTP_LEGACY_DKIM_PRIVATE_KEY");
        }

        @Test
        void sayWhatTheKeyIs() {
            SettingKey<Integer> key = INTEGER;

            assertThat(key.name()).isEqualTo(NAME);
            assertThat(key).hasToString(NAME);
            assertThat(key.type()).isEqualTo("a whole number from 1 to 65535");
            assertThat(key.description()).isEqualTo("A port.");
            assertThat(key.isRequired()).isFalse();
            assertThat(key.isGroup()).isFalse();
            assertThat(key.defaultValue()).isEmpty();
            assertThat(DURATION.type()).isEqualTo("a duration such as 500ms, 30s, 5m, 2h or 7d, from 100ms to 7d");
        }

        @Test
        void haveEitherADefaultOrAnObligation() {
            assertThat(INTEGER.required().list().isRequired()).isTrue();
            assertThatThrownBy(() -> INTEGER.orElse(25).list()).isInstanceOf(InvalidArgumentException.class);
            SettingKey<Integer> optional = INTEGER.required().orElse(25);
            SettingKey<Integer> required = INTEGER.orElse(25).required();

            assertThat(optional.defaultValue()).contains(25);
            assertThat(optional.isRequired()).isFalse();
            assertThat(optional.description()).isEqualTo("A port.");
            assertThat(optional.type()).isEqualTo(INTEGER.type());
            assertThat(required.defaultValue()).isEmpty();
            assertThat(required.isRequired()).isTrue();
            assertThat(required.description()).isEqualTo("A port.");
            assertThat(Settings.of(Map.of()).get(optional)).isEqualTo(25);
            assertThat(read(optional, "26")).isEqualTo(26);
        }

        @Test
        void tellAGroup() {
            SettingKey<Map<String, String>> group = SettingKey.group("tidings.x.brand", "Colours.");

            assertThat(group.isGroup()).isTrue();
            assertThat(group.required().isGroup()).isTrue();
            assertThat(group.defaultValue()).contains(Map.of());
        }
    }

    static Stream<SettingKey<?>> every() {
        List<SettingKey<?>> keys =
                List.of(INTEGER, FLAG, DURATION, SIZE, CHOICE, ADDRESS, LOCATION, PATH, LOCALE, TEXT, SECRET);
        return Stream.concat(keys.stream(), keys.stream().map(SettingKey::list));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noKeyEverShowsAValue(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            // Long enough not to be in a text by chance; with all that the parsers look at.
            String value = "v"
                    + random.ints(12 + random.nextInt(30), 0, ALPHABET.length())
                            .mapToObj(at -> ALPHABET.substring(at, at + 1))
                            .reduce("", String::concat)
                    + "v";
            for (SettingKey<?> key : every().toList()) {
                Settings settings = Settings.of(Map.of(NAME, value));
                assertHidden(settings.problems(List.of(key)).toString(), value, i);
                Settings misused = Settings.of(Map.of(NAME + "-file", value));
                assertThat(misused.problems(List.of(key))).isNotEmpty();
                assertHidden(misused.problems(List.of(key)).toString(), value, i);
                assertHidden(settings.toString(), value, i);
            }
        }
    }

    private static final String ALPHABET = "abcxyzABC0123456789@@..::--__//,,<>\"\\%[]{} é\n";

    /** Neither the value nor, for a list, any longer part of it. */
    private static void assertHidden(String shown, String value, int i) {
        assertThat(shown).as("case %d", i).doesNotContain(value);
        for (String part : value.split(",")) {
            if (part.strip().length() > 6) {
                assertThat(shown).as("case %d", i).doesNotContain(part.strip());
            }
        }
    }
}
