package io.tidings.adapter.smtplegacy.relay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection as lines. Ends with an {@link EOFException}. */
final class Lines {

    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();

    /** From now on over this socket. */
    void use(Socket socket) throws IOException {
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** Waits until something comes in, and leaves it there. */
    void await() throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            throw new EOFException();
        }
        in.reset();
    }

    /** The next line without its end. */
    String next() throws IOException {
        String line = new String(rawLine(), StandardCharsets.UTF_8);
        return line.substring(0, line.length() - (line.endsWith("\r\n") ? 2 : 1));
    }

    /** A message up to its final dot, with the doubled dots undone, as ISO-8859-1. */
    String message() throws IOException {
        StringBuilder message = new StringBuilder();
        while (true) {
            String line = new String(rawLine(), StandardCharsets.ISO_8859_1);
            if (line.equals(".\r\n")) {
                return message.toString();
            }
            message.append(line.startsWith(".") ? line.substring(1) : line);
        }
    }

    private byte[] rawLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet;
        do {
            octet = in.read();
            if (octet < 0) {
                throw new EOFException();
            }
            line.write(octet);
        } while (octet != '\n');
        return line.toByteArray();
    }

    void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
