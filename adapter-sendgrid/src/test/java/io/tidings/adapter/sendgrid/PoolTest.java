package io.tidings.adapter.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.email.Accepted;
import io.tidings.email.SendResult;
import io.tidings.testkit.Messages;
import io.tidings.testkit.sendgrid.Answer;
import io.tidings.testkit.sendgrid.Moment;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import io.tidings.testkit.sendgrid.http.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PoolTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void aHundredSendsAtOnceShareSixteenConnections() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(100);
        try (SendGridSimulator simulator =
                        SendGridSimulator.builder().delay(Duration.ofMillis(50)).start();
                SendGridEmailAdapter adapter =
                        new SendGridEmailAdapter(Adapters.config(simulator).withMaxConnections(16))) {
            List<Future<SendResult>> sends = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                sends.add(threads.submit(() -> adapter.send(Messages.simple())));
            }
            for (Future<SendResult> send : sends) {
                assertThat(send.get()).isInstanceOf(Accepted.class);
            }

            Traffic traffic = simulator.traffic();
            assertThat(simulator.mails()).hasSize(100);
            assertThat(traffic.mostOpen()).isLessThanOrEqualTo(16);
            assertThat(traffic.connections()).isBetween(2, 16);
            assertThat(traffic.requests()).isEqualTo(100);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void oneSendAfterTheOtherNeedsOneConnection() {
        try (SendGridSimulator simulator = SendGridSimulator.start();
                SendGridEmailAdapter adapter = new SendGridEmailAdapter(Adapters.config(simulator))) {
            for (int i = 0; i < 200; i++) {
                assertThat(adapter.send(Messages.simple())).isInstanceOf(Accepted.class);
            }

            assertThat(simulator.traffic().connections()).isEqualTo(1);
        }
    }

    @Test
    void refusalsDoNotCostTheConnection() {
        try (SendGridSimulator simulator = SendGridSimulator.start();
                SendGridEmailAdapter adapter = new SendGridEmailAdapter(Adapters.config(simulator))) {
            simulator.always(Answer.error(400, "Bad Request"));
            for (int i = 0; i < 20; i++) {
                adapter.send(Messages.simple());
            }

            assertThat(simulator.traffic().connections()).isEqualTo(1);
        }
    }

    @Test
    void afterAFarSideClosedEveryConnectionNobodyNotices() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (SendGridSimulator simulator =
                        SendGridSimulator.builder().delay(Duration.ofMillis(20)).start();
                SendGridEmailAdapter adapter =
                        new SendGridEmailAdapter(Adapters.config(simulator).withMaxConnections(8))) {
            for (int round = 1; round <= 5; round++) {
                List<Future<SendResult>> sends = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    sends.add(threads.submit(() -> adapter.send(Messages.simple())));
                }
                for (Future<SendResult> send : sends) {
                    assertThat(send.get()).isInstanceOf(Accepted.class);
                }
                simulator.closeIdleConnections();
                simulator.awaitTraffic(traffic -> traffic.open() == 0, SOON);
                assertThat(simulator.mails()).hasSize(8 * round);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void closingWaitsForWhatIsUnderWay() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (SendGridSimulator simulator = SendGridSimulator.start()) {
            simulator.next(Answer.sendGrid().after(answer));
            SendGridEmailAdapter adapter = new SendGridEmailAdapter(Adapters.config(simulator));
            Future<SendResult> send = threads.submit(() -> adapter.send(Messages.simple()));
            simulator.awaitTraffic(traffic -> traffic.requests() == 1, SOON);
            Future<?> closing = threads.submit(adapter::close);
            assertRefusedSoon(adapter);

            assertThat(closing.isDone()).isFalse();
            answer.countDown();

            assertThat(send.get()).isInstanceOf(Accepted.class);
            closing.get();
            simulator.awaitTraffic(traffic -> traffic.open() == 0, SOON);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Once closing has begun, which another thread does. */
    private static void assertRefusedSoon(SendGridEmailAdapter adapter) {
        long end = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() < end) {
            try {
                adapter.sendAll(List.of());
                Thread.onSpinWait();
            } catch (IllegalStateException closed) {
                return;
            }
        }
        throw new AssertionError("The adapter still sends");
    }

    @Test
    void closingEndsAlthoughTheFarSideNeverAnswers() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (SendGridSimulator simulator = SendGridSimulator.start()) {
            simulator.always(Answer.silence(Moment.AFTER_BODY));
            SendGridEmailAdapter adapter = new SendGridEmailAdapter(Adapters.impatient(simulator));
            Future<SendResult> send = threads.submit(() -> adapter.send(Messages.simple()));
            simulator.awaitTraffic(traffic -> traffic.requests() == 1, SOON);

            adapter.close();

            assertThat(send.get(1, TimeUnit.SECONDS).problem()).isPresent();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aClosedAdapterSendsNothing() {
        try (SendGridSimulator simulator = SendGridSimulator.start()) {
            SendGridEmailAdapter adapter = new SendGridEmailAdapter(Adapters.config(simulator));
            adapter.close();
            adapter.close();

            assertThatThrownBy(() -> adapter.send(Messages.simple())).isInstanceOf(IllegalStateException.class);
            assertThat(simulator.traffic().connections()).isZero();
        }
    }
}
