package io.tidings.adapter.smtplegacy.dialogue;

import io.tidings.adapter.smtplegacy.options.Login;
import io.tidings.adapter.smtplegacy.options.Relay;
import io.tidings.adapter.smtplegacy.options.TimeLimits;
import io.tidings.adapter.smtplegacy.options.TlsMode;
import io.tidings.adapter.smtplegacy.tls.TlsClient;
import io.tidings.adapter.smtplegacy.wire.Deadline;
import io.tidings.adapter.smtplegacy.wire.DialogueException;
import io.tidings.adapter.smtplegacy.wire.Phase;
import io.tidings.adapter.smtplegacy.wire.Reply;
import io.tidings.adapter.smtplegacy.wire.Verdicts;
import io.tidings.adapter.smtplegacy.wire.Watchdog;
import io.tidings.adapter.smtplegacy.wire.Wire;
import io.tidings.email.FailureReason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens sessions: connects, secures, introduces itself and logs in. Thread-safe.
 *
 * @param tls how to secure the connection
 * @param client what to secure it with
 * @param login who we are, if the relay wants to know
 * @param ehloName our name; our address if empty (RFC 5321, 4.1.4)
 * @param limits how long each step may take
 * @param watchdog watches the steps
 */
public record Connector(
        TlsMode tls,
        TlsClient client,
        Optional<Login> login,
        Optional<String> ehloName,
        TimeLimits limits,
        Watchdog watchdog) {

    private static final int MAX_ADDRESSES = 8;

    /** A session with this relay. */
    public Session open(Relay relay, Deadline deadline) throws DialogueException {
        Wire wire = connect(relay, deadline);
        boolean opened = false;
        try {
            Session session = new Session(relay, wire, introduce(wire, relay));
            opened = true;
            return session;
        } finally {
            if (!opened) {
                wire.cut();
            }
        }
    }

    private Wire connect(Relay relay, Deadline deadline) throws DialogueException {
        FailureReason reason = tls == TlsMode.NONE ? FailureReason.TLS_NOT_OFFERED : FailureReason.CONNECT_FAILED;
        for (InetAddress address : addresses(relay)) {
            if (deadline.isOver()) {
                reason = FailureReason.TIMED_OUT;
                break;
            }
            try {
                return Wire.connect(new InetSocketAddress(address, relay.port()), limits, watchdog, deadline);
            } catch (SocketTimeoutException e) {
                reason = FailureReason.TIMED_OUT;
            } catch (IOException e) {
                reason = FailureReason.CONNECT_FAILED;
            }
        }
        throw new DialogueException(Phase.CONNECT, Verdicts.of(Phase.CONNECT, reason), false);
    }

    private List<InetAddress> addresses(Relay relay) throws DialogueException {
        try {
            return Stream.of(InetAddress.getAllByName(relay.host()))
                    .filter(address -> tls != TlsMode.NONE || address.isLoopbackAddress())
                    .limit(MAX_ADDRESSES)
                    .toList();
        } catch (UnknownHostException e) {
            throw new DialogueException(Phase.CONNECT, Verdicts.of(Phase.CONNECT, FailureReason.DNS_FAILED), false);
        }
    }

    private Extensions introduce(Wire wire, Relay relay) throws DialogueException {
        if (tls == TlsMode.IMPLICIT) {
            wire.enter(Phase.STARTTLS);
            wire.secure(client, relay.host(), relay.port());
        }
        wire.enter(Phase.GREETING);
        require(wire, wire.read());
        Extensions offered = ehlo(wire);
        if (tls == TlsMode.REQUIRED) {
            startTls(wire, relay, offered);
            // What was said in clear does not count any more (RFC 3207, 4.2).
            offered = ehlo(wire);
        }
        if (login.isPresent()) {
            wire.enter(Phase.AUTH);
            Authentication.run(wire, offered, login.get());
        }
        return offered;
    }

    private Extensions ehlo(Wire wire) throws DialogueException {
        wire.enter(Phase.EHLO);
        Reply reply = wire.ask("EHLO " + ehloName.orElseGet(wire::addressLiteral));
        require(wire, reply);
        return Extensions.of(reply.lines());
    }

    private void startTls(Wire wire, Relay relay, Extensions offered) throws DialogueException {
        wire.enter(Phase.STARTTLS);
        if (!offered.offers("STARTTLS")) {
            throw wire.fail(FailureReason.TLS_NOT_OFFERED);
        }
        require(wire, wire.ask("STARTTLS"));
        wire.secure(client, relay.host(), relay.port());
    }

    private static void require(Wire wire, Reply reply) throws DialogueException {
        if (!reply.isPositive()) {
            throw wire.refused(reply);
        }
    }
}
