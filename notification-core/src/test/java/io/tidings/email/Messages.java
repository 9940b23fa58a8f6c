package io.tidings.email;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Values that the tests of this package start from; each test changes only what matters to it. */
final class Messages {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final EmailAddress FROM = EmailAddress.of("portal@example.gov");
    static final EmailAddress JANE = EmailAddress.of("jane@example.org");
    static final EmailAddress JOHN = EmailAddress.of("john@example.org");
    static final EmailAddress MARY = EmailAddress.of("mary@example.org");

    private Messages() {}

    static EmailMessageBuilder message() {
        return EmailMessage.builder().from(FROM).to(JANE).subject("Hello").text("Good morning");
    }

    static ContentSource bytes(int size) {
        return ContentSource.of(new byte[size]);
    }

    static ContentSource bytes(String text) {
        return ContentSource.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Attachment file(int size) {
        return Attachment.of("report.csv", "text/csv", bytes(size));
    }

    static Failure failure(Verdict verdict) {
        return Failure.of(verdict, FailureReason.TIMED_OUT);
    }

    static Attempt attempt(String provider) {
        return new Attempt(provider, Outcome.accepted(), NOON, Duration.ofMillis(20));
    }

    static List<Attempt> attempts(String... providers) {
        return List.of(providers).stream().map(Messages::attempt).toList();
    }
}
