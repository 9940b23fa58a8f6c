package io.tidings.adapter.smtplegacy.bounce;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.email.EmailAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mails of our own making in the shapes of those that real systems send, and what is to be told from each. */
final class Samples {

    private Samples() {}

    /** What is expected of each, as {@link #told} writes it. */
    static Map<String, List<String>> expected() {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        new String(resource("expected.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" \\| ", 2))
                .forEach(columns -> expected.computeIfAbsent(columns[0], name -> new ArrayList<>())
                        .add(columns[1]));
        return expected;
    }

    /** As it is stored: lines end with a line feed. */
    static byte[] read(String name) {
        return resource(name + ".eml");
    }

    /** The same with lines that end as in SMTP. */
    static byte[] withCarriageReturns(byte[] sample) {
        return new String(sample, StandardCharsets.ISO_8859_1)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** An event in the columns of the list of expectations. */
    static String told(DeliveryEvent event) {
        return String.join(
                " | ",
                event.type().name(),
                event.recipient().map(EmailAddress::address).orElse("-"),
                event.rejectReason().map(Enum::name).orElse("-"),
                event.status().map(Object::toString).orElse("-"),
                event.messageId().map(Object::toString).orElse("-"));
    }

    private static byte[] resource(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/bounces/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no sample " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
