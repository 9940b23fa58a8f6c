package io.tidings.email;

import static io.tidings.email.Messages.NOON;
import static io.tidings.email.Messages.attempts;
import static io.tidings.email.Messages.bytes;
import static io.tidings.email.Messages.failure;
import static io.tidings.email.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fills every place that can hold personal data with the same word and looks for it in all that may be logged. */
class LeakTest {

    private static final String CANARY = "canary";
    private static final EmailAddress ADDRESS = EmailAddress.of("canary@example.org", "Canary canary");
    private static final EmailAddress QUOTED = EmailAddress.of("\"the canary\"@example.org");

    static Stream<Object> everything() {
        Attachment inline = Attachment.inline(CANARY, CANARY, "text/canary", bytes(CANARY));
        Header header = new Header("X-Portal", CANARY);
        EmailMessageBuilder builder = message()
                .from(ADDRESS)
                .replyTo(ADDRESS)
                .to(ADDRESS)
                .cc(QUOTED)
                .bcc(EmailAddress.of("the.canary@example.org"))
                .subject(CANARY)
                .html(CANARY)
                .text(CANARY)
                .attachments(inline)
                .headers(header)
                .tags(CANARY)
                .metadata(Map.of(CANARY, CANARY))
                .idempotencyKey(CANARY)
                .sendAt(NOON);
        EmailMessage message = builder.build();
        Map<EmailAddress, Failure> refused =
                Map.of(ADDRESS, failure(Verdict.RECIPIENT_PERMANENT), QUOTED, failure(Verdict.RECIPIENT_PERMANENT));
        return Stream.of(
                ADDRESS,
                QUOTED,
                Optional.of(ADDRESS),
                List.of(ADDRESS, QUOTED),
                inline,
                inline.content(),
                header,
                message.content(),
                message,
                builder,
                message.toBuilder(),
                message.idempotencyKey(),
                new Accepted("sendgrid", CANARY, refused, attempts("sendgrid")),
                new Deferred(failure(Verdict.RATE), refused, attempts("sendgrid")),
                new Rejected(failure(Verdict.MESSAGE), refused, attempts("sendgrid")),
                new Unconfirmed("sendgrid", failure(Verdict.UNKNOWN), attempts("sendgrid")));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void nothingShowsWhatItHolds(Object value) {
        assertThat(value.toString()).doesNotContainIgnoringCase(CANARY);
    }

    static Stream<ThrowingCallable> mistakes() {
        String badLine = CANARY + "\r\n" + CANARY;
        return Stream.of(
                () -> EmailAddress.of(CANARY),
                () -> EmailAddress.of("canary canary@example.org"),
                () -> EmailAddress.of("canary.@example.org"),
                () -> EmailAddress.of("\"canary\"canary\"@example.org"),
                () -> EmailAddress.of("canary@canary_canary.org"),
                () -> EmailAddress.of("canary@canäry_canary.org"),
                () -> EmailAddress.of("canary@canary.ß"),
                () -> EmailAddress.of("canary@192.0.2.1"),
                () -> EmailAddress.of(CANARY.repeat(11) + "@example.org"),
                () -> EmailAddress.of(CANARY.repeat(100) + "@example.org"),
                () -> EmailAddress.of("canary@" + CANARY.repeat(43)),
                () -> EmailAddress.of("canary@example.org", badLine),
                () -> EmailAddress.of("canary@example.org", CANARY.repeat(100)),
                () -> EmailAddress.parse("canary@example.org, canary@example.org"),
                () -> EmailAddress.parse("Doe, Canary <canary@example.org>"),
                () -> Attachment.of(badLine, "text/csv", bytes(CANARY)),
                () -> Attachment.of(CANARY, CANARY, bytes(CANARY)),
                () -> Attachment.inline("<canary>", CANARY, "text/csv", bytes(CANARY)),
                () -> new Header(badLine, CANARY),
                () -> new Header("Content-Canary", CANARY),
                () -> new Header("X-Portal", badLine),
                () -> new IdempotencyKey(badLine),
                () -> new IdempotencyKey(CANARY.repeat(50)),
                () -> new MessageId(CANARY),
                () -> new Content(badLine, Optional.of(CANARY), Optional.of(CANARY)),
                () -> new Content(CANARY, Optional.of(" "), Optional.of(CANARY)),
                () -> new Content(CANARY, Optional.of("canary\0"), Optional.of(CANARY)),
                () -> message().to(ADDRESS).cc(ADDRESS).build(),
                () -> message().tags(badLine).build(),
                () -> message().tags("canary@example.org").build(),
                () -> message().metadata(Map.of(badLine, CANARY)).build(),
                () -> message().metadata(Map.of(CANARY, badLine)).build(),
                () -> message().metadata(Map.of(CANARY, "canary@example.org")).build(),
                () -> new Accepted(CANARY + "@", CANARY, Map.of(), List.of()),
                () -> new Accepted("sendgrid", CANARY, Map.of(ADDRESS, failure(Verdict.RATE)), List.of()),
                () -> new Rejected(
                        failure(Verdict.MESSAGE), Map.of(ADDRESS, failure(Verdict.RECIPIENT_TEMPORARY)), List.of()));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void noErrorShowsWhatWasGiven(ThrowingCallable mistake) {
        Throwable error = catchThrowable(mistake);

        assertThat(error).isInstanceOf(io.tidings.error.TidingsException.class).hasNoCause();
        assertThat(error.toString()).doesNotContainIgnoringCase(CANARY);
    }
}
