package io.tidings.adapter.smtplegacy.bounce.clue;

import io.tidings.adapter.smtplegacy.bounce.message.Fields;
import io.tidings.adapter.smtplegacy.bounce.message.Message;
import io.tidings.adapter.smtplegacy.bounce.message.Part;
import io.tidings.email.MessageId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out which of our messages a report is about. */
public final class MessageIds {

    private static final String TOKEN = "(?<![A-Za-z0-9])([A-Za-z2-7]{25}[AEIMQUYaeimquy4])(?![A-Za-z0-9])";
    private static final Pattern BARE = Pattern.compile(TOKEN);

    /** As the left side of a {@code Message-ID}, or as the detail of an address: {@code bounces+<id>@example.gov}. */
    private static final Pattern BEFORE_AT = Pattern.compile(TOKEN + "@");

    private static final Pattern XTEXT = Pattern.compile("\\+([0-9A-Fa-f]{2})");

    private static final String[] RECIPIENT_HEADERS = {
        "delivered-to",
        "x-original-to",
        "envelope-to",
        "x-envelope-to",
        "x-delivered-to",
        "x-rcpt-to",
        "x-original-recipient",
        "apparently-to",
        "to",
        "cc",
        "received"
    };

    private MessageIds() {}

    /**
     * The id of the message that a report is about. Looked for, the surest first, in the address that the report came
     * to (VERP), in {@code Original-Envelope-Id} (ENVID, RFC 3461, 4.4), in the headers that came back, in what the
     * report refers to, and at last anywhere in it.
     *
     * @param reports the fields of the report, if it has any
     */
    public static Optional<MessageId> of(Message message, List<Fields> reports) {
        Fields headers = message.headers();
        return beforeAt(headers.all(RECIPIENT_HEADERS))
                .or(() -> envelopeId(reports))
                .or(() -> beforeAt(values(reports, "original-message-id", "x-original-message-id")))
                .or(() -> beforeAt(message.returned()
                        .all("message-id", "x-original-message-id", "return-path", "x-google-original-message-id")))
                .or(() -> beforeAt(headers.all("in-reply-to", "references", "x-original-message-id")))
                .or(() -> beforeAt(message.parts().stream().map(Part::text).toList()));
    }

    /** Whether a text has an id of ours in it. */
    public static boolean has(String text) {
        return BARE.matcher(text).find();
    }

    private static Optional<MessageId> envelopeId(List<Fields> reports) {
        return values(reports, "original-envelope-id", "x-original-envelope-id").stream()
                .flatMap(value -> Stream.of(xtextDecoded(value), value))
                .flatMap(value -> find(BARE, value))
                .findFirst();
    }

    private static List<String> values(List<Fields> reports, String... names) {
        return reports.stream().flatMap(report -> report.all(names).stream()).toList();
    }

    private static Optional<MessageId> beforeAt(List<String> texts) {
        return texts.stream().flatMap(text -> find(BEFORE_AT, text)).findFirst();
    }

    private static Stream<MessageId> find(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> new MessageId(match.group(1).toLowerCase(Locale.ROOT)));
    }

    /** RFC 3461, 4. */
    private static String xtextDecoded(String text) {
        return XTEXT.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
    }
}
