package io.tidings.adapter.failover;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.failover.ScriptedPort.Answer;
import io.tidings.email.Accepted;
import io.tidings.email.Attempt;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any sequence of verdicts; the seed of a failure is in its name. */
class RandomVerdictsTest {

    private static final int MESSAGES = 30;

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void budgetsBreakersOrderAndCertaintyAreKept(long seed) {
        Random random = new Random(seed);
        SimulatedTime time = new SimulatedTime();
        int attempts = 1 + random.nextInt(5);
        Duration maxWait = Duration.ofMillis(random.nextInt(60_000));
        OnUnconfirmed policy = random.nextBoolean() ? OnUnconfirmed.HOLD : OnUnconfirmed.RESEND;
        List<ScriptedPort> ports = IntStream.rangeClosed(1, 1 + random.nextInt(4))
                .mapToObj(i -> new ScriptedPort("p" + i, time))
                .toList();
        FailoverEmailAdapter failover = new FailoverEmailAdapter(
                new FailoverConfig(List.copyOf(ports), attempts, maxWait, policy), time, time, () -> random);

        Map<String, Pauses> pauses = new HashMap<>();
        ports.forEach(port -> pauses.put(port.name(), new Pauses(ports.size() > 1 ? 3 : 1)));

        for (int i = 0; i < MESSAGES; i++) {
            time.pass(Duration.ofMillis(random.nextInt(10_000)));
            ports.forEach(port -> port.next(answers(random)));
            Duration waited = time.waited();
            EmailMessage message = Bench.message().build();

            SendResult result = failover.send(message);

            List<String> asked =
                    result.attempts().stream().map(Attempt::provider).toList();
            assertThat(time.waited().minus(waited)).as("waiting").isLessThanOrEqualTo(maxWait);
            assertThat(asked).as("attempts").hasSizeLessThanOrEqualTo(attempts + ports.size() - 1);
            assertThat(asked).as("order").isSorted();
            for (Attempt attempt : result.attempts()) {
                Pauses own = pauses.get(attempt.provider());
                assertThat(own.forbid(attempt))
                        .as("asked although its breaker was open")
                        .isFalse();
                own.learn(attempt);
            }
            assertNothingAfterTheEnd(result, policy);
            assertCopies(result, ports, message, policy);
        }
    }

    private static void assertNothingAfterTheEnd(SendResult result, OnUnconfirmed policy) {
        List<Attempt> attempts = result.attempts();
        for (int i = 0; i < attempts.size() - 1; i++) {
            Verdict verdict = attempts.get(i)
                    .outcome()
                    .failure()
                    .map(Failure::verdict)
                    .orElseThrow(() -> new AssertionError("sent after an acceptance"));
            assertThat(verdict).isNotIn(Verdict.MESSAGE, Verdict.RECIPIENT_PERMANENT);
            if (policy == OnUnconfirmed.HOLD) {
                assertThat(verdict).isNotEqualTo(Verdict.UNKNOWN);
            }
        }
    }

    private static void assertCopies(
            SendResult result, List<ScriptedPort> ports, EmailMessage message, OnUnconfirmed policy) {
        long copies = ports.stream()
                .flatMap(port -> port.copies().stream())
                .filter(copy -> copy.id().equals(message.id()))
                .count();
        if (result instanceof Accepted) {
            assertThat(copies).isPositive();
        } else if (!(result instanceof Unconfirmed)) {
            assertThat(copies).isZero();
        }
        if (policy == OnUnconfirmed.HOLD) {
            assertThat(copies).isLessThanOrEqualTo(1);
        }
    }

    private static Answer[] answers(Random random) {
        List<Answer> answers = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Verdict verdict = Verdict.values()[random.nextInt(Verdict.values().length)];
            Failure failure = Failure.of(verdict, ScriptedPort.reason(verdict));
            boolean asksToWait = verdict == Verdict.RATE && random.nextBoolean();
            boolean taken = verdict == Verdict.UNKNOWN && random.nextBoolean();
            answers.add(
                    taken
                            ? Answer.loseAnswer()
                            : Answer.fail(
                                    asksToWait
                                            ? failure.withRetryAfter(Duration.ofMillis(random.nextInt(60_000)))
                                            : failure));
        }
        return answers.toArray(Answer[]::new);
    }
}
