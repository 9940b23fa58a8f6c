package io.tidings.adapter.smtplegacy.relay;

import java.util.Locale;

/** What a relay is asked for. */
public enum Step {
    GREETING,
    EHLO,
    STARTTLS,
    AUTH,
    MAIL,
    RCPT,
    DATA,
    DOT,
    RSET,
    NOOP,
    QUIT,
    OTHER;

    static Step of(String command) {
        String verb = command.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        for (Step step : values()) {
            if (step.name().equals(verb)) {
                return step;
            }
        }
        return OTHER;
    }
}
