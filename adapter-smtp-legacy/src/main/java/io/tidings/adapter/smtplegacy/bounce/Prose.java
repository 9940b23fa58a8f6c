package io.tidings.adapter.smtplegacy.bounce;

import io.tidings.adapter.smtplegacy.bounce.clue.Addresses;
import io.tidings.adapter.smtplegacy.bounce.message.Fields;
import io.tidings.adapter.smtplegacy.bounce.message.Message;
import io.tidings.email.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a mail system says in plain text. */
final class Prose {

    private static final int MAX_LINES = 2_000;
    private static final int MAX_LINE = 2_000;
    private static final int MAX_ABOUT = 4_000;

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

    private final List<String> lines;
    private final String notice;
    private final Fields returned;

    /** The addresses in each line of the notice; made when needed. */
    private List<Set<String>> addresses = List.of();

    Prose(Message message) {
        List<String> all = message.prose()
                .lines()
                .limit(MAX_LINES)
                .map(line -> line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line)
                .toList();
        int header = header(all);
        lines = all.subList(0, header);
        notice = String.join("\n", lines);
        returned = message.returned().isEmpty()
                ? Fields.of(String.join("\n", all.subList(header, all.size())))
                : message.returned();
    }

    /** All up to where the returned message begins. */
    String notice() {
        return notice;
    }

    /** The headers of that message, here or in a part of its own. */
    Fields returned() {
        return returned;
    }

    /** What the notice says about one recipient: the lines from where it names it to where it names another one. */
    String about(Optional<EmailAddress> recipient) {
        if (addresses.isEmpty()) {
            addresses = lines.stream()
                    .map(line -> Addresses.in(line).stream()
                            .map(found -> Addresses.key(found.address()))
                            .collect(Collectors.toSet()))
                    .toList();
        }
        String wanted = recipient.map(Addresses::key).orElse("");
        StringBuilder about = new StringBuilder();
        boolean meant = false;
        for (int i = 0; i < lines.size() && about.length() < MAX_ABOUT; i++) {
            meant = addresses.get(i).isEmpty() ? meant : addresses.get(i).contains(wanted);
            if (meant) {
                about.append(lines.get(i)).append('\n');
            }
        }
        return about.toString();
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
}
