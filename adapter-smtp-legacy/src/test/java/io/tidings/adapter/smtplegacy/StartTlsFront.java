package io.tidings.adapter.smtplegacy;

import io.tidings.adapter.smtplegacy.relay.Certificates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Puts STARTTLS before a mail server that has none: speaks up to the handshake, and passes on all that follows. */
final class StartTlsFront implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
    private final SSLContext tls = Certificates.server(Certificates.GOOD);

    StartTlsFront(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(() -> {
            while (true) {
                Socket client = server.accept();
                start(() -> serve(client));
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve(Socket client) throws IOException {
        OutputStream out = client.getOutputStream();
        say(out, "220 front ready");
        // Octet by octet, because what follows the command is not for this reader.
        expect(client.getInputStream(), "EHLO");
        say(out, "250-front");
        say(out, "250 STARTTLS");
        expect(client.getInputStream(), "STARTTLS");
        say(out, "220 go ahead");
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), target);
        new BufferedReader(new InputStreamReader(behind.getInputStream(), StandardCharsets.US_ASCII)).readLine();
        start(() -> pass(behind, secured));
        pass(secured, behind);
    }

    private static void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private static void expect(InputStream in, String command) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            line.append((char) octet);
        }
        if (!line.toString().startsWith(command)) {
            throw new IOException("Expected " + command);
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // One side has ended the connection; the other one notices.
                        return;
                    }
                },
                "front");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }
}
