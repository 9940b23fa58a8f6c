package io.tidings.email;

import io.tidings.error.InvalidArgumentException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules for what an application attaches to a message, shared by {@link EmailMessage} and the options of a send.
 * Public only because these are in two packages.
 */
public final class MessageRules {

    /** How many headers of its own a message may have. */
    public static final int MAX_HEADERS = 100;

    /** To how many addresses answers may go. */
    public static final int MAX_REPLY_TO = 100;

    /** How many attachments a message may have. */
    public static final int MAX_ATTACHMENTS = 1_000;

    private static final int MAX_ENTRIES = 100;
    private static final Pattern METADATA_KEY = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** It stands in log lines and metrics. */
    private static final Pattern TEMPLATE = Pattern.compile("[A-Za-z0-9._-]{0,100}");

    private MessageRules() {}

    static void requireTemplate(String template) {
        if (!TEMPLATE.matcher(template).matches()) {
            throw new InvalidArgumentException(
                    "template", "must be at most 100 letters, digits, dots, hyphens and underscores");
        }
    }

    /** An immutable copy of at most so many elements. */
    public static <T> List<T> atMost(int limit, String field, List<T> elements) {
        if (elements.size() > limit) {
            throw new InvalidArgumentException(field, "must be at most " + limit);
        }
        return List.copyOf(elements);
    }

    /**
     * An immutable copy of at most 100 headers, none of which has the name of another: a JSON object could not carry
     * both.
     */
    public static List<Header> headers(List<Header> headers) {
        Set<String> names = new HashSet<>();
        if (!headers.stream().allMatch(header -> names.add(header.name().toLowerCase(Locale.ROOT)))) {
            throw new InvalidArgumentException("headers", "must not have a name twice");
        }
        return atMost(MAX_HEADERS, "headers", headers);
    }

    /** An immutable copy of tags that are short, harmless in a header and impersonal. */
    public static List<String> tags(List<String> tags) {
        tags.forEach(tag -> HeaderText.requireImpersonal("tag", tag, 255));
        return atMost(MAX_ENTRIES, "tags", tags);
    }

    /** An immutable copy, in the same order, of metadata that is harmless in a header and impersonal. */
    public static Map<String, String> metadata(Map<String, String> metadata) {
        if (metadata.size() > MAX_ENTRIES) {
            throw new InvalidArgumentException("metadata", "must be at most " + MAX_ENTRIES);
        }
        metadata.forEach((key, value) -> {
            if (!METADATA_KEY.matcher(key).matches() || key.equals(EmailMessage.ID_METADATA_KEY)) {
                throw new InvalidArgumentException(
                        "metadata key",
                        "must be 1 to 64 letters, digits, dots, hyphens and underscores, and not "
                                + EmailMessage.ID_METADATA_KEY);
            }
            HeaderText.requireImpersonal("metadata value", value, 10_000);
        });
        return Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** The message is not scheduled for a time when it is no longer worth sending. */
    public static void requireTimes(Optional<Instant> sendAt, Optional<Instant> expiry) {
        if (sendAt.isPresent() && expiry.isPresent() && !sendAt.get().isBefore(expiry.get())) {
            throw new InvalidArgumentException("sendAt", "must be before expiry");
        }
    }

    /** At least as many octets as subject and bodies have in UTF-8. */
    static long mostUtf8Length(EmailMessage message) {
        return 3L * message.subject().length()
                + 3L * message.html().map(String::length).orElse(0)
                + 3L * message.text().map(String::length).orElse(0);
    }

    /** The octets of the text in UTF-8, counted without encoding it. */
    static long utf8Length(Optional<String> text) {
        return text.map(MessageRules::utf8Length).orElse(0L);
    }

    private static long utf8Length(String text) {
        long length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // A surrogate is half of a character of four octets.
                length += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return length;
    }
}
