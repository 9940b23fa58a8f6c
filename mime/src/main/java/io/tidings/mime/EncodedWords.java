package io.tidings.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Text of any script in a header, as encoded words of at most 75 characters that split no character (RFC 2047). */
final class EncodedWords {

    /** The room that the longest character needs in any encoding. */
    static final int LEAST_ROOM = 12 + 3 * Utf8.LONGEST;

    /** Of a word, and with the space before it of a line (RFC 2047, 2). */
    private static final int LONGEST_WORD = 75;

    /** What stands for itself in Q even in a display name (RFC 2047, 5). */
    private static final String LITERAL = "!*+-/";

    private EncodedWords() {}

    /**
     * The words, for a line each.
     *
     * @param firstRoom how many characters the first may have, at least {@link #LEAST_ROOM}
     */
    static List<String> of(String text, int firstRoom) {
        boolean base64 = isShorterInBase64(text);
        List<String> words = new ArrayList<>();
        int room = Math.min(firstRoom, LONGEST_WORD) - 12;
        int from = 0;
        while (from < text.length()) {
            int to = endOfWord(text, from, room, base64);
            String part = text.substring(from, to);
            words.add(base64 ? inBase64(part) : inQ(part));
            room = LONGEST_WORD - 12;
            from = to;
        }
        return words;
    }

    private static boolean isShorterInBase64(String text) {
        int octets = 0;
        int escaped = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int length = Utf8.length(text.codePointAt(i));
            octets += length;
            escaped += widthInQ(text.codePointAt(i)) == 1 ? 0 : length;
        }
        return escaped * 6 > octets;
    }

    private static int endOfWord(String text, int from, int room, boolean base64) {
        int octets = 0;
        int width = 0;
        int at = from;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            octets += Utf8.length(codePoint);
            width = base64 ? (octets + 2) / 3 * 4 : width + widthInQ(codePoint);
            if (width > room) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    private static String inBase64(String part) {
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static String inQ(String part) {
        StringBuilder word = new StringBuilder(LONGEST_WORD).append("=?utf-8?Q?");
        for (byte octet : part.getBytes(StandardCharsets.UTF_8)) {
            if (octet == ' ') {
                word.append('_');
            } else if (widthInQ(octet) == 1) {
                word.append((char) octet);
            } else {
                word.append('=').append(hex(octet >> 4)).append(hex(octet));
            }
        }
        return word.append("?=").toString();
    }

    private static char hex(int bits) {
        return "0123456789ABCDEF".charAt(bits & 0xf);
    }

    /** Characters beyond ASCII, and octets of them as negative numbers, are escaped. */
    private static int widthInQ(int codePoint) {
        boolean literal = codePoint == ' '
                || (codePoint >= '0' && codePoint <= '9')
                || (codePoint >= 'A' && codePoint <= 'Z')
                || (codePoint >= 'a' && codePoint <= 'z')
                || (codePoint >= 0 && LITERAL.indexOf(codePoint) >= 0);
        return literal ? 1 : 3 * (codePoint < 0 ? 1 : Utf8.length(codePoint));
    }
}
