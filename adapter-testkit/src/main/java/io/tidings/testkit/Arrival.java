package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.Attachment;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;

/**
 * Compares what was sent with what arrived. Everything must be equal, but for what no technology can promise:
 *
 * <ul>
 *   <li>bodies: every line ending counts as {@code \n}, and one line ending at the very end does not count;
 *   <li>attachments: files among themselves and inline parts among themselves keep their order; a file name may be cut
 *       to what stands behind the last separator; a media type may gain parameters and change its case;
 *   <li>headers and metadata: others may be added;
 *   <li>when to send: to the second.
 * </ul>
 */
public final class Arrival {

    private Arrival() {}

    /** Fails unless the message arrived as it was sent. */
    public static void assertSame(EmailMessage sent, ReceivedMessage arrived) {
        assertThat(arrived.id()).as("id").isEqualTo(sent.id());
        assertThat(mailboxes(List.of(arrived.from()))).as("from").isEqualTo(mailboxes(List.of(sent.from())));
        assertThat(mailboxes(arrived.replyTo())).as("reply-to").isEqualTo(mailboxes(sent.replyTo()));
        assertThat(mailboxes(arrived.to())).as("to").isEqualTo(mailboxes(sent.to()));
        assertThat(mailboxes(arrived.cc())).as("cc").isEqualTo(mailboxes(sent.cc()));
        assertThat(arrived.envelope().stream().map(EmailAddress::address))
                .as("envelope")
                .containsExactlyInAnyOrderElementsOf(
                        sent.recipients().stream().map(EmailAddress::address).toList());
        assertText("subject", sent.subject(), arrived.subject());
        assertBody("html", sent.html(), arrived.html());
        assertBody("text", sent.text(), arrived.text());
        assertParts("files", sent, arrived, false);
        assertParts("inline parts", sent, arrived, true);
        for (Header header : sent.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            assertThat(arrived.headers()).as("headers").containsKey(name);
            assertText(name, header.value(), arrived.headers().getOrDefault(name, ""));
        }
        assertThat(arrived.tags()).as("tags").isEqualTo(sent.tags());
        assertThat(arrived.metadata()).as("metadata").containsAllEntriesOf(sent.metadata());
        assertSameSecond(sent.sendAt(), arrived.sendAt());
    }

    private static void assertSameSecond(Optional<Instant> sent, Optional<Instant> arrived) {
        assertThat(arrived.isPresent()).as("there is a time to send").isEqualTo(sent.isPresent());
        if (sent.isPresent()) {
            assertThat(Duration.between(sent.get(), arrived.orElseThrow()).abs())
                    .as("what the time to send differs by")
                    .isLessThan(Duration.ofSeconds(1));
        }
    }

    private static List<String> mailboxes(List<EmailAddress> addresses) {
        return addresses.stream()
                .map(each -> each.displayName().orElse("") + " <" + each.address() + ">")
                .toList();
    }

    private static void assertBody(String what, Optional<String> sent, Optional<String> arrived) {
        assertThat(arrived.isPresent()).as("there is a body: " + what).isEqualTo(sent.isPresent());
        if (sent.isPresent()) {
            assertText(what, withoutLineEndings(sent.get()), withoutLineEndings(arrived.orElseThrow()));
        }
    }

    /** Every line ending as {@code \n}, without one at the end. */
    private static String withoutLineEndings(String body) {
        String text = body.replace("\r\n", "\n").replace('\r', '\n');
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static void assertParts(String what, EmailMessage message, ReceivedMessage received, boolean inline) {
        List<Attachment> sent = message.attachments().stream()
                .filter(each -> each.isInline() == inline)
                .toList();
        List<ReceivedAttachment> arrived = received.attachments().stream()
                .filter(each -> each.contentId().isPresent() == inline)
                .toList();
        assertThat(arrived).as("number of " + what).hasSize(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            assertPart(what + " " + i, sent.get(i), arrived.get(i));
        }
    }

    private static void assertPart(String what, Attachment sent, ReceivedAttachment arrived) {
        String name = sent.fileName();
        int separator = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        assertThat(arrived.fileName()).as("name of " + what).isIn(name, name.substring(separator + 1));
        List<String> parameters = parameters(sent.contentType());
        List<String> arrivedParameters = parameters(arrived.contentType());
        assertThat(arrivedParameters.get(0)).as("type of " + what).isEqualTo(parameters.get(0));
        assertThat(arrivedParameters).as("type of " + what).containsAll(parameters);
        assertThat(arrived.contentId()).as("content id of " + what).isEqualTo(sent.contentId());
        // Not compared by AssertJ, which would print every octet.
        assertThat(Arrays.equals(arrived.bytes(), bytes(sent)))
                .as("content of %s: %s octets arrived", what, arrived.bytes().length)
                .isTrue();
    }

    /** The media type and then its parameters, in lower case and without quotes. */
    private static List<String> parameters(String contentType) {
        List<String> parts = new ArrayList<>();
        for (String part : contentType.toLowerCase(Locale.ROOT).split(";", -1)) {
            parts.add(part.replace("\"", "").strip());
        }
        return parts;
    }

    private static byte[] bytes(Attachment attachment) {
        try (InputStream content = attachment.content().open()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows only where the texts part, because they can be long. */
    private static void assertText(String what, String sent, String arrived) {
        if (sent.equals(arrived)) {
            return;
        }
        int same = 0;
        while (same < Math.min(sent.length(), arrived.length()) && sent.charAt(same) == arrived.charAt(same)) {
            same++;
        }
        Assertions.fail(
                "%s differs at character %d: sent %s (%d characters), arrived %s (%d characters)",
                what, same, excerpt(sent, same), sent.length(), excerpt(arrived, same), arrived.length());
    }

    private static String excerpt(String text, int at) {
        return text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 40))
                .chars()
                .mapToObj(c -> c >= ' ' && c < 0x7f ? Character.toString(c) : String.format("\\u%04x", c))
                .collect(Collectors.joining("", "[", "]"));
    }
}
