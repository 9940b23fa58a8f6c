package io.tidings.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Parameters of MIME headers, written out, each short enough for a line of its own. */
final class Parameters {

    /** Of one parameter, so that it fits behind a space and before a semicolon. */
    private static final int LONGEST = 76;

    /** What no reader takes for anything else: neither escaped nor encoded by any of them. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.,()+@ -]{0,58}[A-Za-z0-9_)])?");

    /** RFC 2231, 7: a token without the signs that have a meaning in an extended value. */
    private static final String ATTRIBUTE_SIGNS = "!#$&+-.^_`{|}~";

    private Parameters() {}

    /** The type and its parameters of {@code text/csv; charset=utf-8}, apart. The value is known to be well formed. */
    static List<String> split(String contentType) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < contentType.length(); i++) {
            char c = contentType.charAt(i);
            quoted ^= c == '"';
            if (c == ';' && !quoted) {
                parts.add(contentType.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(contentType.substring(from).strip());
        return parts;
    }

    /** The name of a file: in quotes if it is simple, else as RFC 2231 has it, in as many parts as it needs. */
    static List<String> fileName(String name) {
        if (PLAIN.matcher(name).matches()) {
            return List.of("filename=\"" + name + "\"");
        }
        List<String> pieces = extended(name, "filename*0*=utf-8''".length());
        if (pieces.size() == 1) {
            return List.of("filename*=utf-8''" + pieces.get(0));
        }
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            parameters.add("filename*" + i + "*=" + (i == 0 ? "utf-8''" : "") + pieces.get(i));
        }
        return parameters;
    }

    /** The octets in percent notation, cut so that each piece has room beside its name and no character is split. */
    private static List<String> extended(String name, int prefix) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int at = 0;
        while (at < name.length()) {
            int codePoint = name.codePointAt(at);
            int width = isAttribute(codePoint) ? 1 : 3 * Utf8.length(codePoint);
            if (piece.length() + width > LONGEST - prefix) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            append(piece, codePoint);
            at += Character.charCount(codePoint);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static void append(StringBuilder piece, int codePoint) {
        if (isAttribute(codePoint)) {
            piece.append((char) codePoint);
            return;
        }
        for (int i = 0; i < Utf8.length(codePoint); i++) {
            piece.append(String.format("%%%02X", Utf8.octet(codePoint, i)));
        }
    }

    private static boolean isAttribute(int c) {
        return (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || ATTRIBUTE_SIGNS.indexOf(c) >= 0;
    }
}
