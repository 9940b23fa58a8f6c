package io.tidings.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GateTest {

    /** Longer than any test may last. */
    private static final Duration FOREVER = Duration.ofDays(1);

    private final Gate gate = Gate.ofAdapter();

    @Test
    void letsInUntilItIsClosed() {
        assertThat(gate.pass(() -> "done")).isEqualTo("done");
        assertThat(gate.close()).isTrue();
        assertThat(gate.close()).isFalse();
        assertThatThrownBy(() -> gate.pass(() -> "late")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void throwsWhatItWasToldTo() {
        Gate other = new Gate(UnsupportedOperationException::new);
        other.close();

        assertThatThrownBy(other::enter).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void closingWaitsForThoseInside() {
        CountDownLatch mayLeave = new CountDownLatch(1);
        AtomicBoolean leaving = new AtomicBoolean();
        gate.enter();
        CompletableFuture<Void> leaver = CompletableFuture.runAsync(() -> {
            await(mayLeave);
            leaving.set(true);
            gate.leave();
        });
        mayLeave.countDown();
        gate.awaitEmpty(FOREVER);

        assertThat(leaving).isTrue();
        assertThat(leaver).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void nobodyWaitsForWhoFailedInside() {
        assertThatThrownBy(() -> gate.pass(() -> {
                    throw new UnsupportedOperationException();
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThatCode(() -> gate.awaitEmpty(FOREVER)).doesNotThrowAnyException();
    }

    @Test
    void closingWaitsNoLongerThanItIsTold() {
        gate.enter();
        gate.awaitEmpty(Duration.ZERO);
        assertThat(gate.close()).isTrue();
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        gate.enter();
        Thread.currentThread().interrupt();
        gate.awaitEmpty(FOREVER);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
