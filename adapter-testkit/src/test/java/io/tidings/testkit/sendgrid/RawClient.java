package io.tidings.testkit.sendgrid;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that shows what happens on the wire. Waits a minute at most. */
final class RawClient implements AutoCloseable {

    private final SendGridSimulator simulator;
    private final Socket socket;

    RawClient(SendGridSimulator simulator) throws IOException {
        this.simulator = simulator;
        socket = new Socket("127.0.0.1", simulator.baseUrl().getPort());
        socket.setSoTimeout(60_000);
        socket.setTcpNoDelay(true);
    }

    void sendHead(long length) throws IOException {
        write("POST /v3/mail/send HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + simulator.apiKey()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n");
    }

    void sendBody(long length) throws IOException {
        byte[] block = new byte[65_536];
        for (long left = length; left > 0; left -= block.length) {
            socket.getOutputStream().write(block, 0, (int) Math.min(left, block.length));
        }
    }

    void send(String body) throws IOException {
        sendHead(body.length());
        write(body);
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    String readToEnd() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    String readHead() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("no head, only: " + head);
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
