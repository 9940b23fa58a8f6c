package io.tidings;

import static io.tidings.Harness.APPROVED;
import static io.tidings.Harness.JANE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.email.Attempt;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.MessageId;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListenerTest {

    private static final Failure UNKNOWN = Failure.of(Verdict.UNKNOWN, FailureReason.TIMED_OUT);
    private static final Failure CONTENT = Failure.of(Verdict.MESSAGE, FailureReason.CONTENT_REFUSED);
    private static final Failure RATE = Failure.of(Verdict.RATE, FailureReason.RATE_LIMITED);

    private final Harness harness = new Harness();
    private final Recording recording = new Recording();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void hearsOfEveryAttemptAndOutcomeInTheirOrder() {
        harness.builder.listener(recording);
        String a = send(FakeEmailPort.accepted());
        String d = send(new Deferred(RATE, FakeEmailPort.attempts(RATE)));
        String r = send(new Rejected(CONTENT, List.of()));
        String u = send(new Unconfirmed("fake", UNKNOWN, FakeEmailPort.attempts(UNKNOWN)));
        harness.close();

        assertThat(recording.heard)
                .containsExactly(
                        "attempted " + a + " approved fake ACCEPTED",
                        "accepted " + a + " approved fake - 0 1 2000",
                        "attempted " + d + " approved fake RATE",
                        "deferred " + d + " approved fake RATE 0 1 2000",
                        "rejected " + r + " approved - MESSAGE 0 0 2000",
                        "attempted " + u + " approved fake UNKNOWN",
                        "unconfirmed " + u + " approved fake UNKNOWN 0 1 2000");
    }

    @Test
    void hearsHowManyRecipientsWereRefused() {
        harness.builder.listener(recording);
        Failure gone = Failure.of(Verdict.RECIPIENT_PERMANENT, FailureReason.INVALID_RECIPIENT);
        Map<EmailAddress, Failure> refused = Map.of(EmailAddress.of("x@example.gov"), gone);
        String id = send(SendResult.allRefused(refused, List.of()));
        harness.close();

        assertThat(recording.heard).containsExactly("rejected " + id + " approved - RECIPIENT_PERMANENT 1 0 2000");
    }

    @Test
    void hearsOfEvents() {
        harness.builder.listener(recording);
        harness.notifier()
                .record(DeliveryEvent.of(DeliveryEventType.BOUNCED, "fake", ManualClock.START)
                        .build());
        harness.close();

        assertThat(recording.heard).containsExactly("event BOUNCED");
    }

    @Test
    void anErrorInAListenerDoesNotEndIt() {
        harness.builder.listener(new NotificationListener() {
            @Override
            public void attempted(MessageId id, String template, Attempt attempt) {
                throw new Error("canary-in-error");
            }

            @Override
            public void accepted(SendReport report) {
                recording.accepted(report);
            }
        });
        try (CapturedLog log = new CapturedLog()) {
            harness.send();
            harness.close();

            assertThat(recording.heard).hasSize(1);
            assertThat(log.lines())
                    .anySatisfy(line -> assertThat(line).contains("threw java.lang.Error (1 so far)"))
                    .noneSatisfy(line -> assertThat(line).contains("canary-in-error"));
        }
    }

    @Test
    void aRedeliveredEventIsHeardOnce() {
        harness.builder.listener(recording);
        DeliveryEvent event = DeliveryEvent.of(DeliveryEventType.BOUNCED, "fake", ManualClock.START)
                .messageId(MessageId.random())
                .eventId("event-1")
                .build();
        harness.notifier().record(event);
        harness.notifier().record(event);
        harness.close();

        assertThat(recording.heard).containsExactly("event BOUNCED");
    }

    @Test
    void aListenerThatIgnoresInterruptsIsLeftAfterItsCall() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        CopyOnWriteArrayList<Thread> threads = new CopyOnWriteArrayList<>();
        ListenerQueue queue = new ListenerQueue(new NotificationListener() {
            @Override
            public void event(DeliveryEvent event) {
                threads.add(Thread.currentThread());
                busy.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw new IllegalStateException("the flag is gone");
                }
            }
        });
        DeliveryEvent event = DeliveryEvent.of(DeliveryEventType.BOUNCED, "fake", ManualClock.START)
                .build();
        queue.call(listener -> listener.event(event));
        queue.call(listener -> listener.event(event));
        busy.await();

        Thread.currentThread().interrupt();
        queue.close();

        assertThat(Thread.interrupted()).isTrue();
        interrupted.await();
        threads.get(0).join(30_000);
        assertThat(threads.get(0).isAlive()).isFalse();
        assertThat(threads).hasSize(1);
    }

    @Test
    void aRepeatedSendIsNotHeardAgain() {
        harness.builder.listener(recording);
        harness.send(Harness.key("k"));
        harness.send(Harness.key("k"));
        harness.close();

        assertThat(recording.heard).hasSize(2);
    }

    @Test
    void aBrokenListenerHarmsNobody() {
        harness.builder.listener(new NotificationListener() {
            @Override
            public void accepted(SendReport report) {
                throw new IllegalStateException("canary-in-exception");
            }
        });
        harness.builder.listener(recording);

        try (CapturedLog log = new CapturedLog()) {
            assertThat(harness.send().result()).isEqualTo(FakeEmailPort.accepted());
            harness.send();
            harness.close();

            assertThat(recording.heard).hasSize(4);
            assertThat(log.lines())
                    .anySatisfy(line -> assertThat(line).contains("java.lang.IllegalStateException (1 so far)"))
                    .noneSatisfy(line -> assertThat(line).contains("canary-in-exception"));
        }
    }

    @Test
    void aStuckListenerHoldsUpNobodyAndItsOverflowIsCounted() {
        CountDownLatch never = new CountDownLatch(1);
        NotificationListener listener = new NotificationListener() {
            @Override
            public void event(DeliveryEvent event) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        DeliveryEvent event = DeliveryEvent.of(DeliveryEventType.BOUNCED, "fake", ManualClock.START)
                .build();
        try (CapturedLog log = new CapturedLog()) {
            ListenerQueue queue = new ListenerQueue(listener);
            for (int i = 0; i < 10_020; i++) {
                queue.call(to -> to.event(event));
            }
            never.countDown();
            queue.close();

            assertThat(log.lines())
                    .anySatisfy(line -> assertThat(line).contains("calls were left out (1 so far)"))
                    .anySatisfy(line -> assertThat(line).contains("calls were left out (10 so far)"));
        }
    }

    @Test
    void closingInterruptedStillEndsTheThread() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(1);
        harness.builder.listener(new NotificationListener() {
            @Override
            public void attempted(MessageId id, String template, Attempt attempt) {
                busy.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
            }
        });
        harness.send();
        busy.await();

        Thread.currentThread().interrupt();
        harness.close();

        assertThat(Thread.interrupted()).isTrue();
        interrupted.await();
    }

    @Test
    void logsOneLineForEachOutcome() {
        harness.builder.listener(NotificationListener.logging());
        try (CapturedLog log = new CapturedLog()) {
            String accepted = send(FakeEmailPort.accepted());
            String rejected = send(new Rejected(CONTENT, List.of()));
            String deferred = send(new Deferred(RATE, FakeEmailPort.attempts(RATE)));
            String unconfirmed = send(new Unconfirmed("fake", UNKNOWN, List.of()));
            harness.close();

            assertThat(log.lines())
                    .contains(
                            "INFO accepted id=" + accepted
                                    + " template=approved adapter=fake verdict=- reason=- refused=0 ms=2000",
                            "WARNING rejected id=" + rejected
                                    + " template=approved adapter=- verdict=MESSAGE reason=CONTENT_REFUSED refused=0"
                                    + " ms=2000",
                            "WARNING deferred id=" + deferred
                                    + " template=approved adapter=fake verdict=RATE reason=RATE_LIMITED refused=0"
                                    + " ms=2000",
                            "WARNING unconfirmed id=" + unconfirmed
                                    + " template=approved adapter=fake verdict=UNKNOWN reason=TIMED_OUT refused=0"
                                    + " ms=2000");
        }
    }

    private String send(SendResult result) {
        harness.port.answer = message -> {
            harness.clock.advance(Duration.ofSeconds(2));
            return result;
        };
        return harness.notifier().send(APPROVED, JANE).id().value();
    }

    private static final class Recording implements NotificationListener {

        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void attempted(MessageId id, String template, Attempt attempt) {
            heard.add("attempted " + id + " " + template + " " + attempt.provider() + " "
                    + attempt.outcome()
                            .failure()
                            .map(failure -> failure.verdict().name())
                            .orElse("ACCEPTED"));
        }

        @Override
        public void accepted(SendReport report) {
            add("accepted", report);
        }

        @Override
        public void deferred(SendReport report) {
            add("deferred", report);
        }

        @Override
        public void rejected(SendReport report) {
            add("rejected", report);
        }

        @Override
        public void unconfirmed(SendReport report) {
            add("unconfirmed", report);
        }

        @Override
        public void event(DeliveryEvent event) {
            heard.add("event " + event.type());
        }

        private void add(String what, SendReport report) {
            heard.add(String.join(
                    " ",
                    what,
                    report.id().value(),
                    report.template(),
                    report.provider().orElse("-"),
                    report.failure().map(failure -> failure.verdict().name()).orElse("-"),
                    Integer.toString(report.refused()),
                    Integer.toString(report.attempts()),
                    Long.toString(report.took().toMillis())));
        }
    }
}
