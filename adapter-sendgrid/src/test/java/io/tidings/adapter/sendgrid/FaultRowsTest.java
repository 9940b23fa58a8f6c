package io.tidings.adapter.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.sendgrid.SendGridConfig.TimeLimits;
import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import io.tidings.testkit.Messages;
import io.tidings.testkit.Sources;
import io.tidings.testkit.sendgrid.Answer;
import io.tidings.testkit.sendgrid.Moment;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each way to fail becomes: not sent for certain before hand-over, unknown after it, and never sent twice. */
class FaultRowsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SendGridSimulator simulator = SendGridSimulator.start();
    private final EmailMessage small = Messages.simple();

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** More than the buffers of both sides can hold. */
    private static EmailMessage big() {
        return Messages.message()
                .attachments(Attachment.of("big.bin", "application/octet-stream", Sources.zeros(20_000_000)))
                .build();
    }

    private SendResult send(EmailMessage message, Answer answer) {
        simulator.next(answer);
        return send(message, Adapters.config(simulator));
    }

    private SendResult sendToSilence(EmailMessage message, Moment moment) {
        simulator.next(Answer.silence(moment));
        return send(message, Adapters.impatient(simulator));
    }

    private static SendResult send(EmailMessage message, SendGridConfig config) {
        try (SendGridEmailAdapter adapter = new SendGridEmailAdapter(config)) {
            return adapter.send(message);
        }
    }

    private static void assertFailed(SendResult result, Verdict verdict, FailureReason reason) {
        Failure failure = result.problem().orElseThrow();
        assertThat(failure.verdict()).isEqualTo(verdict);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(result).isInstanceOf(verdict.result());
    }

    private void assertRequestsAndCopies(int requests, int copies) {
        assertThat(simulator.requests()).as("requests").hasSize(requests);
        assertThat(simulator.mails()).as("copies").hasSize(copies);
    }

    @Test
    void aRefusedConnection() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        SendGridConfig config = SendGridConfig.of("SG.x").withBaseUrl(URI.create("http://127.0.0.1:" + port));

        assertFailed(send(small, config), Verdict.TRANSPORT, FailureReason.CONNECT_FAILED);
    }

    @Test
    void aNameThatDoesNotResolve() {
        SendGridConfig config = SendGridConfig.of("SG.x").withBaseUrl(URI.create("https://sendgrid.invalid"));

        assertFailed(send(small, config), Verdict.TRANSPORT, FailureReason.DNS_FAILED);
    }

    @Test
    void noTlsAtTheFarSide() {
        SendGridConfig config = Adapters.impatient(simulator)
                .withBaseUrl(
                        URI.create("https://127.0.0.1:" + simulator.baseUrl().getPort()));

        SendResult result = send(small, config);

        assertThat(result.problem().map(Failure::verdict)).contains(Verdict.TRANSPORT);
        assertRequestsAndCopies(0, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_BODY", "HALF_WAY_THROUGH_BODY"})
    void cutBeforeTheBodyIsWrittenIsNotSent(Moment moment) {
        assertFailed(send(big(), Answer.cut(moment)), Verdict.TRANSPORT, FailureReason.CONNECTION_LOST);
        assertRequestsAndCopies(1, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_BODY", "HALF_WAY_THROUGH_BODY"})
    void resetBeforeTheBodyIsWrittenIsNotSent(Moment moment) {
        assertFailed(send(big(), Answer.reset(moment)), Verdict.TRANSPORT, FailureReason.CONNECTION_LOST);
        assertRequestsAndCopies(1, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_BODY", "HALF_WAY_THROUGH_BODY"})
    void aFarSideThatStopsReadingIsNotSent(Moment moment) {
        assertFailed(sendToSilence(big(), moment), Verdict.TRANSPORT, FailureReason.TIMED_OUT);
        assertRequestsAndCopies(1, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"AFTER_BODY", "HALF_WAY_THROUGH_ANSWER"})
    void cutAfterTheBodyIsUnknownAndNotSentAgain(Moment moment) {
        assertFailed(send(small, Answer.cut(moment).taking()), Verdict.UNKNOWN, FailureReason.CONNECTION_LOST);
        assertRequestsAndCopies(1, 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"AFTER_BODY", "HALF_WAY_THROUGH_ANSWER"})
    void resetAfterTheBodyIsUnknownAndNotSentAgain(Moment moment) {
        assertFailed(send(small, Answer.reset(moment).taking()), Verdict.UNKNOWN, FailureReason.CONNECTION_LOST);
        assertRequestsAndCopies(1, 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"AFTER_BODY", "HALF_WAY_THROUGH_ANSWER"})
    void silenceAfterTheBodyIsUnknownAndNotSentAgain(Moment moment) {
        assertFailed(sendToSilence(small, moment), Verdict.UNKNOWN, FailureReason.TIMED_OUT);
        assertRequestsAndCopies(1, 0);
    }

    @Test
    void anAnswerThatIsCutAnywhereInItsHeadIsUnknown() throws Exception {
        String head = "HTTP/1.1 202 Accepted\r\nX-Message-Id: abc\r\nContent-Length: 0\r\n\r\n";
        for (int length = 0; length < head.length() - 1; length++) {
            try (OneAnswerServer server = new OneAnswerServer(head.substring(0, length))) {
                SendResult result = send(small, SendGridConfig.of("SG.x").withBaseUrl(server.url()));

                assertThat(result.problem().map(Failure::verdict))
                        .as("after %d octets", length)
                        .contains(Verdict.UNKNOWN);
            }
        }
    }

    @Test
    void anAnswerThatComesOctetByOctetEndsWithTheRequestsTime() {
        Answer drip = Answer.sendGrid().dripping(Duration.ofMillis(100));
        SendGridConfig config = Adapters.config(simulator)
                .withTimeLimits(new TimeLimits(SECOND, Duration.ofSeconds(20), SECOND, Duration.ofMillis(700)));
        simulator.next(drip);

        assertFailed(send(small, config), Verdict.UNKNOWN, FailureReason.TIMED_OUT);
        assertRequestsAndCopies(1, 1);
    }

    @Test
    void aHandshakeThatNeverAnswersIsNotSent() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Duration patient = Duration.ofSeconds(20);
            SendGridConfig config = SendGridConfig.of("SG.x")
                    .withTimeLimits(new TimeLimits(Duration.ofMillis(300), patient, patient, patient))
                    .withBaseUrl(URI.create("https://127.0.0.1:" + mute.getLocalPort()));

            SendResult result = send(small, config);

            assertThat(result.problem().map(Failure::verdict)).contains(Verdict.TRANSPORT);
        }
    }

    @Test
    void waitingForAConnectionEnds() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        simulator.next(Answer.sendGrid().after(answer));
        TimeLimits limits =
                new TimeLimits(SECOND, Duration.ofSeconds(20), Duration.ofMillis(200), Duration.ofSeconds(30));
        SendGridConfig config = Adapters.config(simulator).withMaxConnections(1).withTimeLimits(limits);
        try (SendGridEmailAdapter adapter = new SendGridEmailAdapter(config)) {
            Thread first = new Thread(() -> adapter.send(small));
            first.start();
            simulator.awaitTraffic(traffic -> traffic.requests() == 1, Duration.ofSeconds(10));

            assertFailed(adapter.send(small), Verdict.TRANSPORT, FailureReason.POOL_EXHAUSTED);

            answer.countDown();
            first.join();
        }
        assertRequestsAndCopies(1, 1);
    }

    @Test
    void anInterruptWhileWaitingForAConnectionGivesUpAndStays() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        simulator.next(Answer.sendGrid().after(answer));
        try (SendGridEmailAdapter adapter =
                new SendGridEmailAdapter(Adapters.config(simulator).withMaxConnections(1))) {
            Thread first = new Thread(() -> adapter.send(small));
            first.start();
            simulator.awaitTraffic(traffic -> traffic.requests() == 1, Duration.ofSeconds(10));

            Thread.currentThread().interrupt();
            SendResult result = adapter.send(small);

            assertThat(Thread.interrupted()).isTrue();
            assertFailed(result, Verdict.TRANSPORT, FailureReason.INTERRUPTED);
            answer.countDown();
            first.join();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, ACCOUNT, AUTHENTICATION_FAILED",
        "413, MESSAGE, INVALID_MESSAGE",
        "429, RATE, RATE_LIMITED",
        "202, TRANSPORT, PROTOCOL_ERROR",
        "500, TRANSPORT, PROTOCOL_ERROR"
    })
    void anAnswerBeforeTheBodyIsWrittenIsRead(int status, Verdict verdict, FailureReason reason) throws Exception {
        String answer = "HTTP/1.1 " + status + " Early\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        try (OneAnswerServer server = OneAnswerServer.early(answer)) {
            assertFailed(send(big(), SendGridConfig.of("SG.x").withBaseUrl(server.url())), verdict, reason);
        }
    }

    @Test
    void anAttachmentThatIsShorterThanStatedIsNeverCompleted() {
        EmailMessage lying = Messages.message()
                .attachments(Attachment.of("a.bin", "application/octet-stream", Sources.lying(3_000_000, 2_999_999)))
                .build();

        assertFailed(send(lying, Adapters.config(simulator)), Verdict.MESSAGE, FailureReason.UNREADABLE_ATTACHMENT);
        assertThat(simulator.mails()).isEmpty();
    }

    @Test
    void aConnectionThatWasClosedWhileIdleIsReplacedUnseen() {
        try (SendGridEmailAdapter adapter = new SendGridEmailAdapter(Adapters.config(simulator))) {
            for (int i = 0; i < 100; i++) {
                assertThat(adapter.send(small)).isInstanceOf(Accepted.class);
                simulator.closeIdleConnections();
            }
        }
        assertRequestsAndCopies(100, 100);
    }

    @Test
    void aFarSideThatClosesAfterEachAnswerIsNoProblem() {
        simulator.always(Answer.sendGrid().thenClosing());
        try (SendGridEmailAdapter adapter = new SendGridEmailAdapter(Adapters.config(simulator))) {
            for (int i = 0; i < 100; i++) {
                SendResult result = adapter.send(small);
                assertThat(result).as("message " + i).isInstanceOf(Accepted.class);
                assertThat(result.attempts()).hasSize(1);
                simulator.awaitTraffic(traffic -> traffic.open() == 0, Duration.ofSeconds(20));
            }
        }
        assertRequestsAndCopies(100, 100);
    }
}
