package io.tidings.adapter.sendgrid;

import io.tidings.adapter.sendgrid.http.HttpAnswer;
import io.tidings.adapter.sendgrid.http.HttpFailure;
import io.tidings.adapter.sendgrid.http.HttpResult;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Outcome;
import io.tidings.email.Verdict;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an answer means (<a
 * href="https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/responses">statuses</a>, <a
 * href="https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/rate-limits">rate
 * limits</a>).
 */
final class Answers {

    /** Whoever asks to wait longer has not understood the question. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final Pattern MESSAGE_ID = Pattern.compile("[!-~]{1,200}");

    private final boolean sandbox;

    Answers(boolean sandbox) {
        this.sandbox = sandbox;
    }

    /** @param now from which a wait counts */
    Outcome outcome(HttpResult result, Instant now) {
        if (result instanceof HttpFailure failure) {
            return outcome(failure);
        }
        HttpAnswer answer = (HttpAnswer) result;
        Outcome outcome = outcome(answer, now);
        boolean uncertain = outcome == Outcome.accepted()
                || outcome.failure()
                        .filter(failure -> failure.verdict() == Verdict.UNKNOWN)
                        .isPresent();
        // What has not got all of a message can have done nothing with it.
        return uncertain && !answer.handedOver()
                ? Failure.of(Verdict.TRANSPORT, FailureReason.PROTOCOL_ERROR)
                : outcome;
    }

    private static Failure outcome(HttpFailure failure) {
        if (failure.reason() == FailureReason.UNREADABLE_ATTACHMENT) {
            return Failure.of(Verdict.MESSAGE, failure.reason());
        }
        return Failure.of(failure.handedOver() ? Verdict.UNKNOWN : Verdict.TRANSPORT, failure.reason());
    }

    private Outcome outcome(HttpAnswer answer, Instant now) {
        int status = answer.status();
        if (status == 202 || (status == 200 && sandbox)) {
            return Outcome.accepted();
        }
        if (status < 300) {
            return Failure.of(Verdict.UNKNOWN, FailureReason.PROTOCOL_ERROR);
        }
        if (status < 400) {
            return Failure.of(Verdict.ACCOUNT, FailureReason.WRONG_ENDPOINT);
        }
        return status < 500 ? refusal(answer, now) : serverFailure(answer, now);
    }

    private static Failure refusal(HttpAnswer answer, Instant now) {
        return switch (answer.status()) {
            case 401 -> {
                boolean credits = ErrorDetails.read(answer.body()).mention("credits exceeded");
                yield Failure.of(
                        Verdict.ACCOUNT,
                        credits ? FailureReason.CREDITS_EXHAUSTED : FailureReason.AUTHENTICATION_FAILED);
            }
            case 402 -> Failure.of(Verdict.ACCOUNT, FailureReason.CREDITS_EXHAUSTED);
            case 403 ->
                ErrorDetails.read(answer.body()).areAboutTheSender()
                        ? Failure.of(Verdict.SENDER, FailureReason.SENDER_NOT_ALLOWED)
                        : Failure.of(Verdict.ACCOUNT, FailureReason.ACCESS_DENIED);
            case 404, 405, 410, 421 -> Failure.of(Verdict.ACCOUNT, FailureReason.WRONG_ENDPOINT);
            case 407, 451 -> Failure.of(Verdict.ACCOUNT, FailureReason.ACCESS_DENIED);
            case 408 -> Failure.of(Verdict.UNKNOWN, FailureReason.TIMED_OUT);
            case 429 -> waiting(Failure.of(Verdict.RATE, FailureReason.RATE_LIMITED), answer, now);
            default -> Failure.of(Verdict.MESSAGE, FailureReason.INVALID_MESSAGE);
        };
    }

    private static Failure serverFailure(HttpAnswer answer, Instant now) {
        return answer.status() == 503
                ? waiting(Failure.of(Verdict.TRANSPORT, FailureReason.SERVICE_UNAVAILABLE), answer, now)
                : Failure.of(Verdict.UNKNOWN, FailureReason.PROVIDER_FAILED);
    }

    private static Failure waiting(Failure failure, HttpAnswer answer, Instant now) {
        return answer.retryAfter()
                .flatMap(text -> retryAfter(text.strip(), now))
                .or(() -> answer.rateLimitReset().flatMap(text -> reset(text.strip(), now)))
                .map(failure::withRetryAfter)
                .orElse(failure);
    }

    /** Seconds, or a date (RFC 9110, 10.2.3). */
    private static Optional<Duration> retryAfter(String text, Instant now) {
        if (SECONDS.matcher(text).matches()) {
            return sensible(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            return until(
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant(),
                    now);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Seconds since 1970. */
    private static Optional<Duration> reset(String text, Instant now) {
        return SECONDS.matcher(text).matches()
                ? until(Instant.ofEpochSecond(Long.parseLong(text)), now)
                : Optional.empty();
    }

    private static Optional<Duration> until(Instant then, Instant now) {
        return then.isBefore(now) ? Optional.of(Duration.ZERO) : sensible(Duration.between(now, then));
    }

    private static Optional<Duration> sensible(Duration wait) {
        return wait.compareTo(LONGEST_WAIT) > 0 ? Optional.empty() : Optional.of(wait);
    }

    /** The provider's own id; empty if it gave none that looks like one. */
    static String messageId(HttpAnswer answer) {
        return answer.messageId().filter(id -> MESSAGE_ID.matcher(id).matches()).orElse("");
    }
}
