package io.tidings.adapter.smtplegacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.smtplegacy.relay.Answer;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.adapter.smtplegacy.relay.Script;
import io.tidings.adapter.smtplegacy.relay.Step;
import io.tidings.email.Deferred;
import io.tidings.email.EmailMessage;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever relays do to a broadcast: nothing is lost, doubled or without a result. */
class BroadcastFaultsTest {

    private static final int MANY = 300;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsAcceptedArrivedOnce(long seed) {
        Random random = new Random(seed);
        int oneIn = 20 + random.nextInt(200);
        int connections = 1 + random.nextInt(8);
        String what = "seed " + seed + ", a fault in " + oneIn + " steps, " + connections + " connections";
        Map<EmailMessage, SendResult> results = new LinkedHashMap<>();
        try (RelayServer first = RelayServer.plain(faulty(new Random(seed), oneIn));
                RelayServer second = RelayServer.plain(faulty(new Random(-seed), oneIn));
                SmtpLegacyEmailAdapter adapter = seed % 2 == 0
                        ? Broadcasting.adapter(connections, first, second)
                        : Broadcasting.adapter(connections, first)) {
            List<EmailMessage> left = Broadcasting.messages(MANY);
            // Each broadcast tries at least one of them.
            for (int i = 0; i < MANY && !left.isEmpty(); i++) {
                List<SendResult> latest = adapter.sendAll(left);
                assertThat(latest).as(what).hasSameSizeAs(left);
                List<EmailMessage> again = new ArrayList<>();
                for (int k = 0; k < left.size(); k++) {
                    results.put(left.get(k), latest.get(k));
                    if (latest.get(k).attempts().isEmpty()) {
                        again.add(left.get(k));
                    }
                }
                left = again;
            }

            assertThat(left).as(what).isEmpty();
            assertThat(results).as(what).hasSize(MANY);
            assertThat(Broadcasting.attempts(List.copyOf(results.values())))
                    .as(what)
                    .hasSizeGreaterThan(MANY - 1);
            Broadcasting.assertTrue(what, List.copyOf(results.keySet()), List.copyOf(results.values()), first, second);
        }
    }

    /** A relay that fails now and then, but never three times in a row, is never given up. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRelayThatFailsNowAndThenGetsAllMessages(long seed) {
        Random random = new Random(seed);
        int[] failures = new int[1];
        Script flaky = (step, command, connection) -> {
            synchronized (random) {
                boolean fails = step == Step.MAIL && failures[0] < 2 && random.nextInt(10) == 0;
                failures[0] = fails ? failures[0] + 1 : step == Step.DOT ? 0 : failures[0];
                return fails ? Optional.of(Answer.say("451 4.3.0 canary")) : Optional.empty();
            }
        };
        List<EmailMessage> messages = Broadcasting.messages(MANY);
        try (RelayServer relay = RelayServer.plain(flaky);
                SmtpLegacyEmailAdapter adapter = Broadcasting.adapter(1, relay)) {
            List<SendResult> results = adapter.sendAll(messages);

            assertThat(Broadcasting.untried(results)).as("seed " + seed).isEmpty();
            assertThat(Broadcasting.attempts(results)).as("seed " + seed).hasSizeGreaterThan(MANY);
            assertThat(results.stream().filter(Deferred.class::isInstance))
                    .as("seed " + seed)
                    .allSatisfy(result ->
                            assertThat(result.problem().orElseThrow().verdict()).isEqualTo(Verdict.TRANSPORT));
            Broadcasting.assertTrue("seed " + seed, messages, results, relay);
        }
    }

    private static Script faulty(Random random, int oneIn) {
        return (step, command, connection) -> {
            synchronized (random) {
                return random.nextInt(oneIn) == 0 ? fault(step, random) : Optional.empty();
            }
        };
    }

    private static Optional<Answer> fault(Step step, Random random) {
        List<Answer> faults =
                switch (step) {
                    case GREETING, EHLO ->
                        List.of(Answer.sayAndCut("421 4.7.0 canary"), Answer.cut(), Answer.sayAndCut("554 5.7.1 no"));
                    case MAIL, DATA ->
                        List.of(Answer.say("451 4.3.0 canary"), Answer.say("550 5.7.1 canary"), Answer.cut());
                    case RCPT ->
                        List.of(
                                Answer.say("450 4.2.1 canary"),
                                Answer.say("550 5.1.1 canary"),
                                Answer.sayAndCut("421 4.3.2 canary"));
                    case DOT ->
                        List.of(
                                Answer.cut(),
                                Answer.cut().keeping(),
                                Answer.say("451 4.3.0 canary"),
                                Answer.say("554 5.6.0 canary"),
                                Answer.sayAndCut("250 2.0.0 taken").keeping(),
                                Answer.sayAndCut("421 4.3.2 canary"));
                    default -> List.of();
                };
        return faults.isEmpty() ? Optional.empty() : Optional.of(faults.get(random.nextInt(faults.size())));
    }
}
