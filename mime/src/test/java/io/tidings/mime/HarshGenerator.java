package io.tidings.mime;

import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailMessageBuilder;
import io.tidings.email.Header;
import io.tidings.testkit.MessageGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The test kit's messages, of which fields are replaced by what encoders and parsers stumble over. The same seed gives
 * the same messages, but for their ids. Not thread-safe.
 */
final class HarshGenerator {

    private static final List<String> LINES = List.of(
            " leading",
            "trailing ",
            "two  spaces   three",
            "a\ttab",
            "\t",
            "=?utf-8?B?QQ==?=",
            "=?",
            "?=",
            "a =?utf-8?Q?b?= c",
            "x".repeat(77),
            "x".repeat(300),
            "x".repeat(1200),
            ("y".repeat(75) + " ").repeat(10) + "z",
            "é",
            "\u00a0x\u2003",
            "數".repeat(25),
            "\ud83d\udce8".repeat(30),
            "e\u0301a\u0308\u200d\ufe0f",
            "Bcc: other@example.com",
            "\" <other@example.com>, \"",
            "a, b; c: d",
            "(comment) <angle> [square]",
            "back\\slash\\",
            "%41%00",
            ".",
            "_",
            "~`!@#$%^&*-+|");

    private static final List<String> BODIES = List.of(
            "a\rb\rc",
            "a\n\rb\r\n\r\n",
            "\r",
            "x".repeat(998) + "\nend",
            "x".repeat(999) + "\nend",
            "é".repeat(3000),
            "x".repeat(5000) + " é",
            " \n \n",
            "tab\t\nspace \nend ",
            "From here\nFrom\n>From\nFrom ",
            ".\n..\n. \n.a",
            "x".repeat(75) + ".\n" + "x".repeat(74) + "é.\n" + "x".repeat(72) + "=From x\n",
            "\u0001\u0007\f\u001b[31m\u007f\u0085",
            "\ud83d\udce8".repeat(400),
            "=_ --=_\n--\n----\n",
            "\ufeffbom",
            "a=3D=\n=",
            "\u2028\u2029\u0000".replace("\u0000", ""));

    private static final List<String> FILE_NAMES = List.of(
            "a\"b\\c.txt",
            "../../x",
            "..\\..\\x",
            "n".repeat(296) + ".txt",
            "數".repeat(300),
            "Ünï 你.pdf",
            "a.txt; filename=b.exe",
            "'' utf-8''a%20b",
            " a.txt",
            "a.txt ",
            "a\tb.txt",
            "a'b*c.txt",
            "=?utf-8?B?QQ==?=",
            "%2e%2e%2f",
            ".hidden",
            "a..",
            "\u05d0\u05d1.txt");

    private static final List<String> LOCAL_PARTS =
            List.of("josé", "用户", "\"a b\"", "\"a@b,c\"", "\"q\\\"\\\\z\"", "a=b", "=?x?=", "o'neil+x", "x".repeat(64));

    private static final List<String> TYPES = List.of(
            "text/csv; charset=utf-8",
            "text/plain;header=\"a; b=c\" ; x=y",
            "application/vnd.example.something+json; version=1.0; profile=\"" + "p".repeat(120) + "\"",
            "image/svg+xml");

    private static final List<String> CONTENT_IDS =
            List.of("part@x", "(a", "\"b;c", "=?utf-8?Q?", "x".repeat(250), "..");

    private final MessageGenerator plain;
    private final Random random;

    HarshGenerator(long seed) {
        plain = new MessageGenerator(seed);
        random = new Random(-seed);
    }

    EmailMessage next() {
        EmailMessage message = plain.next();
        EmailMessageBuilder builder = message.toBuilder();
        String subject = line(998);
        if (chance(2) && !subject.isBlank()) {
            builder.subject(subject);
        }
        if (message.text().isPresent() && chance(2)) {
            builder.text("b" + body());
        }
        if (message.html().isPresent() && chance(2)) {
            builder.html("<" + body());
        }
        if (chance(3)) {
            builder.from(address(0));
        }
        if (chance(3)) {
            List<EmailAddress> some = addresses(chance(10) ? 200 : 8);
            builder.to(some.subList(0, (some.size() + 1) / 2)).cc(some.subList((some.size() + 1) / 2, some.size()));
            builder.bcc(EmailAddress.of("hidden@example.net")).replyTo(addresses(3));
        }
        if (chance(3)) {
            builder.headers(headers());
        }
        if (chance(3)) {
            builder.attachments(attachments());
        }
        return builder.build();
    }

    private String line(int most) {
        StringBuilder line = new StringBuilder(pick(LINES));
        while (chance(2)) {
            line.append(chance(2) ? " " : "").append(pick(LINES));
        }
        return line.substring(0, line.offsetByCodePoints(0, Math.min(most / 2, line.codePointCount(0, line.length()))));
    }

    private String body() {
        StringBuilder body = new StringBuilder();
        do {
            body.append(pick(BODIES)).append(chance(2) ? "\n" : "");
        } while (chance(2));
        return body.toString();
    }

    private List<EmailAddress> addresses(int most) {
        List<EmailAddress> addresses = new ArrayList<>();
        for (int i = random.nextInt(most) + 1; i > 0; i--) {
            addresses.add(address(i));
        }
        return addresses;
    }

    private EmailAddress address(int number) {
        String domain = chance(4) ? "a".repeat(60) + ".example" : chance(4) ? "bücher.example" : "example.org";
        String local = chance(3) ? pick(LOCAL_PARTS) : "x";
        EmailAddress address = EmailAddress.of(local + "@d" + number + "." + domain);
        return chance(2) ? address.withDisplayName(line(EmailAddress.MAX_DISPLAY_NAME)) : address;
    }

    private List<Header> headers() {
        List<Header> headers = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String value = line(10_000);
            String name = "X-" + i + (chance(3) ? "n".repeat(73) : "");
            headers.add(new Header(name, value.isBlank() ? "-" : value));
        }
        headers.add(new Header("List-Unsubscribe", "<https://example.gov/" + "u".repeat(random.nextInt(870)) + ">"));
        return headers;
    }

    private List<Attachment> attachments() {
        List<Attachment> attachments = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            byte[] bytes = new byte[chance(3) ? 57 * random.nextInt(3) : random.nextInt(60_000)];
            random.nextBytes(bytes);
            ContentSource content = ContentSource.of(bytes);
            attachments.add(
                    chance(2)
                            ? Attachment.inline(pick(CONTENT_IDS) + i, pick(FILE_NAMES), pick(TYPES), content)
                            : Attachment.of(pick(FILE_NAMES), pick(TYPES), content));
        }
        return attachments;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
