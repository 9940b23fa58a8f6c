package io.tidings.adapter.inmemory;

import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.testkit.EmailPortContract;
import io.tidings.testkit.ReceivedMessage;
import io.tidings.testkit.Rig;
import java.io.IOException;
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
        try {
            return ReceivedMessage.of(
                    email.message(), Set.copyOf(email.envelope()), visible(email.message(), directory));
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
