package io.tidings.adapter.smtplegacy.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidings.adapter.smtplegacy.options.TimeLimits;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.adapter.smtplegacy.relay.Script;
import io.tidings.adapter.smtplegacy.wire.Deadline;
import io.tidings.adapter.smtplegacy.wire.DialogueException;
import io.tidings.adapter.smtplegacy.wire.Phase;
import io.tidings.adapter.smtplegacy.wire.Watchdog;
import io.tidings.adapter.smtplegacy.wire.Wire;
import io.tidings.email.FailureReason;
import io.tidings.email.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The last stretch, for content that keeps to no rule. */
class DataStreamTest {

    private static final Deadline LATER = Deadline.after(Duration.ofMinutes(5));

    /** Each is what a relay could take for the end, if not every beginning of a line had its dot doubled. */
    @ParameterizedTest
    @CsvSource({
        "'a\\n.\\r\\nMAIL FROM:<x>\\r\\n', 'a\\n..\\r\\nMAIL FROM:<x>\\r\\n.\\r\\n'",
        "'a\\r.\\r\\nb\\r\\n', 'a\\r..\\r\\nb\\r\\n.\\r\\n'",
        "'a\\n.\\nb', 'a\\n..\\nb\\r\\n.\\r\\n'",
        "'.a', '..a\\r\\n.\\r\\n'",
        "'a.b\\r\\n', 'a.b\\r\\n.\\r\\n'",
        "'a\\r', 'a\\r\\r\\n.\\r\\n'",
        "'a\\n', 'a\\n\\r\\n.\\r\\n'",
        "'', '.\\r\\n'"
    })
    void nothingEndsTheMessageButItsEnd(String content, String sent) throws Exception {
        assertThat(sent(unescaped(content), Integer.MAX_VALUE)).isEqualTo(unescaped(sent));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void howItIsCutIntoWritesDoesNotMatter(long seed) throws Exception {
        Random random = new Random(seed);
        StringBuilder content = new StringBuilder();
        while (content.length() < 100_000) {
            content.append("abc.\r\n..\n\r.".charAt(random.nextInt(11)));
        }
        String whole = sent(content.toString(), Integer.MAX_VALUE);

        assertThat(sent(content.toString(), 1)).as("seed " + seed).isEqualTo(whole);
        assertThat(sent(content.toString(), 1 + random.nextInt(5_000)))
                .as("seed " + seed)
                .isEqualTo(whole);
    }

    @Test
    void aConnectionThatIsGoneBeforeTheLastWriteHasNotTheMessage() throws Exception {
        try (RelayServer relay = RelayServer.plain(Script.none());
                Watchdog watchdog = new Watchdog(Duration.ofSeconds(10), () -> {})) {
            Wire wire = connect(relay.port(), watchdog);
            wire.enter(Phase.DATA);
            DataStream data = new DataStream(wire);
            wire.cut();
            DialogueException e = catchThrowableOfType(DialogueException.class, () -> data.write(new byte[100_000]));

            assertThat(e.phase()).isEqualTo(Phase.DATA);
            assertThat(e.failure().verdict()).isEqualTo(Verdict.TRANSPORT);
            assertThat(e.isGone()).isTrue();
        }
    }

    @Test
    void aConnectionThatIsGoneWithTheLastWriteMayHaveTheMessage() throws Exception {
        try (RelayServer relay = RelayServer.plain(Script.none());
                Watchdog watchdog = new Watchdog(Duration.ofSeconds(10), () -> {})) {
            Wire wire = connect(relay.port(), watchdog);
            wire.enter(Phase.DATA);
            DataStream data = new DataStream(wire);
            data.write(new byte[100]);
            wire.cut();
            DialogueException e = catchThrowableOfType(DialogueException.class, data::finish);

            assertThat(e.phase()).isEqualTo(Phase.FINAL_DOT);
            assertThat(e.failure().verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(e.isGone()).isFalse();
        }
    }

    @Test
    void aSendThatIsOverBeforeTheLastWriteIsNotCompleted() throws Exception {
        try (RelayServer relay = RelayServer.plain(Script.none());
                Watchdog watchdog = new Watchdog(Duration.ofSeconds(10), () -> {})) {
            Wire wire = connect(relay.port(), watchdog);
            wire.enter(Phase.DATA);
            DataStream data = new DataStream(wire);
            data.write(new byte[100]);
            wire.beginBefore(Deadline.after(Duration.ZERO));
            DialogueException e = catchThrowableOfType(DialogueException.class, data::finish);

            assertThat(e.failure().verdict()).isEqualTo(Verdict.TRANSPORT);
            assertThat(e.failure().reason()).isEqualTo(FailureReason.TIMED_OUT);
        }
    }

    private static String unescaped(String text) {
        return text.replace("\\r", "\r").replace("\\n", "\n");
    }

    /** What arrives of a content that is written in pieces of this size. */
    private static String sent(String content, int piece) throws Exception {
        byte[] octets = content.getBytes(StandardCharsets.ISO_8859_1);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Watchdog watchdog = new Watchdog(Duration.ofSeconds(10), () -> {})) {
            Wire wire = connect(server.getLocalPort(), watchdog);
            Thread writer = new Thread(() -> write(wire, octets, piece));
            writer.start();
            ByteArrayOutputStream arrived = new ByteArrayOutputStream();
            try (Socket socket = server.accept()) {
                socket.getInputStream().transferTo(arrived);
            }
            writer.join();
            return arrived.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private static void write(Wire wire, byte[] octets, int piece) {
        DataStream data = new DataStream(wire);
        try {
            for (int i = 0; i < octets.length; i += Math.min(piece, octets.length - i)) {
                if (piece == 1) {
                    data.write(octets[i]);
                } else {
                    data.write(octets, i, Math.min(piece, octets.length - i));
                }
            }
            data.finish();
        } catch (DialogueException e) {
            throw new IllegalStateException(e);
        } finally {
            wire.cut();
        }
    }

    private static Wire connect(int port, Watchdog watchdog) throws IOException {
        return Wire.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TimeLimits.defaults(), watchdog, LATER);
    }
}
