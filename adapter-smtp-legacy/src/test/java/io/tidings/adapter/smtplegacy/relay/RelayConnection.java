package io.tidings.adapter.smtplegacy.relay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;

/** One connection to a {@link RelayServer}. */
final class RelayConnection implements Runnable {

    private final RelayServer server;
    private final Socket raw;
    private final int number;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final StringBuilder held = new StringBuilder();

    private InputStream in;
    private OutputStream out;
    private boolean secure;
    private String mail = "";
    private List<String> rcpts = new ArrayList<>();
    private boolean idle;

    RelayConnection(RelayServer server, Socket raw, int number) {
        this.server = server;
        this.raw = raw;
        this.number = number;
    }

    @Override
    public void run() {
        try {
            raw.setTcpNoDelay(true);
            use(raw);
            if (server.implicit) {
                secure();
            }
            if (!departs(Step.GREETING, "")) {
                send("220 relay.example.gov ESMTP");
            }
            while (true) {
                command(next());
            }
        } catch (IOException e) {
            cut();
        }
    }

    private void use(Socket socket) throws IOException {
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    private void secure() throws IOException {
        SSLSocket socket = (SSLSocket) server.tls.getSocketFactory().createSocket(raw, null, raw.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        secure = true;
        use(socket);
    }

    /** The next command; until it comes the connection is idle. */
    private String next() throws IOException {
        setIdle(true);
        in.mark(1);
        int first = in.read();
        setIdle(false);
        if (first < 0) {
            throw new EOFException();
        }
        in.reset();
        return line();
    }

    private synchronized void setIdle(boolean value) throws IOException {
        if (ended.getCount() == 0) {
            throw new EOFException();
        }
        idle = value;
    }

    /** What a relay does that has waited long enough. */
    synchronized void end(String farewell) {
        if (!idle) {
            return;
        }
        try {
            if (!farewell.isEmpty()) {
                send(farewell);
            }
        } catch (IOException e) {
            ended.countDown();
        }
        cut();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException();
            }
            line.write(octet);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private void command(String command) throws IOException {
        server.saw(command);
        Step step = Step.of(command);
        if (departs(step, command)) {
            return;
        }
        switch (step) {
            case EHLO -> ehlo();
            case STARTTLS -> {
                send("220 go ahead");
                secure();
            }
            case AUTH -> auth(command);
            case MAIL -> {
                if (!mail.isEmpty()) {
                    send("503 nested MAIL");
                    return;
                }
                mail = command;
                reply("250 2.1.0 sender ok");
            }
            case RCPT -> {
                if (mail.isEmpty()) {
                    reply("503 5.5.1 no MAIL");
                    return;
                }
                rcpts.add(command);
                reply("250 2.1.5 recipient ok");
            }
            case DATA -> data();
            case RSET -> {
                reset();
                reply("250 2.0.0 reset");
            }
            case NOOP -> send("250 2.0.0 here");
            case QUIT -> {
                send("221 2.0.0 bye");
                throw new EOFException();
            }
            default -> send("500 5.5.1 unknown");
        }
    }

    private void ehlo() throws IOException {
        List<String> lines = new ArrayList<>(server.extensions);
        if (server.startTls && !secure) {
            lines.add("STARTTLS");
        }
        lines.add(0, "relay.example.gov");
        for (int i = 0; i < lines.size(); i++) {
            out.write(("250" + (i + 1 < lines.size() ? "-" : " ") + lines.get(i) + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
    }

    private void auth(String command) throws IOException {
        String[] words = command.split(" ");
        boolean known;
        if (words[1].equals("PLAIN")) {
            String response = words.length > 2 ? words[2] : challenge("");
            known = decoded(response).equals("\0" + RelayServer.USER + "\0" + RelayServer.PASSWORD);
        } else {
            boolean user = decoded(challenge("VXNlcm5hbWU6")).equals(RelayServer.USER);
            known = decoded(challenge("UGFzc3dvcmQ6")).equals(RelayServer.PASSWORD) && user;
        }
        send(known ? "235 2.7.0 welcome" : "535 5.7.8 no");
    }

    private String challenge(String text) throws IOException {
        send("334 " + text);
        String response = line();
        server.saw(response);
        return response;
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private void data() throws IOException {
        if (rcpts.isEmpty()) {
            reply("554 5.5.1 no valid recipients");
            release();
            return;
        }
        reply("354 go on");
        release();
        content();
    }

    private void content() throws IOException {
        StringBuilder data = new StringBuilder();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException();
            }
            line.write(octet);
            if (octet == '\n') {
                String text = line.toString(StandardCharsets.ISO_8859_1);
                line.reset();
                if (text.equals(".\r\n")) {
                    break;
                }
                data.append(text.startsWith(".") ? text.substring(1) : text);
            }
        }
        StoredMessage message = new StoredMessage(mail, List.copyOf(rcpts), data.toString(), number);
        reset();
        Optional<Answer> departure = server.script.answer(Step.DOT, "", number);
        if (departure.isEmpty() || departure.get().keep()) {
            server.took(message);
        }
        if (departure.isPresent()) {
            follow(departure.get());
        } else {
            send("250 2.0.0 taken as canary-queue-id");
        }
    }

    private void reset() {
        mail = "";
        rcpts = new ArrayList<>();
    }

    private boolean departs(Step step, String command) throws IOException {
        Optional<Answer> departure = server.script.answer(step, command, number);
        if (departure.isPresent()) {
            follow(departure.get());
        }
        return departure.isPresent();
    }

    private void follow(Answer answer) throws IOException {
        out.write(answer.text().getBytes(StandardCharsets.UTF_8));
        out.flush();
        switch (answer.then()) {
            case GO_ON -> {
                if (answer.text().startsWith("354")) {
                    content();
                }
            }
            case CUT -> throw new EOFException();
            case TLS -> secure();
            case HANG -> {
                awaitEnd(Integer.MAX_VALUE);
                throw new EOFException();
            }
            case DRIP -> {
                while (!awaitEnd(50)) {
                    out.write('x');
                    out.flush();
                }
                throw new EOFException();
            }
        }
    }

    private boolean awaitEnd(int millis) throws IOException {
        try {
            return ended.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    /** A reply that a patient relay keeps until it has seen DATA. */
    private void reply(String line) throws IOException {
        if (server.patient) {
            held.append(line).append("\r\n");
        } else {
            send(line);
        }
    }

    private void release() throws IOException {
        out.write(held.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        held.setLength(0);
    }

    private void send(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    void cut() {
        ended.countDown();
        server.ended(this);
        try {
            raw.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
