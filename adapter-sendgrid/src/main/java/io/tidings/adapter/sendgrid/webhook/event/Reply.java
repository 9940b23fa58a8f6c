package io.tidings.adapter.sendgrid.webhook.event;

import io.tidings.email.EnhancedStatus;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the recipient's host said.
 *
 * @param text in its own words; empty if it said nothing
 * @param status from the field of its own, or from the text
 */
record Reply(String text, Optional<EnhancedStatus> status) {

    /** At the beginning of a reply, with or without the three digits before it: {@code 550 5.1.1 …}. */
    private static final Pattern STATUS = Pattern.compile("(?:[245]\\d\\d[ -])?([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    static Reply of(EventFields fields) {
        String reason = fields.text(Field.REASON);
        String text = reason.isEmpty() ? fields.text(Field.RESPONSE) : reason;
        Optional<EnhancedStatus> status = EnhancedStatus.parse(fields.text(Field.STATUS));
        return new Reply(text, status.isPresent() || text.isEmpty() ? status : statusIn(text));
    }

    private static Optional<EnhancedStatus> statusIn(String text) {
        Matcher matcher = STATUS.matcher(text);
        return matcher.lookingAt() ? EnhancedStatus.parse(matcher.group(1)) : Optional.empty();
    }

    /** Whether the code has this subject and one of these details (RFC 3463). */
    boolean isAbout(int subject, int... details) {
        if (status.isEmpty() || status.get().subject() != subject) {
            return false;
        }
        for (int detail : details) {
            if (status.get().detail() == detail) {
                return true;
            }
        }
        return false;
    }

    /** Whether it refused for good: by the enhanced code, or by the first digit of the reply. */
    boolean isPermanent() {
        return status.map(code -> code.statusClass() == 5).orElse(text.startsWith("5"));
    }
}
