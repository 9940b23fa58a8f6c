package io.tidings.adapter.inmemory.assertj;

import io.tidings.adapter.inmemory.ReceivedEmail;
import io.tidings.email.Attachment;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** Assertions on one message that arrived. Failures show what is there instead. */
public final class ReceivedEmailAssert extends AbstractAssert<ReceivedEmailAssert, ReceivedEmail> {

    ReceivedEmailAssert(ReceivedEmail actual) {
        super(actual, ReceivedEmailAssert.class);
    }

    /** The subject is this. */
    public ReceivedEmailAssert hasSubject(String expected) {
        return requireEqual("subject", expected, message().subject());
    }

    /** The HTML body is there and contains this. */
    public ReceivedEmailAssert hasHtmlContaining(String part) {
        return requireContaining("HTML body", message().html(), part);
    }

    /** The text body is there and contains this. */
    public ReceivedEmailAssert hasTextContaining(String part) {
        return requireContaining("text body", message().text(), part);
    }

    /** The author has this address. */
    public ReceivedEmailAssert isFrom(String address) {
        return requireEqual(
                "author", EmailAddress.of(address).address(), message().from().address());
    }

    /** It was rendered from this template. */
    public ReceivedEmailAssert hasTemplate(String template) {
        return requireEqual("template", template, message().template());
    }

    /** Answers go to these addresses, in this order, and to no other. */
    public ReceivedEmailAssert hasReplyTo(String... addresses) {
        return requireAddresses("reply-to", addresses, message().replyTo());
    }

    /** These addresses are its {@code to}, in this order, and no other. */
    public ReceivedEmailAssert isTo(String... addresses) {
        return requireAddresses("to", addresses, message().to());
    }

    /** These addresses get a copy that is shown, in this order, and no other. */
    public ReceivedEmailAssert hasCc(String... addresses) {
        return requireAddresses("cc", addresses, message().cc());
    }

    /** These addresses get a copy that nobody can see, in this order, and no other. */
    public ReceivedEmailAssert hasBcc(String... addresses) {
        return requireAddresses("bcc", addresses, message().bcc());
    }

    /** It reached exactly these addresses, in the order of to, cc and bcc: those refused are not among them. */
    public ReceivedEmailAssert wasReceivedBy(String... addresses) {
        isNotNull();
        return requireAddresses("envelope", addresses, actual.envelope());
    }

    /** It has this tag. */
    public ReceivedEmailAssert hasTag(String tag) {
        return requireElement("tag", tag, message().tags());
    }

    /** It has this metadata. */
    public ReceivedEmailAssert hasMetadata(String key, String value) {
        return requireElement(
                "metadata",
                key + "=" + value,
                message().metadata().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }

    /** It has a header of this name, in any case, with this value. */
    public ReceivedEmailAssert hasHeader(String name, String value) {
        for (Header header : message().headers()) {
            if (header.name().equalsIgnoreCase(name) && header.value().equals(value)) {
                return this;
            }
        }
        return requireElement("header", name + ": " + value, headers());
    }

    private List<String> headers() {
        return message().headers().stream()
                .map(header -> header.name() + ": " + header.value())
                .toList();
    }

    /** It has no attachments. */
    public ReceivedEmailAssert hasNoAttachments() {
        return requireEqual("attachments", List.of(), fileNames());
    }

    /** It has an attachment of this name. */
    public ReceivedEmailAssert hasAttachment(String fileName) {
        return requireElement("attachment", fileName, fileNames());
    }

    /** It has an attachment of this name with exactly these bytes. */
    public ReceivedEmailAssert hasAttachment(String fileName, byte[] expected) {
        hasAttachment(fileName);
        boolean same = attachments(fileName).anyMatch(attachment -> mismatch(attachment, expected) < 0);
        if (!same) {
            Attachment first = attachments(fileName).findFirst().orElseThrow();
            throw failure(
                    "Expected attachment \"%s\" to have the given %d octets, but it has %d octets that differ from"
                            + " octet %d on",
                    fileName, expected.length, first.content().size(), mismatch(first, expected));
        }
        return this;
    }

    private Stream<Attachment> attachments(String fileName) {
        return message().attachments().stream()
                .filter(attachment -> attachment.fileName().equals(fileName));
    }

    private List<String> fileNames() {
        return message().attachments().stream().map(Attachment::fileName).toList();
    }

    /** The index of the first octet that differs; -1 if none does. Reads no more than is needed. */
    private long mismatch(Attachment attachment, byte[] expected) {
        try (InputStream received = attachment.content().open();
                InputStream wanted = new ByteArrayInputStream(expected)) {
            byte[] buffer = new byte[8192];
            long offset = 0;
            while (true) {
                byte[] block = wanted.readNBytes(buffer.length);
                int read = received.readNBytes(buffer, 0, buffer.length);
                int difference = Arrays.mismatch(block, 0, block.length, buffer, 0, read);
                if (difference >= 0) {
                    return offset + difference;
                }
                if (read < buffer.length) {
                    return -1;
                }
                offset += read;
            }
        } catch (IOException e) {
            throw failure(
                    "Attachment \"%s\" cannot be read: was its mailbox cleared or closed?", attachment.fileName());
        }
    }

    private EmailMessage message() {
        isNotNull();
        return actual.message();
    }

    private ReceivedEmailAssert requireEqual(String what, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            throw failureWithActualExpected(
                    found,
                    expected,
                    "Expected the %s of the message to be%n  %s%nbut it is%n  %s",
                    what,
                    expected,
                    found);
        }
        return this;
    }

    private ReceivedEmailAssert requireAddresses(String what, String[] expected, List<EmailAddress> found) {
        List<String> wanted = Stream.of(expected)
                .map(address -> EmailAddress.of(address).address())
                .toList();
        return requireEqual(
                what, wanted, found.stream().map(EmailAddress::address).toList());
    }

    private ReceivedEmailAssert requireElement(String what, String expected, List<String> found) {
        if (!found.contains(expected)) {
            throw failure("Expected the message to have the %s%n  %s%nbut it has%n  %s", what, expected, found);
        }
        return this;
    }

    private ReceivedEmailAssert requireContaining(String what, Optional<String> found, String part) {
        if (!found.orElse("").contains(part)) {
            throw failure(
                    "Expected the %s of the message to contain%n  %s%nbut it is%n  %s",
                    what, part, found.orElse("(missing)"));
        }
        return this;
    }
}
