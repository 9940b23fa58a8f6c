package io.tidings.adapter.sendgrid;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Answers the first request on its first connection with whatever octets a test wants, then closes the connection. */
final class OneAnswerServer implements AutoCloseable {

    private final ServerSocket server;
    private final Thread thread;

    OneAnswerServer(String answer) throws IOException {
        this(answer, true);
    }

    private OneAnswerServer(String answer, boolean readsBody) throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        thread = new Thread(() -> serve(answer, readsBody));
        thread.start();
    }

    /** One that answers as soon as it has the head, so that the system resets what the client still writes. */
    static OneAnswerServer early(String answer) throws IOException {
        return new OneAnswerServer(answer, false);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void serve(String answer, boolean readsBody) {
        try (Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            readRequest(in, readsBody);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException clientIsGone) {
            // The test says what it expects.
        }
    }

    /** Its head, and its body, whose length it states. */
    private static void readRequest(InputStream in, boolean readsBody) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        String length = head.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
        in.readNBytes(readsBody ? Integer.parseInt(length) : 0);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.close();
        thread.join();
    }
}
