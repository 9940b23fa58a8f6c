package io.tidings.benchmarks.smtp.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/** One client of the sink. Reads commands by their first letter, and messages as far as the final dot. */
final class SinkConnection {

    private static final byte[] GREETING = ascii("220 sink.example ESMTP");
    private static final byte[] EXTENSIONS =
            ascii("250-sink.example\r\n250-PIPELINING\r\n250-SIZE 52428800\r\n250 8BITMIME");
    private static final byte[] OK = ascii("250 2.0.0 OK");
    private static final byte[] GO_AHEAD = ascii("354 Go ahead");
    private static final byte[] BYE = ascii("221 2.0.0 Bye");
    private static final byte[] END = {'\r', '\n', '.', '\r', '\n'};
    private static final int LINE_END = 2;

    private final Socket socket;
    private final OutputStream output;
    private final Line line;
    private final AtomicBoolean replied = new AtomicBoolean();

    private ByteArrayOutputStream replies = new ByteArrayOutputStream();
    private int command;
    private boolean inMessage;
    private int matched;

    private SinkConnection(Socket socket, Line line) throws IOException {
        this.socket = socket;
        this.line = line;
        output = socket.getOutputStream();
    }

    static void serve(Socket socket, Line line) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new SinkConnection(socket, line).run();
        } catch (IOException e) {
            // A client that leaves without a word; try-with-resources has closed our side.
            return;
        }
    }

    private void run() throws IOException {
        replies.writeBytes(GREETING);
        sendReplies();
        byte[] buffer = new byte[64 * 1024];
        InputStream input = socket.getInputStream();
        for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
            if (replied.getAndSet(false)) {
                line.countRoundTrip();
            }
            for (int i = 0; i < length; i++) {
                read(buffer[i]);
            }
            sendReplies();
        }
    }

    private void read(byte octet) {
        if (inMessage) {
            matched = octet == END[matched] ? matched + 1 : octet == '\r' ? 1 : 0;
            if (matched == END.length) {
                inMessage = false;
                replies.writeBytes(OK);
            }
        } else if (command == 0) {
            command = octet;
        } else if (octet == '\n') {
            answer();
            command = 0;
        }
    }

    private void answer() {
        replies.writeBytes(
                switch (command) {
                    case 'E' -> EXTENSIONS;
                    case 'D' -> GO_AHEAD;
                    case 'Q' -> BYE;
                    default -> OK;
                });
        inMessage = command == 'D';
        matched = LINE_END;
    }

    private void sendReplies() {
        if (replies.size() > 0) {
            ByteArrayOutputStream due = replies;
            replies = new ByteArrayOutputStream();
            line.afterRoundTrip(() -> send(due));
        }
    }

    private void send(ByteArrayOutputStream due) {
        try {
            replied.set(true);
            due.writeTo(output);
        } catch (IOException e) {
            // The client left without waiting; reading ends as well.
            return;
        }
    }

    private static byte[] ascii(String reply) {
        return (reply + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
