package io.tidings.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.failover.FailoverConfig;
import io.tidings.adapter.failover.FailoverEmailAdapter;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.adapter.smtplegacy.SmtpLegacyConfig;
import io.tidings.adapter.smtplegacy.SmtpLegacyEmailAdapter;
import io.tidings.adapter.smtplegacy.options.TlsMode;
import io.tidings.email.Accepted;
import io.tidings.email.Attempt;
import io.tidings.email.EmailMessage;
import io.tidings.email.SendResult;
import io.tidings.testkit.Messages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A broadcast to a relay that is gone: all of it arrives by the next adapter, in one call. */
class BroadcastFailoverTest {

    private static final int MANY = 500;

    private final List<EmailMessage> messages = IntStream.range(0, MANY)
            .mapToObj(i -> Messages.message().to(List.of(Messages.recipient(i))).build())
            .toList();

    @Test
    void aRelayThatIsDownIsTriedAFewTimes() throws IOException {
        int port;
        try (ServerSocket gone = listening()) {
            port = gone.getLocalPort();
        }
        List<SendResult> results = sendAll(port);

        assertThat(triedWithTheRelay(results)).isBetween(3L, 4L);
    }

    @Test
    void aRelayThatRefusesTheAccountIsTriedOnce() throws Exception {
        try (ServerSocket strict = listening()) {
            Thread relay = new Thread(() -> refuse(strict));
            relay.start();

            List<SendResult> results = sendAll(strict.getLocalPort());

            assertThat(triedWithTheRelay(results)).isEqualTo(1);
            strict.close();
            relay.join();
        }
    }

    private List<SendResult> sendAll(int port) {
        SmtpLegacyConfig config = SmtpLegacyConfig.of("127.0.0.1:" + port).withTls(TlsMode.NONE);
        InMemoryEmailAdapter mailbox = new InMemoryEmailAdapter();
        FailoverConfig both = FailoverConfig.of(new SmtpLegacyEmailAdapter(config), mailbox);
        try (FailoverEmailAdapter failover = new FailoverEmailAdapter(both)) {
            List<SendResult> results = failover.sendAll(messages);

            assertThat(results).hasSize(MANY).hasOnlyElementsOfType(Accepted.class);
            assertThat(results).allSatisfy(result -> assertThat(result.attempts())
                    .extracting(Attempt::provider)
                    .last()
                    .isEqualTo("inmemory"));
            return results;
        }
    }

    private static long triedWithTheRelay(List<SendResult> results) {
        return results.stream()
                .flatMap(result -> result.attempts().stream())
                .filter(attempt -> attempt.provider().equals("smtp-legacy"))
                .count();
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static void refuse(ServerSocket strict) {
        while (!strict.isClosed()) {
            try (Socket socket = strict.accept()) {
                socket.getOutputStream().write("554 5.7.1 not you\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return;
            }
        }
    }
}
