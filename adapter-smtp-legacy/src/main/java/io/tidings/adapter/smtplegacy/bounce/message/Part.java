package io.tidings.adapter.smtplegacy.bounce.message;

/**
 * A part of a message that has no parts of its own.
 *
 * @param type its media type, in lower case
 * @param text its content, decoded; lines end with a line feed. At most 256 Ki characters, the rest is cut off
 */
public record Part(String type, String text) {

    /** Type and size only. */
    @Override
    public String toString() {
        return "Part[" + type + ", " + text.length() + " characters]";
    }
}
