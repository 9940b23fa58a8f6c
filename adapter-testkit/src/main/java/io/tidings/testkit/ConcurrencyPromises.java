package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Feature;
import io.tidings.email.MessageId;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

abstract class ConcurrencyPromises extends Promise {

    private static final int THREADS = 8;

    ConcurrencyPromises(Callable<Rig> factory) {
        super(factory);
    }

    @Test
    void everyMessageOfSeveralThreadsArrivesOnce() throws Exception {
        List<Map<EmailMessage, SendResult>> sent =
                Together.run(THREADS, thread -> send(25, thread, new CountDownLatch(1)));

        List<EmailMessage> messages = new ArrayList<>();
        for (Map<EmailMessage, SendResult> each : sent) {
            each.values().forEach(Promise::assertAccepted);
            messages.addAll(each.keySet());
        }
        assertThat(messages).hasSize(25 * THREADS);
        assertArrived(messages);
    }

    @Test
    void closingWhileOthersSendLosesNothing() throws Exception {
        CountDownLatch underWay = new CountDownLatch(THREADS);
        try (Together together = new Together()) {
            List<Future<Map<EmailMessage, SendResult>>> senders = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                senders.add(together.add(() -> send(5, thread, underWay)));
            }
            together.start();
            Together.await(underWay);
            port().close();

            Map<EmailMessage, SendResult> results = new LinkedHashMap<>();
            for (Future<Map<EmailMessage, SendResult>> sender : senders) {
                results.putAll(Together.await(sender));
            }
            assertArrivedIfAccepted(results);
        }
    }

    @Test
    void closingWaitsForWhatIsUnderWay() throws Exception {
        assumeCan(Feature.ATTACHMENTS);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (Together together = new Together()) {
            Future<?> closing = together.add(() -> {
                begun.countDown();
                port().close();
                closed.countDown();
                return true;
            });
            ClosingSource source = new ClosingSource(together, begun, closed);
            EmailMessage message = Messages.message()
                    .attachments(Attachment.of("a.bin", "application/octet-stream", source))
                    .build();

            SendResult result = port().send(message);

            Together.await(closing);
            assertThat(source.closedTooEarly)
                    .as("closed in the middle of a send")
                    .isFalse();
            assertArrivedIfAccepted(Map.of(message, result));
        }
    }

    @Test
    void nothingIsSentAfterClosing() {
        EmailMessage message = Messages.message()
                .to(EmailAddress.of("canary@example.org"))
                .subject("canary")
                .build();
        assertArrives(Messages.simple());
        port().close();

        assertThatThrownBy(() -> port().send(message))
                .isInstanceOf(IllegalStateException.class)
                .asString()
                .doesNotContain("canary");
        assertThatThrownBy(() -> port().sendAll(List.of(message))).isInstanceOf(IllegalStateException.class);
        assertThat(received()).hasSize(1);
    }

    @Test
    void closingTwiceIsHarmless() {
        EmailMessage message = Messages.simple();
        assertAccepted(port().send(message));
        port().close();
        port().close();
        assertArrived(List.of(message));
    }

    /** What became of each message, up to the first that the closed port did not take. */
    private Map<EmailMessage, SendResult> send(int count, int thread, CountDownLatch first) {
        Map<EmailMessage, SendResult> results = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            EmailMessage message = Messages.message()
                    .to(Messages.recipient(thread * 100 + i))
                    .subject("Message " + i + " of " + thread)
                    .build();
            try {
                results.put(message, port().send(message));
            } catch (IllegalStateException closed) {
                return results;
            } finally {
                first.countDown();
            }
        }
        return results;
    }

    private void assertArrivedIfAccepted(Map<EmailMessage, SendResult> results) {
        List<MessageId> accepted = new ArrayList<>();
        List<MessageId> unknown = new ArrayList<>();
        results.forEach((message, result) -> {
            if (result instanceof Accepted) {
                accepted.add(message.id());
            } else if (result instanceof Unconfirmed) {
                unknown.add(message.id());
            }
        });
        List<MessageId> arrived = new ArrayList<>(receivedIds());
        arrived.removeAll(unknown);
        assertThat(arrived).containsExactlyInAnyOrderElementsOf(accepted);
    }

    /** Has the port closed by another thread while it is being read. */
    private static final class ClosingSource implements ContentSource {

        private final Together closer;
        private final CountDownLatch begun;
        private final CountDownLatch closed;
        private volatile boolean closedTooEarly;

        ClosingSource(Together closer, CountDownLatch begun, CountDownLatch closed) {
            this.closer = closer;
            this.begun = begun;
            this.closed = closed;
        }

        @Override
        public long size() {
            return 10;
        }

        @Override
        public InputStream open() throws IOException {
            closer.start();
            try {
                Together.await(begun);
                // A port that waits never closes here; one that does not wait is given the time to do so.
                closedTooEarly |= closed.await(300, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            return new ByteArrayInputStream(new byte[10]);
        }
    }
}
