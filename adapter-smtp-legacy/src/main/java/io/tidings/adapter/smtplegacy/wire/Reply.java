package io.tidings.adapter.smtplegacy.wire;

import io.tidings.email.EnhancedStatus;
import java.util.List;
import java.util.Optional;

/**
 * What a relay answers to a command (RFC 5321, 4.2).
 *
 * @param code 200 to 599
 * @param status the enhanced status code (RFC 3463), if there is one and it is of the class of the code
 * @param lines the text of each line; from outside, not to be shown
 */
public record Reply(int code, Optional<EnhancedStatus> status, List<String> lines) {

    /** The relay ends the connection. */
    static final int CLOSING = 421;

    /** The relay wants a login that was not configured (RFC 4954, 6), whatever it was asked. */
    static final int LOGIN_REQUIRED = 530;

    static Reply of(int code, List<String> lines) {
        String text = lines.get(0);
        int end = text.indexOf(' ');
        return new Reply(
                code,
                EnhancedStatus.parse(end < 0 ? text : text.substring(0, end))
                        .filter(status -> status.statusClass() == code / 100),
                List.copyOf(lines));
    }

    /** Whether it is about more than what was asked: nothing else will be taken over this connection. */
    public boolean endsSession() {
        return code == CLOSING || code == LOGIN_REQUIRED;
    }

    /** Whether it is a yes. */
    public boolean isPositive() {
        return code / 100 == 2;
    }

    /** More is expected from us. */
    public boolean isIntermediate() {
        return code / 100 == 3;
    }

    /** Whether it is a no for now. */
    public boolean isTransient() {
        return code / 100 == 4;
    }

    /** Whether it is a no for good. */
    public boolean isPermanent() {
        return code / 100 == 5;
    }

    /** Whether its status code is about this (RFC 3463, 3). */
    public boolean is(int subject, int detail) {
        return status.isPresent()
                && status.get().subject() == subject
                && status.get().detail() == detail;
    }

    /** Without the text. */
    @Override
    public String toString() {
        return "Reply[" + code + status.map(each -> " " + each).orElse("") + "]";
    }
}
