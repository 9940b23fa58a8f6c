package io.tidings.testkit;

import io.tidings.email.Attachment;
import io.tidings.email.Content;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Messages of every shape, in every script, small and large, for property tests: the same seed gives the same messages,
 * but for their ids. They may need any {@link io.tidings.email.Feature}, except for scheduled sending and reserved
 * headers. Not thread-safe.
 */
public final class MessageGenerator {

    private static final List<String> WORDS = List.of(
            "data",
            "Report",
            "O'Neil",
            "naïve",
            "Größe",
            "Łódź",
            "отчёт",
            "αβγ",
            "数据",
            "ファイル",
            "파일",
            Sample.ARABIC,
            Sample.HEBREW,
            Sample.EMOJI,
            Sample.ENCODED_LOOK_ALIKE,
            "a,b",
            "<b>",
            "\"q\"",
            "x@y.example",
            "\\",
            ";",
            ":",
            "(c)",
            "100%",
            "=3D",
            ".",
            "..",
            "${x}",
            "{{x}}",
            "-",
            "--");
    private static final List<String> BREAKS = List.of("\n", "\n", "\r\n", "\n\n", "\n.", "\nFrom ", " \n", "\t\n");

    private final Random random;

    /** @param seed print it when a test fails */
    public MessageGenerator(long seed) {
        random = new Random(seed);
    }

    /** Another message, with a new id. */
    public EmailMessage next() {
        int kinds = 1 + random.nextInt(3);
        boolean copies = chance(3);
        return EmailMessage.builder()
                .from(address("from", 0))
                .replyTo(addresses("reply", chance(3) ? 1 + random.nextInt(3) : 0))
                .to(addresses("to", 1 + (chance(3) ? random.nextInt(5) : 0)))
                .cc(addresses("cc", copies ? random.nextInt(3) : 0))
                .bcc(addresses("bcc", copies ? random.nextInt(3) : 0))
                .content(new Content(
                        line(1 + random.nextInt(40), 900),
                        (kinds & 1) != 0 ? Optional.of("<html>" + body() + "</html>") : Optional.empty(),
                        (kinds & 2) != 0 ? Optional.of(body()) : Optional.empty()))
                .attachments(several(chance(3) ? 4 : 0, this::attachment))
                .headers(headers())
                .build();
    }

    private List<EmailAddress> addresses(String role, int count) {
        List<EmailAddress> addresses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            addresses.add(address(role, i));
        }
        return addresses;
    }

    private EmailAddress address(String role, int number) {
        String tag = List.of("", "+tag", ".x", "'s", "_y").get(random.nextInt(5));
        EmailAddress address = EmailAddress.of(role + number + tag + "@example.org");
        return chance(2) ? address.withDisplayName(line(1 + random.nextInt(6), 200)) : address;
    }

    private Attachment attachment() {
        String name = line(1 + random.nextInt(3), 200).replace('\\', '_') + ".bin";
        byte[] bytes = new byte[size()];
        random.nextBytes(bytes);
        ContentSource content = ContentSource.of(chance(3) ? body().getBytes(StandardCharsets.UTF_8) : bytes);
        return chance(4)
                ? Attachment.inline("part" + random.nextInt(1_000_000), name, "image/png", content)
                : Attachment.of(name, "application/octet-stream", content);
    }

    private List<Header> headers() {
        List<Header> headers = new ArrayList<>();
        for (int i = chance(3) ? random.nextInt(4) : 0; i > 0; i--) {
            headers.add(new Header("X-Generated-" + i, line(1 + random.nextInt(80), 2_000)));
        }
        return headers;
    }

    /** Words with single spaces between them. */
    private String line(int words, int most) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < words; i++) {
            String word = word();
            if (line.length() + word.length() + 1 <= most) {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        return line.toString();
    }

    private String body() {
        StringBuilder body = new StringBuilder("Body");
        int size = size();
        while (body.length() < size) {
            body.append(chance(6) ? BREAKS.get(random.nextInt(BREAKS.size())) : " ")
                    .append(word());
        }
        return body.toString();
    }

    private String word() {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        return chance(12) ? word.repeat(1 + random.nextInt(20)) : word;
    }

    /** Mostly small, now and then some ten thousand. */
    private int size() {
        return chance(5) ? random.nextInt(50_000) : random.nextInt(500);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> List<T> several(int most, Supplier<T> maker) {
        List<T> all = new ArrayList<>();
        for (int i = most == 0 ? 0 : random.nextInt(most); i > 0; i--) {
            all.add(maker.get());
        }
        return all;
    }
}
