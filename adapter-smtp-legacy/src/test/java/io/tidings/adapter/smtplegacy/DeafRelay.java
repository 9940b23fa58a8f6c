package io.tidings.adapter.smtplegacy;

import io.tidings.adapter.smtplegacy.options.TimeLimits;
import io.tidings.adapter.smtplegacy.options.TlsMode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Where a connection is never made: the system takes no more than fit into the queue of who does not accept any. */
final class DeafRelay implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<Socket> waiting = new ArrayList<>();

    DeafRelay() throws IOException {
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()), 200);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
    }

    /** Leads to it, and waits for a connection no longer than 200 ms. */
    SmtpLegacyConfig config() {
        TimeLimits usual = TimeLimits.defaults();
        return SmtpLegacyConfig.of("127.0.0.1:" + listener.getLocalPort())
                .withTls(TlsMode.NONE)
                .withTimes(new TimeLimits(
                        Duration.ofMillis(200),
                        usual.read(),
                        usual.write(),
                        usual.finalReply(),
                        usual.claim(),
                        usual.send()));
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : waiting) {
            socket.close();
        }
    }
}
