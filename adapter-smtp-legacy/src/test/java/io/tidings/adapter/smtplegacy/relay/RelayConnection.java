package io.tidings.adapter.smtplegacy.relay;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
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

    private final Lines lines = new Lines();
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
            lines.use(raw);
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

    private void secure() throws IOException {
        SSLSocket socket = (SSLSocket) server.tls.getSocketFactory().createSocket(raw, null, raw.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        secure = true;
        lines.use(socket);
    }

    /** The next command; until it comes the connection is idle. */
    private String next() throws IOException {
        setIdle(true);
        lines.await();
        setIdle(false);
        return lines.next();
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
        StringBuilder reply = new StringBuilder("250-relay.example.gov\r\n");
        server.extensions.forEach(
                extension -> reply.append("250-").append(extension).append("\r\n"));
        lines.send(reply + (server.startTls && !secure ? "250 STARTTLS" : "250 HELP") + "\r\n");
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
        String response = lines.next();
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
        StoredMessage message = new StoredMessage(mail, List.copyOf(rcpts), lines.message(), number);
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
        lines.send(answer.text());
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
                    lines.send("x");
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
        lines.send(held.toString());
        held.setLength(0);
    }

    private void send(String line) throws IOException {
        lines.send(line + "\r\n");
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
