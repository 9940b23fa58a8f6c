package io.tidings.templates.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.Notification;
import io.tidings.error.InvalidArgumentException;
import io.tidings.templates.catalogue.DataSubmitted.Section;
import io.tidings.templates.catalogue.DataSubmitted.SectionStatus;
import io.tidings.templates.catalogue.StuckFiles.StuckFile;
import io.tidings.templates.catalogue.UpcomingSubmissionDeadline.Programme;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a record accepts, Gmail shows the whole message: each value and list is as large as it may be. */
class LegalExtremesTest {

    private static final int CLIPPED = 102 * 1024;
    private static final int MAX_TEXT = 500;
    private static final int MAX_ADDRESS = 254;
    private static final List<String> CHARACTERS = List.of("&", "<", "\"", "'", "人", "😀", "é", "a", "\u202e");
    private static final Rendering RENDERING = Rendering.branded(Map.of(
            "portal-name", "N".repeat(100),
            "team-name", "T".repeat(100),
            "portal-url", "https://" + "p".repeat(100) + ".example.gov",
            "logo-url", "https://portal.example.gov/" + "l".repeat(200),
            "support-address", "h".repeat(64) + "@" + "e".repeat(60) + ".gov"));
    private static final ZoneId ZONE = ZoneId.of("America/Argentina/ComodRivadavia");

    static Stream<String> characters() {
        return CHARACTERS.stream();
    }

    @ParameterizedTest
    @MethodSource("characters")
    void oneCharacterAllOver(String character) {
        for (String link : List.of("&", "'", "人")) {
            assertWhole(length -> filled(character, length), link);
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 5);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyCharacters(long seed) {
        Random random = new Random(seed);

        assertWhole(
                length -> {
                    StringBuilder value = new StringBuilder();
                    while (value.length() < length - 1) {
                        value.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
                    }
                    return value.append("x".repeat(length - value.length())).toString();
                },
                "&");
    }

    private static void assertWhole(IntFunction<String> text, String link) {
        for (Notification notification : largest(text, link)) {
            for (String language : List.of("en", "es")) {
                String html = RENDERING.of(notification, language, ZONE).html().orElseThrow();

                assertThat(html.getBytes(StandardCharsets.UTF_8).length)
                        .as("%s in %s", notification.template(), language)
                        .isLessThan(CLIPPED);
            }
        }
    }

    private static List<Notification> largest(IntFunction<String> text, String inLink) {
        String name = text.apply(MAX_TEXT);
        String address = text.apply(MAX_ADDRESS - 12) + "@example.gov";
        URI link = URI.create(filled("https://example.gov/?", inLink, MAX_TEXT));
        Instant moment = Instant.parse("9999-09-30T23:59:00Z");
        LocalDate day = LocalDate.of(9999, 9, 30);
        Duration age = Duration.ofSeconds(Long.MAX_VALUE);
        Section section = new Section(name, SectionStatus.ACCEPTED_WITH_ERRORS);
        StuckFile file = new StuckFile(name, name, 9999, moment, age, link);
        return List.of(
                new AccessRequestSubmitted(name, name),
                new AccessRequestApproved(name, name, name),
                new AccessRequestDenied(name),
                new AccessRequestCount(1_000_000, day, link),
                new AccountDeactivationWarning(name, 180, moment),
                new AccountDeactivated(name),
                new AccountDeactivatedAdmin(name, address),
                new DataSubmitted(name, name, Collections.nCopies(100, section), 9999, moment, name, true),
                new DataSubmissionFailed(name, Collections.nCopies(100, name), 9999, moment),
                new UpcomingSubmissionDeadline(name, Programme.TANF_AND_SSP, 9999, 4, day),
                new StuckFiles(Collections.nCopies(10_000, file)));
    }

    private static String filled(String character, int length) {
        return filled("", character, length);
    }

    private static String filled(String start, String character, int length) {
        return start + character.repeat((length - start.length()) / character.length());
    }

    /** Otherwise the values here are not the largest. */
    @ParameterizedTest
    @ValueSource(strings = {"&", "人"})
    void nothingLargerIsAccepted(String character) {
        assertThat(largest(length -> filled(character, length), character)).hasSize(11);
        assertRefused(() -> new AccessRequestDenied(filled(character, MAX_TEXT + 1)));
        assertRefused(() -> new AccountDeactivatedAdmin("A", filled(character, MAX_ADDRESS - 11) + "@example.gov"));
        assertRefused(() -> new DataSubmissionFailed("A", Collections.nCopies(101, "A"), 2026, Samples.MOMENT));
        assertRefused(() -> Samples.stuck(10_001, "A"));
    }

    private static void assertRefused(ThrowingCallable construction) {
        assertThatThrownBy(construction).isInstanceOf(InvalidArgumentException.class);
    }
}
