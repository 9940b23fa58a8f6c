package io.tidings.mime;

import java.util.regex.Pattern;

/** Makes file names harmless for readers that trust them (RFC 2183, 2.3). */
final class FileNames {

    /** Turn the direction of writing: a program could be shown with the ending {@code .pdf}. */
    private static final Pattern DIRECTIONS = Pattern.compile("[\u202a-\u202e\u2066-\u2069]");

    private FileNames() {}

    /** The name behind the last separator, without characters that turn the direction of writing. */
    static String harmless(String name) {
        String plain = DIRECTIONS.matcher(name).replaceAll("");
        String last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        return last.isBlank() || last.equals(".") || last.equals("..") ? "attachment" : last;
    }
}
