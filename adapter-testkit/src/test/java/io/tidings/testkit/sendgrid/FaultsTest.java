package io.tidings.testkit.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.error.InvalidArgumentException;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulator does when a test asks for trouble, seen by a client without manners. */
class FaultsTest {

    private static final String MAIL = Json.write(Mails.mail());
    private static final Duration SOON = Duration.ofSeconds(30);

    private final SendGridSimulator simulator = SendGridSimulator.start();

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 307, 400, 401, 402, 403, 404, 406, 413, 415, 429, 451, 500, 502, 503, 504, 599})
    void answersAnyStatusAndTakesNothing(int status) throws Exception {
        simulator.next(Answer.status(status));

        assertThat(Mails.post(simulator, MAIL).statusCode()).isEqualTo(status);
        assertThat(simulator.mails()).isEmpty();
        assertThat(simulator.requests()).singleElement().satisfies(request -> assertThat(request.body())
                .isEqualTo(MAIL));
    }

    @Test
    void answersInSendGridsFormat() throws Exception {
        simulator.next(
                Answer.error(401, "Maximum credits exceeded"),
                Answer.error(400, "Does not contain a valid address.", "personalizations.3.to.0.email")
                        .header("Retry-After", "2"));

        assertThat(Mails.post(simulator, MAIL).body())
                .isEqualTo("{\"errors\":[{\"message\":\"Maximum credits exceeded\",\"field\":null,\"help\":null}]}");
        HttpResponse<String> second = Mails.post(simulator, MAIL);
        assertThat(second.body()).contains("\"field\":\"personalizations.3.to.0.email\"");
        assertThat(second.headers().firstValue("Retry-After")).contains("2");
        assertThat(second.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void answersWithAnyBody() throws Exception {
        simulator.next(
                Answer.status(502).body("text/html", "<html>Größe"),
                Answer.status(500).filler(10_000_000));

        assertThat(Mails.post(simulator, MAIL).body()).isEqualTo("<html>Größe");
        assertThat(Mails.post(simulator, MAIL).body()).hasSize(10_000_000);
    }

    @Test
    void answersSomeRequestsAndThenAsAlways() throws Exception {
        simulator.script().next(2, Answer.status(503)).next(Answer.status(500));
        simulator.always(Answer.status(429));

        for (int status : List.of(503, 503, 500, 429, 429)) {
            assertThat(Mails.post(simulator, MAIL).statusCode()).isEqualTo(status);
        }
        simulator.always(Answer.sendGrid());
        assertThat(Mails.post(simulator, MAIL).statusCode()).isEqualTo(202);
    }

    @Test
    void answersEachPathByItsOwnScript() throws Exception {
        simulator.script("/v3/scopes").always(Answer.status(500));

        assertThat(Mails.send(Mails.to(simulator, "/v3/scopes")).statusCode()).isEqualTo(500);
        assertThat(Mails.post(simulator, MAIL).statusCode()).isEqualTo(202);
    }

    @Test
    void takesAMailWhateverItAnswers() throws Exception {
        simulator.next(Answer.status(500).taking());

        assertThat(Mails.post(simulator, MAIL).statusCode()).isEqualTo(500);
        assertThat(simulator.mails()).hasSize(1);
    }

    @Test
    void takesNoMailThatSendGridWouldNotTake() throws Exception {
        simulator.next(Answer.status(500).taking());

        Mails.post(simulator, Mails.mail("subject", ""));

        assertThat(simulator.mails()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void cutsTheConnection(Moment moment) throws IOException {
        simulator.next(Answer.cut(moment));

        try (RawClient client = new RawClient(simulator)) {
            client.sendHead(0);
            String answer = client.readToEnd();
            if (moment == Moment.HALF_WAY_THROUGH_ANSWER) {
                assertThat(answer).startsWith("HTTP/1.1 202").doesNotContain("\r\n\r\n");
            } else {
                assertThat(answer).isEmpty();
            }
        }
        assertThat(simulator.mails()).isEmpty();
        assertThat(simulator.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void resetsTheConnection(Moment moment) throws IOException {
        simulator.next(Answer.reset(moment));

        try (RawClient client = new RawClient(simulator)) {
            client.sendHead(0);
            assertThatExceptionOfType(SocketException.class).isThrownBy(client::readToEnd);
        }
        assertThat(simulator.mails()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_BODY", "HALF_WAY_THROUGH_BODY"})
    void leavesABodyUnread(Moment moment) throws IOException {
        simulator.next(Answer.cut(moment));

        try (RawClient client = new RawClient(simulator)) {
            client.sendHead(100_000_000);
            // More than all buffers on the way can hold.
            assertThatThrownBy(() -> client.sendBody(100_000_000)).isInstanceOf(SocketException.class);
        }
        assertThat(simulator.requests()).singleElement().satisfies(request -> assertThat(request.body())
                .isEmpty());
    }

    @Test
    void readsHalfOfABodyBeforeItCuts() throws IOException {
        simulator.next(Answer.cut(Moment.HALF_WAY_THROUGH_BODY));

        try (RawClient client = new RawClient(simulator)) {
            client.sendHead(1_000);
            client.sendBody(500);
            assertThat(client.readToEnd()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AFTER_BODY", "HALF_WAY_THROUGH_ANSWER"})
    void takesAMailAndCuts(Moment moment) throws IOException {
        simulator.next(Answer.cut(moment).taking());

        try (RawClient client = new RawClient(simulator)) {
            client.send(MAIL);
            String answer = client.readToEnd();
            assertThat(answer).startsWith(moment == Moment.HALF_WAY_THROUGH_ANSWER ? "HTTP/1.1 202" : "");
        }
        assertThat(simulator.mails()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void isSilentUntilTheClientGivesUp(Moment moment) throws IOException {
        simulator.next(Answer.silence(moment));

        try (RawClient client = new RawClient(simulator)) {
            client.send(MAIL);
            simulator.awaitTraffic(traffic -> traffic.requests() == 1, SOON);
            client.shutdownOutput();
            if (moment == Moment.AFTER_BODY || moment == Moment.HALF_WAY_THROUGH_ANSWER) {
                client.readToEnd();
                simulator.awaitTraffic(traffic -> traffic.open() == 0, SOON);
            }
        }
        assertThat(simulator.mails()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void closingEndsEverySilence(Moment moment) throws IOException {
        simulator.next(Answer.silence(moment));

        try (RawClient client = new RawClient(simulator)) {
            client.send(MAIL);
            simulator.awaitTraffic(traffic -> traffic.requests() == 1, SOON);
            simulator.close();
            assertThat(simulator.traffic().open()).isZero();
        }
    }

    @Test
    void takesAMailAndIsSilent() throws IOException {
        simulator.next(Answer.silence(Moment.AFTER_BODY).taking());

        try (RawClient client = new RawClient(simulator)) {
            client.send(MAIL);
            client.shutdownOutput();
            assertThat(client.readToEnd()).isEmpty();
        }
        assertThat(simulator.mails()).hasSize(1);
    }

    @Test
    void waitsForTheTestsSignal() throws Exception {
        CountDownLatch signal = new CountDownLatch(1);
        simulator.next(Answer.sendGrid().after(signal));
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return Mails.post(simulator, MAIL).statusCode();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> {
                    Thread thread = Executors.defaultThreadFactory().newThread(task);
                    thread.start();
                });

        simulator.awaitTraffic(traffic -> traffic.requests() == 1, SOON);
        assertThat(status).isNotDone();
        assertThat(simulator.mails()).isEmpty();
        signal.countDown();

        assertThat(status).succeedsWithin(SOON).isEqualTo(202);
        assertThat(simulator.mails()).hasSize(1);
    }

    @Test
    void takesItsTime() throws Exception {
        try (SendGridSimulator slow =
                SendGridSimulator.builder().delay(Duration.ofMillis(30)).start()) {
            slow.next(Answer.sendGrid().after(Duration.ofMillis(30)));
            long begin = System.nanoTime();

            Mails.post(slow, MAIL);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
        }
    }

    @Test
    void dripsUntilTheAnswerIsThere() throws IOException {
        simulator.next(Answer.sendGrid().dripping(Duration.ofNanos(1)));

        try (RawClient client = new RawClient(simulator)) {
            client.send(MAIL);
            client.shutdownOutput();
            assertThat(client.readToEnd())
                    .startsWith("HTTP/1.1 202 Accepted\r\n")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void closingEndsADrip() throws IOException {
        simulator.next(Answer.status(202).dripping(Duration.ofMinutes(1)));

        try (RawClient client = new RawClient(simulator)) {
            client.send(MAIL);
            simulator.awaitTraffic(traffic -> traffic.requests() == 1, SOON);
            simulator.close();
            assertThat(simulator.traffic().open()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1_000})
    void statesAnyLengthAndCloses(long stated) throws IOException {
        simulator.next(Answer.status(500).body("text/plain", "body").statingLength(stated));

        try (RawClient client = new RawClient(simulator)) {
            client.send(MAIL);
            assertThat(client.readToEnd())
                    .contains("Content-Length: " + stated + "\r\n")
                    .endsWith("\r\n\r\nbody");
        }
    }

    @Test
    void closesAfterAnAnswerWithoutSayingSo() throws IOException {
        simulator.next(Answer.sendGrid().thenClosing());

        try (RawClient client = new RawClient(simulator)) {
            client.send(MAIL);
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 202").contains("Connection: keep-alive");
        }
        assertThat(simulator.mails()).hasSize(1);
    }

    @Test
    void closesIdleConnectionsWithoutSayingSo() throws IOException {
        try (RawClient client = new RawClient(simulator);
                RawClient unused = new RawClient(simulator)) {
            simulator.awaitTraffic(traffic -> traffic.open() == 2, SOON);
            client.send(MAIL);
            assertThat(client.readHead()).startsWith("HTTP/1.1 202").contains("Connection: keep-alive");

            simulator.closeIdleConnections();

            assertThat(client.readToEnd()).isEmpty();
            assertThat(unused.readToEnd()).isEmpty();
        }
    }

    @Test
    void cannotTakeAMailThatItDoesNotRead() {
        for (Moment moment : List.of(Moment.BEFORE_BODY, Moment.HALF_WAY_THROUGH_BODY)) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> Answer.cut(moment).taking());
        }
    }

    @Test
    void hasNoAnswersThatMakeNoSense() {
        assertThatThrownBy(() -> Answer.status(199)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Answer.status(600)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Answer.sendGrid().header("a", "b")).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Answer.sendGrid().after(Duration.ofHours(1)))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Answer.sendGrid().after(Duration.ofMillis(-1)))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> simulator.script().next(100_001, Answer.sendGrid()))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void aFurtherCheckSeesEveryMailAndFailsTheTest() throws Exception {
        SendGridSimulator strict = SendGridSimulator.builder()
                .checkedBy(json -> assertThat(json).doesNotContain("canary"))
                .start();
        strict.next(Answer.status(500));

        assertThat(Mails.post(strict, Mails.mail("subject", "canary")).statusCode())
                .isEqualTo(500);
        assertThat(Mails.post(strict, MAIL).statusCode()).isEqualTo(202);

        assertThatThrownBy(strict::close).isInstanceOf(AssertionError.class).hasMessageContaining("canary");
    }

    @Test
    void keepsNoMoreThanItWasToldAndSaysSo() throws Exception {
        try (SendGridSimulator small = SendGridSimulator.builder().keep(1).start();
                SendGridSimulator none = SendGridSimulator.builder().keep(0).start()) {
            assertThat(Mails.post(small, MAIL).statusCode()).isEqualTo(202);
            assertThat(Mails.post(small, MAIL).statusCode()).isEqualTo(503);
            small.clear();
            assertThat(small.mails()).isEmpty();
            assertThat(Mails.post(small, MAIL).statusCode()).isEqualTo(202);
            assertThat(Mails.post(none, MAIL).statusCode()).isEqualTo(202);
            assertThat(Mails.post(none, MAIL).statusCode()).isEqualTo(202);
            assertThat(none.traffic().requests()).isEqualTo(2);
            assertThat(none.requests()).isEmpty();
            assertThat(none.mails()).isEmpty();
        }
    }

    @Test
    void nothingItShowsIsPersonal() throws Exception {
        Mails.post(simulator, Mails.mail("subject", "canary"));

        assertThat(Map.of("requests", simulator.requests(), "mails", simulator.mails())
                        .toString())
                .contains("POST /v3/mail/send")
                .doesNotContain("canary", "jane", simulator.apiKey());
    }
}
