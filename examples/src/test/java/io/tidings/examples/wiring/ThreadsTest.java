package io.tidings.examples.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tidings.NotificationListener;
import io.tidings.Notifier;
import io.tidings.Receipt;
import io.tidings.Recipient;
import io.tidings.SendOptions;
import io.tidings.SendReport;
import io.tidings.email.Accepted;
import io.tidings.error.ConfigurationException;
import io.tidings.spi.Settings;
import io.tidings.templates.catalogue.AccessRequestApproved;
import io.tidings.testkit.sendgrid.Answer;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a notifier starts has ended when it is closed, whichever adapter sends. */
class ThreadsTest {

    private static final String LISTENER = "tidings-listener";
    private static final String SENDGRID = "tidings-sendgrid-watchdog";
    private static final String SMTP = "tidings-smtp-legacy";

    private static final AccessRequestApproved NEWS = new AccessRequestApproved("Jane", "Data Analyst", "Illinois");
    /** Enough that several connections of SMTP share them. */
    private static final List<Recipient> MANY = IntStream.range(0, 30)
            .mapToObj(i -> Recipient.of("r" + i + "@example.gov"))
            .toList();

    @Test
    void theMailboxInMemoryLeavesNone() throws Exception {
        assertNoneIsLeft("inmemory", Map.of(), LISTENER);
    }

    @Test
    void sendGridLeavesNone() throws Exception {
        try (SendGridSimulator sendGrid = SendGridSimulator.start()) {
            assertNoneIsLeft("sendgrid", at(sendGrid), LISTENER, SENDGRID);
        }
    }

    @Test
    void smtpLeavesNone() throws Exception {
        GreenMail relay = relay();
        try {
            assertNoneIsLeft("smtp-legacy", at(relay), LISTENER, SMTP);
        } finally {
            relay.stop();
        }
    }

    @Test
    void failoverFromOneToTheOtherLeavesNone() throws Exception {
        GreenMail relay = relay();
        try (SendGridSimulator sendGrid = SendGridSimulator.start()) {
            sendGrid.always(Answer.status(401));
            Map<String, String> both = new HashMap<>(at(sendGrid));
            both.putAll(at(relay));
            both.put("tidings.failover.order", "sendgrid,smtp-legacy");
            assertNoneIsLeft("failover", both, LISTENER, SENDGRID, SMTP);
            assertThat(relay.getReceivedMessages()).hasSize(MANY.size() + 2);
        } finally {
            relay.stop();
        }
    }

    @Test
    void aNotifierThatCannotBeBuiltLeavesNone() throws Exception {
        Settings noAuthor = Settings.of(Map.of("tidings.email.adapter", "inmemory"));
        Threads.assertNoneIsLeftBy(threads ->
                assertThatThrownBy(() -> notifier(noAuthor, new Hearing())).isInstanceOf(ConfigurationException.class));
    }

    /** @param started what runs as long as the notifier is open */
    private static void assertNoneIsLeft(String adapter, Map<String, String> more, String... started) throws Exception {
        Settings settings = Settings.of(
                        Map.of("tidings.email.adapter", adapter, "tidings.email.from", "portal@example.gov"))
                .with(more);
        Hearing listener = new Hearing();
        Threads.assertNoneIsLeftBy(threads -> {
            CompletionStage<Receipt> last;
            try (Notifier notifier = notifier(settings, listener)) {
                Wired.assertSends(notifier);
                assertThat(notifier.sendAll(NEWS, MANY, SendOptions.none())).allSatisfy(ThreadsTest::assertAccepted);
                last = notifier.sendAsync(NEWS, MANY.get(0), SendOptions.none(), task -> new Thread(task).start());
                assertThat(threads.names()).contains(started);
            }
            assertAccepted(last.toCompletableFuture().join());
        });
        assertThat(listener.heard).hasValue(MANY.size() + 2);
    }

    private static Notifier notifier(Settings settings, NotificationListener listener) {
        return Notifier.builder().settings(settings).listener(listener).build();
    }

    private static void assertAccepted(Receipt receipt) {
        assertThat(receipt.result()).isInstanceOf(Accepted.class);
    }

    private static Map<String, String> at(SendGridSimulator sendGrid) {
        return Map.of(
                "tidings.sendgrid.base-url",
                sendGrid.baseUrl().toString(),
                "tidings.sendgrid.api-key",
                sendGrid.apiKey());
    }

    private static Map<String, String> at(GreenMail relay) {
        return Map.of(
                "tidings.smtp-legacy.host",
                "127.0.0.1",
                "tidings.smtp-legacy.port",
                Integer.toString(relay.getSmtp().getPort()),
                "tidings.smtp-legacy.tls",
                "none");
    }

    private static GreenMail relay() {
        GreenMail relay = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        relay.start();
        return relay;
    }

    /** Counts what was accepted. */
    private static final class Hearing implements NotificationListener {

        private final AtomicInteger heard = new AtomicInteger();

        @Override
        public void accepted(SendReport report) {
            heard.incrementAndGet();
        }
    }
}
