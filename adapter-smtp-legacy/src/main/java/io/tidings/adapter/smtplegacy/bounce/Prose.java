package io.tidings.adapter.smtplegacy.bounce;

import io.tidings.adapter.smtplegacy.bounce.message.Fields;
import io.tidings.adapter.smtplegacy.bounce.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a mail system says in plain text.
 *
 * @param notice up to where the returned message begins
 * @param returned the headers of that message, there or in a part of its own
 */
record Prose(String notice, Fields returned) {

    private static final int MAX_LINES = 2_000;
    private static final int MAX_LINE = 2_000;

    /** Fields of which three in a row, one of {@link #CERTAIN} among them, are the header of a message. */
    private static final Set<String> USUAL = Set.of(
            "received",
            "return-path",
            "message-id",
            "from",
            "to",
            "subject",
            "date",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "sender",
            "reply-to",
            "dkim-signature",
            "delivered-to",
            "x-mailer");

    private static final Set<String> CERTAIN =
            Set.of("received", "return-path", "message-id", "from", "mime-version", "dkim-signature");

    static Prose of(Message message) {
        List<String> lines = message.prose()
                .lines()
                .limit(MAX_LINES)
                .map(line -> line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line)
                .toList();
        int header = header(lines);
        String notice = String.join("\n", lines.subList(0, header));
        Fields inText = Fields.of(String.join("\n", lines.subList(header, lines.size())));
        return new Prose(notice, message.returned().isEmpty() ? inText : message.returned());
    }

    /** The line in which the header of the returned message begins; behind the last one if there is none. */
    private static int header(List<String> lines) {
        int first = 0;
        while (first < lines.size()) {
            int end = first;
            while (end < lines.size() && end - first < 100 && isOfHeader(lines.get(end), end > first)) {
                end++;
            }
            if (end - first >= 3 && isHeader(lines.subList(first, end))) {
                return first;
            }
            first = Math.max(first + 1, end);
        }
        return first;
    }

    private static boolean isOfHeader(String line, boolean canBeFolded) {
        boolean folded = !line.isBlank() && Character.isWhitespace(line.charAt(0));
        return folded ? canBeFolded : Fields.isField(line);
    }

    private static boolean isHeader(List<String> lines) {
        Set<String> names = lines.stream()
                .filter(Fields::isField)
                .map(line -> line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return names.stream().filter(USUAL::contains).count() >= 3
                && names.stream().anyMatch(CERTAIN::contains);
    }

    /** Without the text. */
    @Override
    public String toString() {
        return "Prose[" + notice.length() + " characters]";
    }
}
