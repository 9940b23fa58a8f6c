package io.tidings.benchmarks.soak.farside;

import io.tidings.benchmarks.soak.farside.SmtpFault.Phase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One client of a relay: command after command, until one goes wrong in the way that was drawn for it. */
final class RelaySession {

    private static final Pattern MESSAGE_ID =
            Pattern.compile("message-id:\\s*<([^@>]+)@[^>]*>\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern RECIPIENT = Pattern.compile("RCPT TO:<([^>]*)>.*", Pattern.CASE_INSENSITIVE);
    private static final String OK = "250 2.0.0 OK";
    private static final int LATE_MILLIS = 400;

    private final Socket socket;
    private final BufferedReader in;
    private final Supplier<Optional<SmtpFault>> faultsOfMessages;
    private final BiConsumer<String, String> take;
    private final List<String> recipients = new ArrayList<>();

    private Optional<SmtpFault> fault;
    private boolean inTransaction;
    private int recipientsNamed;

    /** @param take gets the id of a message and one recipient, once the relay is responsible for that */
    RelaySession(
            Socket socket,
            Optional<SmtpFault> fault,
            Supplier<Optional<SmtpFault>> faultsOfMessages,
            BiConsumer<String, String> take)
            throws IOException {
        this.socket = socket;
        this.fault = fault;
        this.faultsOfMessages = faultsOfMessages;
        this.take = take;
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    void run() throws IOException {
        answer(Phase.GREETING, "220 soak.example ESMTP");
        for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
            switch (line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT)) {
                case "EHLO" ->
                    answer(Phase.EHLO, "250-soak.example\r\n250-PIPELINING\r\n250-AUTH PLAIN\r\n250 8BITMIME");
                case "AUTH" -> answer(Phase.AUTH, "235 2.7.0 OK");
                case "MAIL" -> begin();
                case "RCPT" -> addRecipient(line);
                case "DATA" -> readMessage();
                case "RSET", "NOOP" -> say(OK);
                case "QUIT" -> say("221 2.0.0 Bye");
                default -> say("500 5.5.1 What?");
            }
        }
    }

    private void begin() throws IOException {
        fault = faultsOfMessages.get();
        recipients.clear();
        recipientsNamed = 0;
        inTransaction = answer(Phase.MAIL, OK);
    }

    private void addRecipient(String line) throws IOException {
        Matcher recipient = RECIPIENT.matcher(line);
        if (!inTransaction || !recipient.matches()) {
            say("503 5.5.1 No");
            return;
        }
        recipientsNamed++;
        boolean isFirst = recipientsNamed == 1;
        if (answer(isFirst ? Phase.RCPT : Phase.SECOND_RCPT, OK)) {
            recipients.add(recipient.group(1));
        }
    }

    private void readMessage() throws IOException {
        if (recipients.isEmpty()) {
            say("503 5.5.1 No");
            return;
        }
        inTransaction = false;
        if (!answer(Phase.DATA, "354 Go ahead")) {
            return;
        }
        Optional<String> id = Optional.empty();
        for (@Nullable String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return;
            }
            doInstead(Phase.BODY);
            Matcher messageId = MESSAGE_ID.matcher(line);
            if (id.isEmpty() && messageId.matches()) {
                id = Optional.of(messageId.group(1));
            }
        }
        if (doInstead(Phase.DOT)) {
            return;
        }
        if (fault.filter(SmtpFault.TAKEN_LATE::equals).isPresent()) {
            pause();
        }
        String taken = id.orElseThrow(() -> new IOException("a message without an id"));
        recipients.forEach(recipient -> take.accept(taken, recipient));
        answer(Phase.TAKEN, OK);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LATE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Whether it was this and no fault. */
    private boolean answer(Phase phase, String right) throws IOException {
        if (doInstead(phase)) {
            return false;
        }
        say(right);
        return true;
    }

    /** Whether there was a fault for this phase. */
    private boolean doInstead(Phase phase) throws IOException {
        Optional<SmtpFault> now = fault.filter(drawn -> drawn.phase() == phase);
        if (now.isEmpty()) {
            return false;
        }
        fault = Optional.empty();
        switch (now.get().deed()) {
            case ANSWER -> say(now.get().answer());
            case LATE_OK -> say(OK);
            case CUT -> throw new IOException("cut");
            case RESET -> {
                Listener.reset(socket);
                throw new IOException("reset");
            }
            case HALF_OK -> {
                socket.getOutputStream().write("250 2.".getBytes(StandardCharsets.US_ASCII));
                throw new IOException("cut");
            }
            case SILENCE -> {
                in.transferTo(Writer.nullWriter());
                throw new IOException("the client has left");
            }
        }
        return true;
    }

    private void say(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        if (line.startsWith("421")) {
            throw new IOException("closing");
        }
    }
}
