package io.tidings.adapter.smtplegacy.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.adapter.smtplegacy.options.Dsn;
import io.tidings.adapter.smtplegacy.options.Relay;
import io.tidings.adapter.smtplegacy.options.TimeLimits;
import io.tidings.adapter.smtplegacy.options.TlsMode;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.adapter.smtplegacy.relay.Script;
import io.tidings.adapter.smtplegacy.tls.TlsClient;
import io.tidings.adapter.smtplegacy.wire.Deadline;
import io.tidings.adapter.smtplegacy.wire.Watchdog;
import io.tidings.email.MessageId;
import io.tidings.testkit.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTest {

    private final Deadline later = Deadline.after(Duration.ofMinutes(5));

    /** What follows would be taken for the rest of a message. */
    @Test
    void anErrorInTheMiddleOfAMessageEndsTheSession() throws IOException {
        try (RelayServer relay = RelayServer.plain(Script.none());
                Watchdog watchdog = new Watchdog(Duration.ofSeconds(10), () -> {})) {
            Session session = open(relay, watchdog);

            assertThatThrownBy(() -> session.send(envelope(), new FailingContent(), later))
                    .isInstanceOf(AssertionError.class);

            assertThat(session.isUsable()).isFalse();
            assertThat(relay.messages()).isEmpty();
        }
    }

    private Session open(RelayServer relay, Watchdog watchdog) throws IOException {
        return new Connector(
                        TlsMode.NONE,
                        TlsClient.trusting(Optional.empty()),
                        Optional.empty(),
                        Optional.empty(),
                        TimeLimits.defaults(),
                        watchdog)
                .open(Relay.parse(relay.address()), later);
    }

    private static Envelope envelope() {
        return new Envelope(MessageId.random(), Messages.SENDER.address(), List.of(Messages.RECIPIENT), Dsn.FAILURE);
    }

    /** Fails as no content should. */
    private static final class FailingContent implements Content {

        @Override
        public long size() {
            return 1_000;
        }

        @Override
        public boolean needsSmtpUtf8() {
            return false;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            out.write(new byte[100_000]);
            throw new AssertionError("of the test");
        }
    }
}
