package io.tidings.email;

import static io.tidings.email.Invalid.assertRefused;
import static io.tidings.email.Messages.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTest {

    private static final EnhancedStatus NO_SUCH_MAILBOX = new EnhancedStatus(5, 1, 1);
    private static final Failure RATE = Failure.of(Verdict.RATE, FailureReason.RATE_LIMITED);

    @ParameterizedTest
    @EnumSource(names = {"POOL_EXHAUSTED", "INTERRUPTED", "IN_PROGRESS", "STORE_FAILED", "EXECUTOR_REJECTED"})
    void ofThisProcessSaysNothingAboutTheProvider(FailureReason reason) {
        assertThat(Failure.of(Verdict.TRANSPORT, reason).breakerEffect()).isEqualTo(Verdict.BreakerEffect.IGNORE);
        assertThat(Failure.of(Verdict.UNKNOWN, reason).breakerEffect()).isEqualTo(Verdict.BreakerEffect.IGNORE);
    }

    @ParameterizedTest
    @EnumSource
    void ofTheProviderCountsAsTheVerdictSays(Verdict verdict) {
        assertThat(Failure.of(verdict, FailureReason.CONNECTION_LOST).breakerEffect())
                .isEqualTo(verdict.breakerEffect());
        assertThat(Failure.of(verdict, FailureReason.ADAPTER_FAILED).breakerEffect())
                .isEqualTo(verdict.breakerEffect());
    }

    @Test
    void takesAWaitOfZeroOrMore() {
        assertThat(RATE.withRetryAfter(Duration.ZERO).retryAfter()).contains(Duration.ZERO);
        assertThat(RATE.withRetryAfter(Duration.ofHours(1)).retryAfter()).contains(Duration.ofHours(1));
        assertRefused("retryAfter", () -> RATE.withRetryAfter(Duration.ofNanos(-1)));
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatWasExceededIfAndOnlyIfSomethingIsUnsupported(FailureReason reason) {
        if (reason == FailureReason.UNSUPPORTED) {
            assertRefused("exceeded", () -> Failure.of(Verdict.MESSAGE, reason));
            assertThat(exceeding(reason).exceeded()).contains(Feature.TAGS);
        } else {
            assertThat(Failure.of(Verdict.MESSAGE, reason).exceeded()).isEmpty();
            assertRefused("exceeded", () -> exceeding(reason));
        }
    }

    private static Failure exceeding(FailureReason reason) {
        return new Failure(Verdict.MESSAGE, reason, Optional.empty(), Optional.empty(), Optional.of(Feature.TAGS));
    }

    @Test
    void isTheMessagesFaultIfItAsksForTooMuch() {
        Failure failure = Failure.unsupported(Limit.TAG_COUNT);

        assertThat(failure)
                .isEqualTo(new Failure(
                        Verdict.MESSAGE,
                        FailureReason.UNSUPPORTED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Limit.TAG_COUNT)));
    }

    @Test
    void keepsEverythingElseWhenStatusOrWaitIsAdded() {
        Failure full =
                Failure.unsupported(Feature.TAGS).withStatus(NO_SUCH_MAILBOX).withRetryAfter(Duration.ofSeconds(5));
        Failure other = full.withStatus(new EnhancedStatus(4, 2, 2));

        assertThat(full)
                .isEqualTo(new Failure(
                        Verdict.MESSAGE,
                        FailureReason.UNSUPPORTED,
                        Optional.of(NO_SUCH_MAILBOX),
                        Optional.of(Duration.ofSeconds(5)),
                        Optional.of(Feature.TAGS)));
        assertThat(other.retryAfter()).isEqualTo(full.retryAfter());
        assertThat(other.exceeded()).isEqualTo(full.exceeded());
    }

    @Test
    void sumsUpInOneLine() {
        assertThat(RATE.summary()).isEqualTo("rate limited");
        assertThat(RATE.withStatus(new EnhancedStatus(4, 7, 0)).summary()).isEqualTo("rate limited (4.7.0)");
        assertThat(Failure.of(Verdict.TRANSPORT, FailureReason.CERTIFICATE_WRONG_HOST)
                        .summary())
                .isEqualTo("certificate wrong host: configure the host by a name that its certificate holds");
        assertThat(Failure.unsupported(Limit.ENCODED_BYTES).summary()).isEqualTo("unsupported: limit of encoded bytes");
        assertThat(Failure.unsupported(Feature.SEVERAL_REPLY_TOS)
                        .withStatus(NO_SUCH_MAILBOX)
                        .summary())
                .isEqualTo("unsupported: several reply tos (5.1.1)");
    }

    @ParameterizedTest
    @EnumSource
    void showsReasonsInLowerCaseWords(FailureReason reason) {
        assertThat(reason.toString()).isEqualTo(words(reason)).doesNotContain("_");
    }

    @ParameterizedTest
    @EnumSource
    void showsFeaturesInLowerCaseWords(Feature feature) {
        assertThat(feature.toString()).isEqualTo(words(feature)).doesNotContain("_");
    }

    private static String words(Enum<?> constant) {
        return String.join(" ", constant.name().toLowerCase(Locale.ROOT).split("_"));
    }

    @Test
    void needsEveryPart() {
        assertThatNullPointerException().isThrownBy(() -> Failure.of(null, FailureReason.EXPIRED));
        assertThatNullPointerException().isThrownBy(() -> Failure.of(Verdict.MESSAGE, null));
        assertThatNullPointerException()
                .isThrownBy(() -> new Failure(Verdict.RATE, FailureReason.EXPIRED, null, Optional.empty()));
        assertThatNullPointerException()
                .isThrownBy(() -> new Failure(Verdict.RATE, FailureReason.EXPIRED, Optional.empty(), null));
    }

    @Test
    void isTheOutcomeOfAFailedAttempt() {
        assertThat(RATE.failure()).contains(RATE);
        assertThat(Outcome.accepted().failure()).isEmpty();
        assertThat(Outcome.accepted()).isSameAs(Outcome.Success.ACCEPTED);
    }

    @Test
    void tookNoNegativeTime() {
        assertThat(new Attempt("sendgrid", RATE, NOON, Duration.ZERO).took()).isZero();
        assertRefused("took", () -> new Attempt("sendgrid", RATE, NOON, Duration.ofNanos(-1)));
        assertThatNullPointerException().isThrownBy(() -> new Attempt("sendgrid", null, NOON, Duration.ZERO));
        assertThatNullPointerException().isThrownBy(() -> new Attempt("sendgrid", RATE, null, Duration.ZERO));
    }
}
