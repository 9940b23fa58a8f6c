package io.tidings.adapter.smtplegacy.bounce.message;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A message that came in.
 *
 * @param headers its own
 * @param parts of its own, in order; not those of a message in it
 * @param returned the headers of the first message in it; none if there is no such message
 */
public record Message(Fields headers, List<Part> parts, Fields returned) {

    private static final Set<String> HEADERS_ONLY = Set.of(
            "text/rfc822-headers",
            "text/rfc822-header",
            "text/rfc822",
            "message/rfc822-headers",
            "message/global-headers",
            "message/global",
            "message/partial");

    public Message {
        parts = List.copyOf(parts);
        if (returned.isEmpty()) {
            returned = parts.stream()
                    .filter(part -> HEADERS_ONLY.contains(part.type()))
                    .findFirst()
                    .map(part -> Fields.of(part.text()))
                    .orElse(Fields.none());
        }
    }

    /**
     * Reads a message. Whatever is wrong with it, what can be read of it is there; of one beyond any sense there is
     * nothing.
     */
    public static Message read(byte[] raw) {
        return new MessageReader().read(raw);
    }

    /** The first part of one of these types. */
    public Optional<Part> part(String... types) {
        Set<String> wanted = Set.of(types);
        return parts.stream().filter(part -> wanted.contains(part.type())).findFirst();
    }

    /** What it says to people: the plain text, or, where there is none, the text of the HTML. */
    public String prose() {
        String plain = joined("text/plain");
        return plain.isBlank() ? Html.text(joined("text/html")) : plain;
    }

    private String joined(String type) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part.type().equals(type) && text.length() < MessageReader.MAX_TEXT) {
                text.append(part.text()).append('\n');
            }
        }
        return text.toString();
    }

    /** Without its content. */
    @Override
    public String toString() {
        return "Message" + parts;
    }
}
