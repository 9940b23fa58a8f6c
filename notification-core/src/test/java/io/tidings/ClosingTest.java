package io.tidings;

import static io.tidings.Harness.APPROVED;
import static io.tidings.Harness.JANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.email.EmailAddress;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Verdict;
import io.tidings.error.ConfigurationException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private final FakeTemplates templates = new FakeTemplates();

    @Test
    void anAdapterHearsOfItWhileSendsAreStillUnderWay() {
        WaitingPort port = new WaitingPort();
        Notifier notifier = notifier(port);
        CompletableFuture<Receipt> receipt =
                CompletableFuture.supplyAsync(() -> notifier.send(APPROVED, JANE), task -> new Thread(task).start());
        join(port.sending);

        CompletableFuture<Void> closing = CompletableFuture.runAsync(notifier::close, task -> new Thread(task).start());

        assertThat(receipt).succeedsWithin(Duration.ofSeconds(30)).satisfies(each -> assertThat(each.result())
                .isEqualTo(FakeEmailPort.accepted()));
        assertThat(closing).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void everyPartIsClosedAndNoErrorIsHidden() {
        BrokenPort port = new BrokenPort();
        BrokenTemplates broken = new BrokenTemplates();
        Notifier notifier = Notifier.builder()
                .emailPort(port)
                .templatePort(broken)
                .from(EmailAddress.of("portal@example.gov"))
                .build();
        Queue<Runnable> tasks = new ArrayDeque<>();
        CompletableFuture<Receipt> notBegun = notifier.sendAsync(APPROVED, JANE, SendOptions.none(), tasks::add)
                .toCompletableFuture();
        Thread.currentThread().interrupt();

        assertThatThrownBy(notifier::close).hasMessage("prepare").satisfies(e -> assertThat(e.getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("port", "templates"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(port.closed).isTrue();
        assertThat(broken.closed).isTrue();
        assertThat(notBegun.join().result().problem())
                .contains(Failure.of(Verdict.TRANSPORT, FailureReason.EXECUTOR_REJECTED));
    }

    @Test
    void aMistakeInTheConfigurationIsNotHiddenByAnAdapterThatCannotBeClosed() {
        TestEmailProvider.PORTS.put("broken-close", new BrokenPort());

        assertThatThrownBy(() -> Notifier.configuredBy(
                        TestEmailProvider.settings("broken-close", Map.of("tidings.email.from", "nobody"))))
                .isInstanceOf(ConfigurationException.class);
    }

    private Notifier notifier(FakeEmailPort port) {
        return Notifier.builder()
                .emailPort(port)
                .templatePort(templates)
                .from(EmailAddress.of("portal@example.gov"))
                .build();
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for a better moment until it hears that there will be none. */
    private static final class WaitingPort extends FakeEmailPort {

        private final CountDownLatch sending = new CountDownLatch(1);
        private final CountDownLatch closing = new CountDownLatch(1);

        WaitingPort() {
            answer = message -> {
                sending.countDown();
                join(closing);
                return accepted();
            };
        }

        @Override
        public void prepareToClose() {
            closing.countDown();
        }
    }

    private static final class BrokenPort extends FakeEmailPort {

        @Override
        public void prepareToClose() {
            throw new IllegalStateException("prepare");
        }

        @Override
        public void close() {
            super.close();
            throw new AssertionError("port");
        }
    }

    private static final class BrokenTemplates extends FakeTemplates {

        @Override
        public void close() {
            super.close();
            throw new IllegalStateException("templates");
        }
    }
}
