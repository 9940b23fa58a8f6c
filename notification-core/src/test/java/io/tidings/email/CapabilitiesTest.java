package io.tidings.email;

import static io.tidings.email.Invalid.assertRefused;
import static io.tidings.email.Messages.JANE;
import static io.tidings.email.Messages.JOHN;
import static io.tidings.email.Messages.MARY;
import static io.tidings.email.Messages.NOON;
import static io.tidings.email.Messages.bytes;
import static io.tidings.email.Messages.file;
import static io.tidings.email.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CapabilitiesTest {

    private static final EmailAddress JÖRG = EmailAddress.of("jörg@example.org");
    private static final Capabilities ALL = Capabilities.unlimited();

    static Stream<Arguments> needs() {
        return Stream.of(
                Arguments.of(Feature.NON_ASCII_LOCAL_PARTS, message().from(JÖRG)),
                Arguments.of(Feature.NON_ASCII_LOCAL_PARTS, message().to(JANE, JÖRG)),
                Arguments.of(Feature.NON_ASCII_LOCAL_PARTS, message().replyTo(JÖRG)),
                Arguments.of(
                        Feature.CASE_SENSITIVE_LOCAL_PARTS,
                        message().to(EmailAddress.of("a@example.gov"), EmailAddress.of("A@example.gov"))),
                Arguments.of(Feature.SEVERAL_REPLY_TOS, message().replyTo(JOHN, MARY)),
                Arguments.of(Feature.COPIES, message().cc(JOHN)),
                Arguments.of(Feature.COPIES, message().bcc(JOHN)),
                Arguments.of(Feature.ATTACHMENTS, message().attachments(file(1))),
                Arguments.of(Feature.INLINE_ATTACHMENTS, message().attachments(inline())),
                Arguments.of(Feature.CUSTOM_HEADERS, message().headers(new Header("X-Portal", "1"))),
                Arguments.of(Feature.TAGS, message().tags("tag")),
                Arguments.of(Feature.METADATA, message().metadata(Map.of("key", "value"))),
                Arguments.of(Feature.SCHEDULED_SENDING, message().sendAt(NOON)),
                Arguments.of(Feature.SEPARATE_ENVELOPE, message().to(JANE, JOHN).withheld(Set.of(JOHN))));
    }

    private static Attachment inline() {
        return Attachment.inline("logo", "logo.png", "image/png", bytes(1));
    }

    @Test
    void includeHowAWithheldRecipientIsShown() {
        EmailMessage message = message().to(JANE, JÖRG).withheld(Set.of(JÖRG)).build();

        assertThat(ALL.without(Feature.NON_ASCII_LOCAL_PARTS).exceededBy(message, NOON))
                .contains(Feature.NON_ASCII_LOCAL_PARTS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("needs")
    void refuseAMessageThatNeedsAMissingFeatureAndNoOther(Feature feature, EmailMessageBuilder builder) {
        EmailMessage message = builder.build();

        assertThat(ALL.exceededBy(message, NOON)).isEmpty();
        assertThat(ALL.without(feature).exceededBy(message, NOON)).contains(feature);
        assertThat(new Capabilities(Set.of(feature), Map.of(), Set.of()).exceededBy(message, NOON))
                .isEmpty();
    }

    @Test
    void leaveAPlainMessageAlone() {
        EmailMessage plain = message().replyTo(JOHN).build();

        assertThat(new Capabilities(Set.of(), Map.of(), Set.of()).exceededBy(plain, NOON))
                .isEmpty();
    }

    static Stream<Arguments> peculiarities() {
        return Stream.of(
                Arguments.of(Feature.EMPTY_ATTACHMENTS, file(1), file(0)),
                Arguments.of(Feature.MEDIA_TYPE_PARAMETERS, typed("text/csv"), typed("text/csv; charset=utf-8")),
                Arguments.of(Feature.SEPARATORS_IN_FILE_NAMES, named("a.csv"), named("a, b.csv")),
                Arguments.of(Feature.SEPARATORS_IN_FILE_NAMES, named("a-b.csv"), named("a; b.csv")),
                Arguments.of(
                        Feature.SEPARATORS_IN_FILE_NAMES,
                        inline(),
                        Attachment.inline("a,b", "logo.png", "image/png", bytes(1))));
    }

    private static Attachment typed(String contentType) {
        return Attachment.of("a.csv", contentType, bytes(1));
    }

    private static Attachment named(String fileName) {
        return Attachment.of(fileName, "text/csv", bytes(1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("peculiarities")
    void tellAttachmentsFromOthers(Feature feature, Attachment plain, Attachment peculiar) {
        EmailMessage without = message().attachments(plain).build();
        EmailMessage with = message().attachments(plain, peculiar).build();

        assertThat(ALL.without(feature).exceededBy(without, NOON)).isEmpty();
        assertThat(ALL.without(feature).exceededBy(with, NOON)).contains(feature);
    }

    @Test
    void tellTagsBeyondAsciiFromOthers() {
        Capabilities ascii = ALL.without(Feature.NON_ASCII_TAGS);

        assertThat(ascii.exceededBy(message().tags("ok", "größe").build(), NOON))
                .contains(Feature.NON_ASCII_TAGS);
        assertThat(ascii.exceededBy(message().tags("ok~").build(), NOON)).isEmpty();
    }

    @Test
    void tellFilesFromInlineParts() {
        EmailMessage both = message().attachments(file(1), inline()).build();

        assertThat(ALL.without(Feature.ATTACHMENTS).exceededBy(both, NOON)).contains(Feature.ATTACHMENTS);
        assertThat(ALL.without(Feature.INLINE_ATTACHMENTS).exceededBy(both, NOON))
                .contains(Feature.INLINE_ATTACHMENTS);
    }

    @Test
    void areAllAndBoundlessUnlessSaidOtherwise() {
        Capabilities unlimited = Capabilities.unlimited();

        assertThat(unlimited.features()).containsExactlyInAnyOrder(Feature.values());
        assertThat(unlimited.limits()).isEmpty();
        assertThat(unlimited.reservedHeaders()).isEmpty();
    }

    @Test
    void nameTheFirstOfSeveralMissingFeatures() {
        EmailMessage message = message().cc(JOHN).tags("tag").build();

        assertThat(ALL.without(Feature.TAGS, Feature.COPIES).exceededBy(message, NOON))
                .contains(Feature.COPIES);
    }

    @Test
    void keepReservedHeadersForTheProviderInAnyCase() {
        Capabilities reserving = ALL.reserving(List.of("X-SMTPAPI"));

        assertThat(reserving.reservedHeaders()).containsExactly("x-smtpapi");
        assertThat(reserving.features())
                .doesNotContain(Feature.RESERVED_HEADERS)
                .contains(Feature.CUSTOM_HEADERS);
        assertThat(reserving.exceededBy(withHeader("x-smtpAPI"), NOON)).contains(Feature.RESERVED_HEADERS);
        assertThat(reserving.exceededBy(withHeader("X-Portal"), NOON)).isEmpty();
        assertThat(reserving.reserving(List.of("X-Other")).reservedHeaders())
                .containsExactlyInAnyOrder("x-smtpapi", "x-other");
        assertThat(ALL.features()).contains(Feature.RESERVED_HEADERS);
    }

    private static EmailMessage withHeader(String name) {
        return message().headers(new Header("X-A", "1"), new Header(name, "1")).build();
    }

    static Stream<Arguments> measures() {
        return Stream.of(
                Arguments.of(Limit.RECIPIENTS, message().to(JANE).cc(JOHN).bcc(MARY), 3L),
                Arguments.of(Limit.RECIPIENTS, message().to(JANE, JOHN, MARY), 3L),
                Arguments.of(
                        Limit.ENCODED_BYTES, message().subject("a").text("b").attachments(file(3)), 8L),
                Arguments.of(Limit.TAG_COUNT, message().tags("a", "b"), 2L),
                Arguments.of(Limit.TAG_LENGTH, message().tags("a", "four", "b"), 4L),
                Arguments.of(Limit.METADATA_BYTES, message().metadata(Map.of("a", "é", "bb", "x")), 6L),
                Arguments.of(Limit.SCHEDULE_AHEAD_SECONDS, message().sendAt(NOON.plusSeconds(90)), 90L));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("measures")
    void refuseWhatIsOneOverALimit(Limit limit, EmailMessageBuilder builder, long measure) {
        EmailMessage message = builder.build();

        assertThat(ALL.with(limit, measure).exceededBy(message, NOON)).isEmpty();
        assertThat(ALL.with(limit, measure - 1).exceededBy(message, NOON)).contains(limit);
    }

    @ParameterizedTest
    @EnumSource(names = {"TAG_COUNT", "TAG_LENGTH", "METADATA_BYTES", "SCHEDULE_AHEAD_SECONDS"})
    void measureNothingWhereThereIsNothing(Limit limit) {
        assertThat(ALL.with(limit, 0).exceededBy(message().build(), NOON)).isEmpty();
    }

    @Test
    void measureScheduledTimesFromNow() {
        EmailMessage message = message().sendAt(NOON).build();
        Capabilities minute = ALL.with(Limit.SCHEDULE_AHEAD_SECONDS, 60);

        assertThat(minute.exceededBy(message, NOON.minusSeconds(60))).isEmpty();
        assertThat(minute.exceededBy(message, NOON.minusSeconds(61))).contains(Limit.SCHEDULE_AHEAD_SECONDS);
        assertThat(minute.exceededBy(message, NOON.plusSeconds(1000))).isEmpty();
    }

    @Test
    void haveNoLimitBelowZero() {
        assertThat(ALL.with(Limit.RECIPIENTS, 0).limits()).containsEntry(Limit.RECIPIENTS, 0L);
        assertRefused("limits", () -> ALL.with(Limit.RECIPIENTS, -1));
    }

    @Test
    void keepEverythingElseWhenOnePartChanges() {
        Capabilities some = ALL.without(Feature.TAGS)
                .with(Limit.RECIPIENTS, 5)
                .with(Limit.TAG_COUNT, 1)
                .with(Limit.RECIPIENTS, 6)
                .reserving(List.of("X-A"))
                .without(Feature.METADATA);

        assertThat(some.features())
                .doesNotContain(Feature.TAGS, Feature.METADATA, Feature.RESERVED_HEADERS)
                .hasSize(Feature.values().length - 3);
        assertThat(some.limits()).containsOnly(Map.entry(Limit.RECIPIENTS, 6L), Map.entry(Limit.TAG_COUNT, 1L));
        assertThat(some.reservedHeaders()).containsExactly("x-a");
    }

    @Test
    void intersectToWhatBothCanCarry() {
        Capabilities one = ALL.without(Feature.TAGS)
                .with(Limit.RECIPIENTS, 5)
                .with(Limit.TAG_COUNT, 9)
                .reserving(List.of("X-A"));
        Capabilities other = ALL.without(Feature.COPIES)
                .with(Limit.RECIPIENTS, 7)
                .with(Limit.TAG_COUNT, 3)
                .with(Limit.ENCODED_BYTES, 100)
                .reserving(List.of("X-B"));
        Capabilities both = one.intersect(other);

        assertThat(both.features())
                .hasSize(Feature.values().length - 3)
                .doesNotContain(Feature.TAGS, Feature.COPIES, Feature.RESERVED_HEADERS);
        assertThat(both.limits())
                .containsOnly(
                        Map.entry(Limit.RECIPIENTS, 5L),
                        Map.entry(Limit.TAG_COUNT, 3L),
                        Map.entry(Limit.ENCODED_BYTES, 100L));
        assertThat(both.reservedHeaders()).containsExactlyInAnyOrder("x-a", "x-b");
        assertThat(other.intersect(one)).isEqualTo(both);
        assertThat(one.intersect(ALL)).isEqualTo(one);
        assertThat(ALL.intersect(one)).isEqualTo(one);
    }

    @Test
    void doNotChangeWithTheSetsTheyWereMadeOf() {
        Set<Feature> features = new HashSet<>(Set.of(Feature.TAGS));
        Set<String> reserved = new HashSet<>(Set.of("X-A"));
        Capabilities capabilities = new Capabilities(features, Map.of(), reserved);
        features.clear();
        reserved.clear();

        assertThat(capabilities.features()).containsExactly(Feature.TAGS);
        assertThat(capabilities.reservedHeaders()).containsExactly("x-a");
        assertThatThrownBy(() -> capabilities.features().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> capabilities.limits().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> capabilities.reservedHeaders().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
