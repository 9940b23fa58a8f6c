package io.tidings.email;

import java.util.Locale;

/** Something that an adapter can do or cannot do. */
public enum Feature implements Constraint {
    /** Addresses with characters beyond ASCII before the {@code @} (SMTPUTF8, RFC 6531). */
    NON_ASCII_LOCAL_PARTS,
    /** Recipients whose addresses differ only in the case of what stands before the {@code @}. */
    CASE_SENSITIVE_LOCAL_PARTS,
    /** More than one reply-to address. */
    SEVERAL_REPLY_TOS,
    /** Copies and blind copies. */
    COPIES,
    /** Attached files. */
    ATTACHMENTS,
    /** Parts that the HTML refers to by content id. */
    INLINE_ATTACHMENTS,
    /** Files and inline parts of no octets. */
    EMPTY_ATTACHMENTS,
    /** Parameters of an attachment's media type, such as its charset. */
    MEDIA_TYPE_PARAMETERS,
    /** A comma or a semicolon in an attachment's file name or content id. */
    SEPARATORS_IN_FILE_NAMES,
    /** Headers of the application's own. */
    CUSTOM_HEADERS,
    /** Headers whose name the provider keeps for itself; see {@link Capabilities#reservedHeaders()}. */
    RESERVED_HEADERS,
    /** Tags, which the provider uses to group its statistics. */
    TAGS,
    /** Tags with characters beyond ASCII. */
    NON_ASCII_TAGS,
    /** Metadata, which the provider returns with its events. */
    METADATA,
    /** Sending at a later time. */
    SCHEDULED_SENDING,
    /** The envelope can name fewer recipients than the headers, so that a part of the recipients can be served. */
    SEPARATE_ENVELOPE;

    /** The feature in lower-case words, as for a table or a log line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
