package io.tidings.adapter.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.Accepted;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import io.tidings.email.Verdict.Remedy;
import io.tidings.testkit.Messages;
import io.tidings.testkit.sendgrid.Answer;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer becomes, and that nothing is sent a second time. */
class AnswerRowsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String FROM_REFUSED = "The from address does not match a verified Sender Identity.";

    private final SendGridSimulator simulator = SendGridSimulator.start();
    private final EmailMessage message = Messages.simple();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private SendResult send(Answer answer) {
        return send(answer, Adapters.config(simulator));
    }

    private SendResult send(Answer answer, SendGridConfig config) {
        simulator.next(answer);
        try (SendGridEmailAdapter adapter = SendGridEmailAdapter.of(config, InstantSource.fixed(NOW))) {
            SendResult result = adapter.send(message);
            assertThat(simulator.requests()).as("requests").hasSize(1);
            assertThat(result.attempts()).singleElement().satisfies(attempt -> {
                assertThat(attempt.provider()).isEqualTo("sendgrid");
                assertThat(attempt.start()).isEqualTo(NOW);
                assertThat(attempt.outcome().failure()).isEqualTo(result.problem());
            });
            return result;
        }
    }

    private void assertFailed(SendResult result, Verdict verdict, FailureReason reason) {
        Failure failure = result.problem().orElseThrow();
        assertThat(failure.verdict()).isEqualTo(verdict);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(result).isInstanceOf(verdict.result());
        assertThat(simulator.mails()).as("copies").isEmpty();
    }

    @Test
    void twoHundredAndTwoIsAccepted() {
        SendResult result = send(Answer.sendGrid());

        assertThat(result).isInstanceOf(Accepted.class);
        assertThat(simulator.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.messageId()).isEqualTo(((Accepted) result).providerId());
            assertThat(mail.customArgs())
                    .containsEntry("tidings_id", message.id().value());
            assertThat(mail.headers()).containsEntry("Message-ID", message.id().headerValue(message.from()));
        });
    }

    @Test
    void withoutAMessageIdTheProvidersIdIsEmpty() {
        Accepted accepted = (Accepted) send(Answer.status(202).taking());

        assertThat(accepted.providerId()).isEmpty();
        assertThat(simulator.mails()).hasSize(1);
    }

    @Test
    void whatIsNoMessageIdIsLeftOut() {
        Accepted accepted = (Accepted) send(Answer.status(202).header("X-Message-Id", "x".repeat(300)));

        assertThat(accepted.providerId()).isEmpty();
    }

    @Test
    void twoHundredIsAcceptedInSandboxModeAndDeliversNothing() {
        SendResult result = send(Answer.sendGrid(), Adapters.config(simulator).withSandbox(true));

        assertThat(result).isInstanceOf(Accepted.class);
        assertThat(simulator.mails()).isEmpty();
        assertThat(simulator.sandboxed()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 203, 204, 205, 206})
    void anotherSuccessSaysNothingCertain(int status) {
        assertFailed(send(Answer.status(status)), Verdict.UNKNOWN, FailureReason.PROTOCOL_ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "300, ACCOUNT, WRONG_ENDPOINT, SWITCH_PROVIDER",
        "301, ACCOUNT, WRONG_ENDPOINT, SWITCH_PROVIDER",
        "302, ACCOUNT, WRONG_ENDPOINT, SWITCH_PROVIDER",
        "303, ACCOUNT, WRONG_ENDPOINT, SWITCH_PROVIDER",
        "304, ACCOUNT, WRONG_ENDPOINT, SWITCH_PROVIDER",
        "307, ACCOUNT, WRONG_ENDPOINT, SWITCH_PROVIDER",
        "308, ACCOUNT, WRONG_ENDPOINT, SWITCH_PROVIDER",
        "400, MESSAGE, INVALID_MESSAGE, NEVER",
        "401, ACCOUNT, AUTHENTICATION_FAILED, SWITCH_PROVIDER",
        "402, ACCOUNT, CREDITS_EXHAUSTED, SWITCH_PROVIDER",
        "403, ACCOUNT, ACCESS_DENIED, SWITCH_PROVIDER",
        "404, ACCOUNT, WRONG_ENDPOINT, SWITCH_PROVIDER",
        "405, ACCOUNT, WRONG_ENDPOINT, SWITCH_PROVIDER",
        "406, MESSAGE, INVALID_MESSAGE, NEVER",
        "407, ACCOUNT, ACCESS_DENIED, SWITCH_PROVIDER",
        "408, UNKNOWN, TIMED_OUT, BY_POLICY",
        "413, MESSAGE, INVALID_MESSAGE, NEVER",
        "415, MESSAGE, INVALID_MESSAGE, NEVER",
        "422, MESSAGE, INVALID_MESSAGE, NEVER",
        "429, RATE, RATE_LIMITED, SAME_PROVIDER_AFTER_WAIT",
        "451, ACCOUNT, ACCESS_DENIED, SWITCH_PROVIDER",
        "500, UNKNOWN, PROVIDER_FAILED, BY_POLICY",
        "501, UNKNOWN, PROVIDER_FAILED, BY_POLICY",
        "502, UNKNOWN, PROVIDER_FAILED, BY_POLICY",
        "503, TRANSPORT, SERVICE_UNAVAILABLE, RETRY_THEN_SWITCH",
        "504, UNKNOWN, PROVIDER_FAILED, BY_POLICY"
    })
    void aStatusHasItsVerdict(int status, Verdict verdict, FailureReason reason, Remedy remedy) {
        SendResult result = send(Answer.status(status));

        assertFailed(result, verdict, reason);
        assertThat(verdict.remedy()).isEqualTo(remedy);
    }

    @Test
    void aRedirectIsNotFollowedBecauseTheKeyWouldTravel() {
        try (SendGridSimulator elsewhere = SendGridSimulator.start()) {
            assertFailed(
                    send(Answer.status(307).header("Location", elsewhere.baseUrl() + "/v3/mail/send")),
                    Verdict.ACCOUNT,
                    FailureReason.WRONG_ENDPOINT);
            assertThat(elsewhere.traffic().connections()).isZero();
        }
    }

    @Test
    void creditsThatAreUsedUpAreToldFromAKeyThatIsWrong() {
        assertFailed(
                send(Answer.error(401, "Maximum credits exceeded")), Verdict.ACCOUNT, FailureReason.CREDITS_EXHAUSTED);
    }

    @Test
    void aWrongKeyIsTheAccounts() {
        SendGridConfig config = SendGridConfig.of("SG.wrong").withBaseUrl(simulator.baseUrl());

        assertFailed(send(Answer.sendGrid(), config), Verdict.ACCOUNT, FailureReason.AUTHENTICATION_FAILED);
    }

    static Stream<Answer> senderRefused() {
        return Stream.of(
                Answer.error(403, FROM_REFUSED, "from"),
                Answer.error(403, FROM_REFUSED),
                Answer.error(403, "not allowed", "from.email"));
    }

    @ParameterizedTest
    @MethodSource("senderRefused")
    void aRefusedAuthorIsTheSenders(Answer answer) {
        assertFailed(send(answer), Verdict.SENDER, FailureReason.SENDER_NOT_ALLOWED);
    }

    static Stream<Arguments> waits() {
        return Stream.of(
                Arguments.of("X-RateLimit-Reset", "1772366430", Optional.of(Duration.ofSeconds(30))),
                Arguments.of("X-RateLimit-Reset", "1772366400", Optional.of(Duration.ZERO)),
                Arguments.of("X-RateLimit-Reset", "1772366399", Optional.of(Duration.ZERO)),
                Arguments.of("X-RateLimit-Reset", "0", Optional.of(Duration.ZERO)),
                Arguments.of("X-RateLimit-Reset", "1772366430000", Optional.empty()),
                Arguments.of("X-RateLimit-Reset", "99999999999", Optional.empty()),
                Arguments.of("X-RateLimit-Reset", "9".repeat(50), Optional.empty()),
                Arguments.of("X-RateLimit-Reset", "-1", Optional.empty()),
                Arguments.of("X-RateLimit-Reset", "soon", Optional.empty()),
                Arguments.of("X-RateLimit-Reset", "", Optional.empty()),
                Arguments.of("Retry-After", "120", Optional.of(Duration.ofSeconds(120))),
                Arguments.of("Retry-After", "0", Optional.of(Duration.ZERO)),
                Arguments.of("Retry-After", "Sun, 01 Mar 2026 12:05:00 GMT", Optional.of(Duration.ofMinutes(5))),
                Arguments.of("Retry-After", "Sun, 01 Mar 2026 11:00:00 GMT", Optional.of(Duration.ZERO)),
                Arguments.of("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT", Optional.empty()),
                Arguments.of("Retry-After", "99999999", Optional.empty()),
                Arguments.of("Retry-After", "Sun, 99 Foo", Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void theWaitIsWhatTheProviderAsksForIfThatMakesSense(String header, String value, Optional<Duration> wait) {
        SendResult limited = send(Answer.status(429).header(header, value));

        assertFailed(limited, Verdict.RATE, FailureReason.RATE_LIMITED);
        assertThat(limited.problem().flatMap(Failure::retryAfter)).isEqualTo(wait);
    }

    @Test
    void anExplicitWaitCountsMoreThanTheEndOfAPeriod() {
        SendResult result =
                send(Answer.status(429).header("Retry-After", "7").header("X-RateLimit-Reset", "1772366430"));

        assertThat(result.problem().flatMap(Failure::retryAfter)).contains(Duration.ofSeconds(7));
    }

    @Test
    void anOutageMaySayHowLong() {
        SendResult result = send(Answer.status(503).header("Retry-After", "60"));

        assertThat(result.problem().flatMap(Failure::retryAfter)).contains(Duration.ofSeconds(60));
    }

    static Stream<Answer> bodies() {
        Answer refusal = Answer.status(403);
        return Stream.of(
                refusal.body("text/html", "<html>from</html>"),
                refusal.body("application/json", "{\"errors\":[{\"message\":\"verified"),
                refusal.body("application/json", "[".repeat(1000)),
                refusal.body("application/json", "{\"errors\":{\"field\":\"from\"}}"),
                refusal.body("application/json", "{\"errors\":[[{\"field\":\"from\"}]]}"),
                refusal.body("application/json", "null"),
                refusal.body("application/json", ""),
                refusal.body("application/json", "{\"errors\":[{\"field\":null,\"message\":null}]}"),
                refusal.body("application/json", "{\"errors\":[{\"message\":\"x")
                        .filler(10_000_000),
                refusal.body("application/json", "{\"errors\":[]}").statingLength(5_000),
                refusal.body("application/json", "{\"errors\":[{\"field\":\"from\"}]}")
                        .statingLength(3));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void theStatusCountsWhateverTheBodyIsLike(Answer answer) {
        assertFailed(send(answer), Verdict.ACCOUNT, FailureReason.ACCESS_DENIED);
    }

    @Test
    void aBodyThatIsLongerThanStatedDoesNotBecomeTheNextAnswer() {
        simulator.next(Answer.status(202)
                .body("text/plain", "HTTP/1.1 500 Oops\r\n\r\n")
                .statingLength(0));
        try (SendGridEmailAdapter adapter = new SendGridEmailAdapter(Adapters.config(simulator))) {
            assertThat(adapter.send(message)).isInstanceOf(Accepted.class);
            assertThat(adapter.send(message)).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void acceptedWithABodyThatBreaksOffIsAccepted() {
        assertThat(send(Answer.status(202).body("text/plain", "x").statingLength(100)))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void aLengthThatIsNoneIsAnAnswerThatCannotBeRead() {
        assertThat(send(Answer.status(202).header("Content-Length", "many"))).isInstanceOf(Accepted.class);
    }
}
