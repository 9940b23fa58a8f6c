package io.tidings.adapter.failover;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.failover.ScriptedPort.Answer;
import io.tidings.email.Accepted;
import io.tidings.email.Attempt;
import io.tidings.email.Deferred;
import io.tidings.email.EmailMessage;
import io.tidings.email.MessageId;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each verdict, from each provider for good, under both policies, for one message and for a broadcast. */
class FaultMatrixTest {

    /** Which providers give the verdict to whatever they are asked. */
    enum Failing {
        FIRST,
        SECOND,
        BOTH
    }

    /** What the verdict table says. */
    private record Expected(Class<? extends SendResult> result, int offersToFirst, int offersToSecond) {}

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            for (Failing failing : Failing.values()) {
                for (OnUnconfirmed policy : OnUnconfirmed.values()) {
                    for (int size : List.of(1, 1_000)) {
                        cases.add(Arguments.of(verdict, failing, policy, size));
                    }
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0} from {1}, {2}, {3} messages")
    @MethodSource("cases")
    void endsAsTheVerdictTableSays(Verdict verdict, Failing failing, OnUnconfirmed policy, int size) {
        Bench bench = Bench.with(policy);
        // Unknown is the worse one: the provider has the message.
        Answer answer = verdict == Verdict.UNKNOWN ? Answer.loseAnswer() : Answer.fail(verdict);
        if (failing != Failing.SECOND) {
            bench.first.always(answer);
        }
        if (failing != Failing.FIRST) {
            bench.second.always(answer);
        }
        List<EmailMessage> messages = Bench.messages(size);

        List<SendResult> results = bench.failover.sendAll(messages);

        Expected expected = expected(verdict, failing, policy);
        assertThat(results).hasSize(size).allSatisfy(result -> assertThat(result)
                .isInstanceOf(expected.result()));
        assertThat(bench.first.requests()).hasSize(expected.offersToFirst());
        assertThat(bench.second.requests()).hasSize(expected.offersToSecond());
        assertThat(results).allSatisfy(result -> assertThat(result.attempts())
                .extracting(Attempt::provider)
                .containsExactlyElementsOf(providers(expected)));
        assertBreakers(bench, verdict, failing, expected);
        assertCopies(bench, messages, results, copies(verdict, failing, policy, expected));
    }

    private static Expected expected(Verdict verdict, Failing failing, OnUnconfirmed policy) {
        if (failing == Failing.SECOND) {
            return new Expected(Accepted.class, 1, 0);
        }
        boolean both = failing == Failing.BOTH;
        return switch (verdict) {
            case MESSAGE, RECIPIENT_PERMANENT -> new Expected(Rejected.class, 1, 0);
            case RECIPIENT_TEMPORARY -> new Expected(Deferred.class, 3, 0);
            case SENDER, ACCOUNT -> new Expected(both ? Deferred.class : Accepted.class, 1, 1);
            // No attempts are left for a second one with the second provider.
            case RATE, TRANSPORT -> new Expected(both ? Deferred.class : Accepted.class, 3, 1);
            case UNKNOWN ->
                policy == OnUnconfirmed.HOLD
                        ? new Expected(Unconfirmed.class, 1, 0)
                        : new Expected(both ? Unconfirmed.class : Accepted.class, 1, 1);
        };
    }

    /** Two only if the policy is to send again what may have been sent. */
    private static int copies(Verdict verdict, Failing failing, OnUnconfirmed policy, Expected expected) {
        if (verdict == Verdict.UNKNOWN && failing != Failing.SECOND) {
            return policy == OnUnconfirmed.RESEND ? 2 : 1;
        }
        return expected.result() == Accepted.class ? 1 : 0;
    }

    private static List<String> providers(Expected expected) {
        List<String> providers = new ArrayList<>();
        for (int i = 0; i < expected.offersToFirst(); i++) {
            providers.add("first");
        }
        for (int i = 0; i < expected.offersToSecond(); i++) {
            providers.add("second");
        }
        return providers;
    }

    private static void assertBreakers(Bench bench, Verdict verdict, Failing failing, Expected expected) {
        boolean opensFirst = failing != Failing.SECOND
                && List.of(Verdict.ACCOUNT, Verdict.TRANSPORT, Verdict.UNKNOWN).contains(verdict);
        boolean opensSecond = failing == Failing.BOTH
                && expected.offersToSecond() > 0
                && List.of(Verdict.ACCOUNT, Verdict.UNKNOWN).contains(verdict);
        assertThat(bench.failover.breaker("first").isOpen()).as("first").isEqualTo(opensFirst);
        assertThat(bench.failover.breaker("second").isOpen()).as("second").isEqualTo(opensSecond);
    }

    private static void assertCopies(Bench bench, List<EmailMessage> messages, List<SendResult> results, int copies) {
        List<MessageId> delivered = Stream.of(bench.first, bench.second)
                .flatMap(port -> port.copies().stream())
                .map(EmailMessage::id)
                .toList();
        assertThat(delivered).hasSize(copies * messages.size());
        assertThat(delivered)
                .containsAll(
                        copies == 0
                                ? List.of()
                                : messages.stream().map(EmailMessage::id).toList());
        for (SendResult result : results) {
            if (result instanceof Accepted accepted) {
                ScriptedPort by = accepted.provider().equals("first") ? bench.first : bench.second;
                assertThat(by.copies()).isNotEmpty();
            }
        }
    }
}
