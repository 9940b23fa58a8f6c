package io.tidings.adapter.inmemory;

import io.tidings.email.Attachment;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Header;
import io.tidings.testkit.EmailPortContract;
import io.tidings.testkit.ReceivedAttachment;
import io.tidings.testkit.ReceivedMessage;
import io.tidings.testkit.Rig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a recipient could read is what the adapter also writes to its directory. */
class InMemoryEmailAdapterContractTest extends EmailPortContract {

    @Override
    protected Rig rig() throws IOException {
        Path directory = Files.createTempDirectory("tidings-contract");
        Mailbox mailbox = Mailbox.create();
        InMemoryEmailAdapter adapter = InMemoryEmailAdapter.builder()
                .config(new InMemoryConfig(Optional.of(directory), Optional.empty()))
                .mailbox(mailbox)
                .build();
        return new Rig(
                adapter,
                () -> mailbox.messages().stream()
                        .map(email -> received(email, directory))
                        .toList(),
                () -> {
                    mailbox.close();
                    delete(directory);
                });
    }

    private static ReceivedMessage received(ReceivedEmail email, Path directory) {
        EmailMessage message = email.message();
        return new ReceivedMessage(
                message.id(),
                message.from(),
                message.replyTo(),
                message.to(),
                message.cc(),
                Set.copyOf(email.envelope()),
                message.subject(),
                message.html(),
                message.text(),
                email.attachments().stream()
                        .map(InMemoryEmailAdapterContractTest::received)
                        .toList(),
                message.headers().stream().collect(Collectors.toMap(Header::name, Header::value)),
                visible(message, directory),
                message.tags(),
                message.metadata(),
                message.sendAt());
    }

    private static ReceivedAttachment received(Attachment attachment) {
        try (InputStream in = attachment.content().open()) {
            return new ReceivedAttachment(
                    attachment.fileName(), attachment.contentType(), in.readAllBytes(), attachment.contentId());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String visible(EmailMessage message, Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> own = files.filter(
                            file -> file.toString().contains(message.id().value()))
                    .toList();
            StringBuilder text = new StringBuilder(names(message));
            for (Path file : own) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String names(EmailMessage message) {
        return Stream.of(List.of(message.from()), message.to(), message.cc(), message.replyTo())
                .flatMap(List::stream)
                .map((EmailAddress address) -> address.displayName().orElse("") + " " + address.address() + "\n")
                .collect(Collectors.joining());
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
