package io.tidings.adapter.inmemory.internal;

import io.tidings.email.Attachment;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.mime.MimeWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Messages as files to look at: {@code 000001-data-submitted-<id>.eml}, as it would go over the wire, {@code .txt} and
 * {@code .html}. Names hold no address and only characters that every file system takes. Numbers go on from those in
 * the directory.
 */
public final class MessageFiles {

    private static final Pattern SEQUENCE = Pattern.compile("(\\d{6,15})-.*");
    private static final Pattern HARMLESS = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_TEMPLATE = 100;
    private static final int MAX_COPIES = 20;

    private final Path directory;
    private final MimeWriter writer;
    private final AtomicLong sequence;

    private MessageFiles(Path directory, InstantSource clock, long last) {
        this.directory = directory;
        this.writer = new MimeWriter(clock);
        this.sequence = new AtomicLong(last);
    }

    /**
     * Makes the directory if it is missing.
     *
     * @param clock gives the date in the header of a message
     * @throws IOException if it cannot be made or written to
     */
    public static MessageFiles in(Path directory, InstantSource clock) throws IOException {
        Files.createDirectories(directory);
        Files.delete(Files.createTempFile(directory, "probe", ".tmp"));
        try (Stream<Path> files = Files.list(directory)) {
            return new MessageFiles(
                    directory,
                    clock,
                    files.mapToLong(MessageFiles::sequenceOf).max().orElse(0));
        }
    }

    private static long sequenceOf(Path file) {
        Matcher name = SEQUENCE.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? Long.parseLong(name.group(1)) : 0;
    }

    /**
     * Writes the message.
     *
     * @return what was written
     * @throws IOException if it could not be written; nothing is left of it then
     */
    public List<Path> write(EmailMessage message) throws IOException {
        String template = message.template();
        boolean harmless = template.length() <= LONGEST_TEMPLATE
                && HARMLESS.matcher(template).matches();
        String name =
                String.format("%06d-%s-%s", sequence.incrementAndGet(), harmless ? template : "message", message.id());
        List<Path> written = new ArrayList<>(3);
        boolean complete = false;
        try {
            write(name, ".eml", out -> writer.write(message, out), written);
            write(name, ".txt", text(describe(message)), written);
            if (message.html().isPresent()) {
                write(name, ".html", text(message.html().get()), written);
            }
            complete = true;
            return written;
        } finally {
            if (!complete) {
                delete(written);
            }
        }
    }

    private void write(String name, String ending, Writing content, List<Path> written) throws IOException {
        Path file = create(name, ending);
        written.add(file);
        try (OutputStream out = Files.newOutputStream(file)) {
            content.to(out);
        }
    }

    /** As bytes: what has no form in UTF-8, such as half a surrogate pair, is shown as a question mark. */
    private static Writing text(String content) {
        return out -> out.write(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Another adapter may have numbered the same message alike: what is there stays. */
    private Path create(String name, String ending) throws IOException {
        int copy = 1;
        while (true) {
            Path file = directory.resolve(copy == 1 ? name + ending : name + "-" + copy + ending);
            try {
                return Files.createFile(file);
            } catch (FileAlreadyExistsException e) {
                if (copy++ == MAX_COPIES) {
                    throw e;
                }
            }
        }
    }

    /** Deletes what was written. */
    public static void delete(List<Path> written) throws IOException {
        for (Path file : written) {
            Files.deleteIfExists(file);
        }
    }

    /** A few headers, without blind-copy recipients, and the text body. */
    private static String describe(EmailMessage message) {
        StringBuilder text = new StringBuilder();
        line(text, "From", format(message.from()));
        line(text, "To", format(message.to()));
        line(text, "Cc", format(message.cc()));
        line(text, "Reply-To", format(message.replyTo()));
        line(text, "Subject", message.subject());
        line(text, "Message-ID", message.id().headerValue(message.from()));
        line(text, "Template", message.template());
        for (Attachment attachment : message.attachments()) {
            line(
                    text,
                    "Attachment",
                    attachment.fileName() + " (" + attachment.content().size() + " octets)");
        }
        return text.append('\n').append(message.text().orElse("")).toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(name).append(": ").append(value).append('\n');
        }
    }

    private static String format(List<EmailAddress> addresses) {
        return addresses.stream().map(MessageFiles::format).collect(Collectors.joining(", "));
    }

    private static String format(EmailAddress address) {
        Optional<String> name = address.displayName();
        return name.map(shown ->
                        '"' + shown.replace("\\", "\\\\").replace("\"", "\\\"") + "\" <" + address.address() + '>')
                .orElse(address.address());
    }

    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
