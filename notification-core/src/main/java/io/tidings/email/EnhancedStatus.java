package io.tidings.email;

import io.tidings.error.InvalidArgumentException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An enhanced mail system status code, such as {@code 5.1.1} (RFC 3463).
 *
 * @param statusClass 2 success, 4 persistent transient failure, 5 permanent failure
 * @param subject 0 to 999
 * @param detail 0 to 999
 */
public record EnhancedStatus(int statusClass, int subject, int detail) {

    private static final Pattern SYNTAX = Pattern.compile("([245])\\.(\\d{1,3})\\.(\\d{1,3})");

    public EnhancedStatus {
        if (statusClass != 2 && statusClass != 4 && statusClass != 5) {
            throw new InvalidArgumentException("statusClass", "must be 2, 4 or 5");
        }
        if (subject < 0 || subject > 999) {
            throw new InvalidArgumentException("subject", "must be from 0 to 999");
        }
        if (detail < 0 || detail > 999) {
            throw new InvalidArgumentException("detail", "must be from 0 to 999");
        }
    }

    /** Reads exactly one code, such as {@code 5.1.1}; empty if the text is anything else. */
    public static Optional<EnhancedStatus> parse(String text) {
        Matcher code = SYNTAX.matcher(text);
        return code.matches()
                ? Optional.of(new EnhancedStatus(
                        Integer.parseInt(code.group(1)),
                        Integer.parseInt(code.group(2)),
                        Integer.parseInt(code.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return statusClass + "." + subject + "." + detail;
    }
}
