package io.tidings.adapter.smtplegacy.bounce.clue;

import io.tidings.email.EnhancedStatus;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the codes of a refusal in a text. */
final class Codes {

    /** Not a part of an IP address, of a version or of a date; behind a reply code more surely than without. */
    private static final Pattern STATUS =
            Pattern.compile("(?<![\\w.])([45]\\d\\d[ -]{1,3}#?)?\\(?([245])\\.([0-7])\\.(\\d{1,3})(?![.]?[\\w])");

    private static final Pattern REPLY =
            Pattern.compile("(?:^|[\\s;:(<\"'#\\[=])([45][0-5]\\d)(?=[ -]{1,3}[#<\"'(A-Za-z0-9]|[)\\]\"'.,;]|\\s*$)");

    private Codes() {}

    /** What a field says, such as {@code 5.1.1} or {@code 5.1.1 (no such mailbox)}. */
    static Optional<EnhancedStatus> field(String value) {
        return Pattern.compile("(?<![\\d.])[245]\\.\\d{1,3}\\.\\d{1,3}(?![.]?\\d)")
                .matcher(value)
                .results()
                .findFirst()
                .flatMap((MatchResult match) -> EnhancedStatus.parse(match.group()));
    }

    /** The code of a failure that says the most: one with a reply code, or else the first; x.0.0 only if need be. */
    static Optional<EnhancedStatus> find(String text) {
        Optional<EnhancedStatus> best = Optional.empty();
        int rank = -1;
        Matcher code = STATUS.matcher(text);
        while (code.find()) {
            EnhancedStatus status = new EnhancedStatus(
                    Integer.parseInt(code.group(2)), Integer.parseInt(code.group(3)), Integer.parseInt(code.group(4)));
            int found = (isSpecific(status) ? 2 : 0) + (code.group(1) == null ? 0 : 1);
            if (status.statusClass() != 2 && found > rank) {
                best = Optional.of(status);
                rank = found;
            }
        }
        return best;
    }

    /** The SMTP reply code of a failure (RFC 5321, 4.2). */
    static OptionalInt reply(String text) {
        Matcher reply = REPLY.matcher(text);
        return reply.find() ? OptionalInt.of(Integer.parseInt(reply.group(1))) : OptionalInt.empty();
    }

    /** Whether it says more than success or failure. */
    static boolean isSpecific(EnhancedStatus status) {
        return status.subject() != 0 || status.detail() != 0;
    }
}
