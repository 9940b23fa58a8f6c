package io.tidings.adapter.smtplegacy.dialogue;

import io.tidings.adapter.smtplegacy.options.Login;
import io.tidings.adapter.smtplegacy.wire.DialogueException;
import io.tidings.adapter.smtplegacy.wire.Phase;
import io.tidings.adapter.smtplegacy.wire.Reply;
import io.tidings.adapter.smtplegacy.wire.Wire;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** AUTH (RFC 4954) by PLAIN (RFC 4616), or by LOGIN, which old relays know. */
final class Authentication {

    /** A longer command than this is sent in two steps (RFC 4954, 4). */
    private static final int MAX_COMMAND = 500;

    private Authentication() {}

    static void run(Wire wire, Extensions offered, Login login) throws DialogueException {
        Reply reply;
        if (offered.mechanisms().contains("PLAIN")) {
            reply = plain(wire, login);
        } else if (offered.mechanisms().contains("LOGIN")) {
            reply = login(wire, login);
        } else {
            throw new DialogueException(
                    Phase.AUTH, Failure.of(Verdict.ACCOUNT, FailureReason.AUTHENTICATION_FAILED), false);
        }
        if (!reply.isPositive()) {
            throw wire.refused(reply);
        }
    }

    private static Reply plain(Wire wire, Login login) throws DialogueException {
        String response =
                base64("\0" + login.username() + "\0" + login.password().reveal());
        if (response.length() <= MAX_COMMAND) {
            return wire.ask("AUTH PLAIN " + response);
        }
        Reply reply = wire.ask("AUTH PLAIN");
        return reply.code() == 334 ? wire.ask(response) : reply;
    }

    private static Reply login(Wire wire, Login login) throws DialogueException {
        Reply reply = wire.ask("AUTH LOGIN");
        if (reply.code() == 334) {
            reply = wire.ask(base64(login.username()));
        }
        return reply.code() == 334 ? wire.ask(base64(login.password().reveal())) : reply;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
