package io.tidings.adapter.sendgrid.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Values of headers as the API wants them: it takes only ASCII there, and leaves encoding to us, in words of at most 75
 * characters that split no character (RFC 2047). Names of people, subjects and files it encodes itself.
 */
final class HeaderValues {

    /** Without groups, whose every repetition would cost stack. */
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]+");

    private static final Pattern CHANGED_ON_THE_WAY = Pattern.compile("^ |  | $|=\\?");

    /** So many octets are 60 characters of base64, which with 12 of framing are no more than 75. */
    private static final int OCTETS_OF_A_WORD = 45;

    private HeaderValues() {}

    static String encode(String value) {
        if (PRINTABLE.matcher(value).matches()
                && !CHANGED_ON_THE_WAY.matcher(value).find()) {
            return value;
        }
        StringBuilder words = new StringBuilder();
        int from = 0;
        while (from < value.length()) {
            int to = endOfWord(value, from);
            byte[] octets = value.substring(from, to).getBytes(StandardCharsets.UTF_8);
            words.append(from == 0 ? "" : " ")
                    .append("=?utf-8?B?")
                    .append(Base64.getEncoder().encodeToString(octets))
                    .append("?=");
            from = to;
        }
        return words.toString();
    }

    private static int endOfWord(String value, int from) {
        int octets = 0;
        int to = from;
        while (to < value.length()) {
            int codePoint = value.codePointAt(to);
            octets += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            if (octets > OCTETS_OF_A_WORD) {
                break;
            }
            to += Character.charCount(codePoint);
        }
        return to;
    }
}
