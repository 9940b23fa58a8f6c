package io.tidings.adapter.smtplegacy.bounce;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Spoils samples, the same for the same seed. */
final class Mutations {

    private static final List<String> TOKENS = List.of(
            "\n\n",
            "\r",
            "--=_b1",
            "--=_b1--\n",
            "Content-Type: multipart/mixed; boundary=\"=_b1\"\n\n",
            "Content-Type: message/rfc822\n\n",
            "Content-Transfer-Encoding: base64\n\n",
            "Content-Type: text/html; charset=utf-16\n\n<title><style>&lt;&",
            "Content-Type: text/plain; charset=\"\0\"\n",
            "Final-Recipient: rfc822; \\x{110000}@@\n",
            "Status: 9.999.9999\n",
            "Subject: =?utf-8?B?/////?= =?x?q?=ZZ?=\n",
            "Date: Thu, 31 Feb 2026 25:61:61 +9999\n",
            "@",
            "\"@",
            "<",
            "\0",
            "\u00ff\u00fe",
            "=",
            "++2B",
            "550-5.");

    private static final List<String> SAMPLES = Samples.expected().keySet().stream()
            .map(name -> new String(Samples.read(name), StandardCharsets.ISO_8859_1))
            .toList();

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    byte[] next() {
        StringBuilder text = new StringBuilder(sample());
        for (int times = 1 + random.nextInt(6); times > 0; times--) {
            spoil(text);
        }
        String result = random.nextInt(4) == 0 ? text.toString().replace("\n", "\r\n") : text.toString();
        return result.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String sample() {
        return SAMPLES.get(random.nextInt(SAMPLES.size()));
    }

    private void spoil(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(200));
        switch (random.nextInt(9)) {
            case 0 -> text.setLength(at);
            case 1 -> text.delete(at, end);
            case 2 -> text.insert(at, sample());
            case 3 -> text.insert(at, text.substring(at, end));
            case 4 -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())).repeat(1 + random.nextInt(50)));
            case 5 -> text.insert(0, nested(1 + random.nextInt(60)));
            case 6 -> text.insert(at, "\n");
            case 7 ->
                text.insert(at, Character.toString(32 + random.nextInt(90)).repeat(random.nextInt(5_000)));
            default -> {
                for (int i = at; i < end; i += 1 + random.nextInt(20)) {
                    text.setCharAt(i, (char) random.nextInt(256));
                }
            }
        }
    }

    private static String nested(int levels) {
        StringBuilder text = new StringBuilder();
        for (int level = 0; level < levels; level++) {
            text.append("Content-Type: multipart/mixed; boundary=\"n")
                    .append(level)
                    .append("\"\n\n--n")
                    .append(level)
                    .append('\n');
        }
        return text.toString();
    }
}
