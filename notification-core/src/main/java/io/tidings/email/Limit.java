package io.tidings.email;

import java.util.Locale;

/** A number that a message must not exceed. */
public enum Limit implements Constraint {
    /** To, copy and blind-copy recipients of one message. */
    RECIPIENTS,
    /** The size of the whole message on the wire, in octets, with base64 growth of attachments. */
    ENCODED_BYTES,
    /** Tags of one message. */
    TAG_COUNT,
    /** The length of one tag, in characters. */
    TAG_LENGTH,
    /** Keys and values of the metadata together, in octets of UTF-8. */
    METADATA_BYTES,
    /** How far ahead sending can be scheduled, in seconds. */
    SCHEDULE_AHEAD_SECONDS;

    /** The limit in lower-case words, as for a table or a log line. */
    @Override
    public String toString() {
        return "limit of " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
