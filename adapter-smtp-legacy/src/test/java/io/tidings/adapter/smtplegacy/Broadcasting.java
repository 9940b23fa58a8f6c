package io.tidings.adapter.smtplegacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.smtplegacy.options.PoolLimits;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.adapter.smtplegacy.relay.StoredMessage;
import io.tidings.email.Accepted;
import io.tidings.email.Attempt;
import io.tidings.email.Deferred;
import io.tidings.email.EmailMessage;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import io.tidings.testkit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What tests of broadcasts have in common. */
final class Broadcasting {

    private static final int SECONDS = 30;

    private Broadcasting() {}

    /** One to each of {@code recipient0@example.org} and so on. */
    static List<EmailMessage> messages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        Messages.message().to(List.of(Messages.recipient(i))).build())
                .toList();
    }

    static SmtpLegacyEmailAdapter adapter(int connections, RelayServer... relays) {
        return new SmtpLegacyEmailAdapter(Configs.plain(relays).withPool(pool(connections)));
    }

    static PoolLimits pool(int connections) {
        return PoolLimits.defaults().withMaxConnections(connections);
    }

    /** Those that are accepted arrived once, those in doubt at most once, and nothing else. */
    static void assertTrue(String what, List<EmailMessage> messages, List<SendResult> results, RelayServer... relays) {
        assertThat(results).as(what).hasSameSizeAs(messages);
        List<String> arrived = new ArrayList<>(Stream.of(relays)
                .flatMap(relay -> relay.messages().stream())
                .map(StoredMessage::id)
                .toList());
        for (int i = 0; i < results.size(); i++) {
            String id = messages.get(i).id().value();
            if (results.get(i) instanceof Accepted) {
                assertThat(arrived.remove(id)).as(what + ", message " + i).isTrue();
            } else if (results.get(i) instanceof Unconfirmed) {
                arrived.remove(id);
            }
        }
        assertThat(arrived).as(what).isEmpty();
    }

    static List<Attempt> attempts(List<SendResult> results) {
        return results.stream().flatMap(result -> result.attempts().stream()).toList();
    }

    /** The results of those that were not tried. */
    static List<SendResult> untried(List<SendResult> results) {
        return results.stream().filter(result -> result.attempts().isEmpty()).toList();
    }

    static void assertDeferred(List<SendResult> results, Verdict verdict) {
        assertThat(results).isNotEmpty().allSatisfy(result -> {
            assertThat(result).isInstanceOf(Deferred.class);
            assertThat(result.problem().orElseThrow().verdict()).isEqualTo(verdict);
        });
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
