package io.tidings.adapter.smtplegacy.wire;

import io.tidings.adapter.smtplegacy.options.TimeLimits;
import io.tidings.adapter.smtplegacy.tls.TlsClient;
import io.tidings.adapter.smtplegacy.tls.TlsFailures;
import io.tidings.email.FailureReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection as commands and replies. Knows the phase, so that each failure has one; after a failure it is cut. For
 * one thread at a time, but for what the watchdog calls.
 */
public final class Wire {

    private static final int OUT_SIZE = 16 * 1024;

    private final Socket raw;
    private final TimeLimits limits;
    private final Watchdog watchdog;
    private final LineBuffer received = new LineBuffer();
    private final byte[] out = new byte[OUT_SIZE];
    private int pending;

    private Socket socket;
    private InputStream input;
    private OutputStream output;
    private Deadline whole;
    private Phase phase = Phase.CONNECT;

    private volatile @Nullable Deadline step;
    private volatile boolean late;
    private volatile boolean cut;

    private Wire(Socket raw, TimeLimits limits, Watchdog watchdog, Deadline whole) throws IOException {
        this.raw = raw;
        this.limits = limits;
        this.watchdog = watchdog;
        this.whole = whole;
        socket = raw;
        input = raw.getInputStream();
        output = raw.getOutputStream();
    }

    /** Connects within the limits, or throws what {@link Socket#connect} does. */
    public static Wire connect(InetSocketAddress address, TimeLimits limits, Watchdog watchdog, Deadline whole)
            throws IOException {
        Socket raw = new Socket();
        try {
            raw.setTcpNoDelay(true);
            raw.connect(address, millis(whole.orAfter(limits.connect()).left()));
            Wire wire = new Wire(raw, limits, watchdog, whole);
            watchdog.watch(wire);
            return wire;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** A send begins; all of it ends by then. */
    public void beginBefore(Deadline deadline) {
        whole = deadline;
    }

    /** What is done from now on belongs to this phase. */
    public void enter(Phase next) {
        phase = next;
    }

    /** Puts TLS over the connection, if nothing has come in that belongs to no reply. */
    public void secure(TlsClient tls, String host, int port) throws DialogueException {
        if (hasUnread()) {
            throw fail(FailureReason.TLS_TAMPERED);
        }
        step = whole.orAfter(limits.read());
        try {
            raw.setSoTimeout(millis(whole.orAfter(limits.read()).left()));
            socket = tls.secure(raw, host, port);
            input = socket.getInputStream();
            output = socket.getOutputStream();
        } catch (SocketTimeoutException e) {
            throw fail(FailureReason.TIMED_OUT);
        } catch (IOException e) {
            throw fail(TlsFailures.reason(e));
        } finally {
            step = null;
        }
    }

    /** Adds a command to what {@link #flush} sends. */
    public void put(String command) throws DialogueException {
        if (command.indexOf('\r') >= 0 || command.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A command must be one line");
        }
        byte[] line = (command + "\r\n").getBytes(StandardCharsets.UTF_8);
        put(line, 0, line.length);
    }

    /** Adds octets to what {@link #flush} sends; sends some of it if it becomes much. */
    public void put(byte[] octets, int offset, int length) throws DialogueException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (pending == out.length) {
                flush();
            }
            int part = Math.min(left, out.length - pending);
            System.arraycopy(octets, from, out, pending, part);
            pending += part;
            from += part;
            left -= part;
        }
    }

    /** Ends a send that has taken too long already. */
    public void requireTime() throws DialogueException {
        if (whole.isOver()) {
            throw fail(FailureReason.TIMED_OUT);
        }
    }

    /** Sends what was added. */
    public void flush() throws DialogueException {
        int length = pending;
        pending = 0;
        requireTime();
        step = whole.orAfter(limits.write());
        try {
            output.write(out, 0, length);
            output.flush();
        } catch (IOException e) {
            throw fail(FailureReason.CONNECTION_LOST);
        } finally {
            step = null;
        }
    }

    /** Sends a command and reads its reply. */
    public Reply ask(String command) throws DialogueException {
        put(command);
        flush();
        return read();
    }

    /** The next reply, whole and within the limit of the phase. */
    public Reply read() throws DialogueException {
        Deadline limit = whole.orAfter(phase == Phase.FINAL_DOT ? limits.finalReply() : limits.read());
        ReplyParser parser = new ReplyParser();
        step = limit;
        try {
            while (true) {
                Optional<Reply> reply = parser.add(line(limit));
                if (reply.isPresent()) {
                    return reply.get();
                }
            }
        } catch (ReplyParser.MalformedReplyException e) {
            throw fail(FailureReason.PROTOCOL_ERROR);
        } finally {
            step = null;
        }
    }

    private String line(Deadline limit) throws DialogueException {
        for (Optional<String> line = received.next(); ; line = received.next()) {
            if (line.isPresent()) {
                return line.get();
            }
            if (received.isFull()) {
                throw fail(FailureReason.PROTOCOL_ERROR);
            }
            if (limit.isOver()) {
                throw fail(FailureReason.TIMED_OUT);
            }
            fill(limit);
        }
    }

    private void fill(Deadline limit) throws DialogueException {
        boolean more;
        try {
            socket.setSoTimeout(millis(limit.left()));
            more = received.fill(input);
        } catch (SocketTimeoutException e) {
            throw fail(FailureReason.TIMED_OUT);
        } catch (IOException e) {
            throw fail(FailureReason.CONNECTION_LOST);
        }
        if (!more) {
            throw fail(FailureReason.CONNECTION_LOST);
        }
    }

    /** Whether something has come in that no command asked for, or the connection is of no use any more. */
    public boolean hasUnread() {
        try {
            return cut || !received.isEmpty() || input.available() > 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** Cuts the connection and says why. */
    public DialogueException fail(FailureReason reason) {
        cut();
        FailureReason known = late ? FailureReason.TIMED_OUT : reason;
        boolean gone = known == FailureReason.CONNECTION_LOST && phase != Phase.FINAL_DOT;
        return new DialogueException(phase, Verdicts.of(phase, known), gone);
    }

    /** The relay said no. If nothing else can follow, the connection is cut. */
    public DialogueException refused(Reply reply) {
        if (reply.endsSession() || reply.isPositive() || reply.isIntermediate()) {
            cut();
        }
        boolean gone = reply.code() == Reply.CLOSING && phase != Phase.FINAL_DOT;
        return new DialogueException(phase, Verdicts.of(phase, reply), gone);
    }

    /** Our address, as it is written where a host name is expected (RFC 5321, 4.1.3). */
    public String addressLiteral() {
        InetAddress address = raw.getLocalAddress();
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return "[" + (address instanceof Inet6Address ? "IPv6:" : "") + (zone < 0 ? text : text.substring(0, zone))
                + "]";
    }

    /** From the watchdog's thread. */
    void cutIfOverdue() {
        Deadline limit = step;
        if (limit != null && limit.isOver()) {
            late = true;
            cut();
        }
    }

    /** Whether it has ended. */
    public boolean isCut() {
        return cut;
    }

    /** Ends the connection at once, without a word, whatever is under way. */
    public void cut() {
        cut = true;
        watchdog.forget(this);
        try {
            // Not by way of the TLS socket, which would wait for a write that is under way.
            raw.close();
        } catch (IOException e) {
            // There is nothing left to end.
            return;
        }
    }

    private static int millis(Duration duration) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
    }
}
