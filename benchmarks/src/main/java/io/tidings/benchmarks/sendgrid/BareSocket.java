package io.tidings.benchmarks.sendgrid;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The least that a client can do: writes bytes that were made beforehand and reads to the end of the head. */
final class BareSocket implements AutoCloseable {

    private final Socket socket;
    private final byte[] request;
    private final byte[] buffer = new byte[8_192];

    BareSocket(int port) throws IOException {
        byte[] body = Notice.theirs().build().getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST /v3/mail/send HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer "
                        + Notice.KEY + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
    }

    int send() throws IOException {
        socket.getOutputStream().write(request);
        InputStream in = socket.getInputStream();
        int length = 0;
        while (!endsHead(length)) {
            int count = in.read(buffer, length, buffer.length - length);
            if (count < 0) {
                throw new IOException("the far side has ended");
            }
            length += count;
        }
        return length;
    }

    private boolean endsHead(int length) {
        return length > 3
                && buffer[length - 1] == '\n'
                && buffer[length - 2] == '\r'
                && buffer[length - 3] == '\n'
                && buffer[length - 4] == '\r';
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
