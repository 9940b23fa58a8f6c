package io.tidings.adapter.smtplegacy.options;

/** What becomes of tags and metadata, for which SMTP has no place of its own. */
public enum Annotations {
    /**
     * They become headers, {@code Keywords} (RFC 5322, 3.6.5) and {@code X-Tidings-Metadata}, which come back with
     * reports of failure. A reader who looks at the source of a message can see them.
     */
    HEADERS,
    /** They are left out, knowingly. */
    OMIT,
    /** A message that has them is rejected as unsupported. */
    REFUSE
}
