package io.tidings.adapter.sendgrid.account;

import java.util.Objects;

/**
 * One thing that was looked at. Holds no text from outside.
 *
 * @param topic what it is about
 * @param level how bad it is
 * @param text what was found
 * @param advice what to do; empty if nothing
 */
public record Finding(Topic topic, Level level, String text, String advice) {

    /** What a finding is about. */
    public enum Topic {
        /** Whether the server can be asked at all. */
        SERVER,
        /** Whether the API key is valid. */
        API_KEY,
        /** Whether the key may send mail. */
        PERMISSION,
        /** Whether the sender's domain is authenticated. */
        SENDER_DOMAIN,
        /** Whether the domain's DKIM records (RFC 6376) are in place. */
        DKIM,
        /** Whether the records that make SPF (RFC 7208) pass are in place. */
        SPF,
        /** Whether the one address is verified, where its domain is not authenticated. */
        SINGLE_SENDER
    }

    /** How bad a finding is. */
    public enum Level {
        /** As it should be. */
        OK,
        /** Mail goes out, but may not arrive; or nothing could be found out. */
        WARNING,
        /** No mail goes out. */
        ERROR
    }

    public Finding {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(advice, "advice");
    }

    static Finding ok(Topic topic, String text) {
        return new Finding(topic, Level.OK, text, "");
    }

    /** One line for a person. */
    @Override
    public String toString() {
        return level + ": " + text + (advice.isEmpty() ? "" : " " + advice);
    }
}
