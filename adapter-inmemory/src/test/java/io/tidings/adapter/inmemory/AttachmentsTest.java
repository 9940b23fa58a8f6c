package io.tidings.adapter.inmemory;

import static io.tidings.adapter.inmemory.TestMessages.file;
import static io.tidings.adapter.inmemory.TestMessages.generated;
import static io.tidings.adapter.inmemory.TestMessages.generatedBytes;
import static io.tidings.adapter.inmemory.TestMessages.message;
import static io.tidings.adapter.inmemory.TestMessages.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.adapter.inmemory.internal.Spool;
import io.tidings.adapter.inmemory.script.Answer;
import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentsTest {

    private static final int BIG = Spool.IN_MEMORY + 100_000;

    @TempDir
    private Path spool;

    private Mailbox mailbox;
    private InMemoryEmailAdapter adapter;

    @BeforeEach
    void openMailbox() {
        mailbox = new Mailbox(Optional.empty(), 10, spool);
        adapter = InMemoryEmailAdapter.of(mailbox, InstantSource.system());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Spool.IN_MEMORY - 1, Spool.IN_MEMORY, Spool.IN_MEMORY + 1, BIG})
    void anAttachmentArrivesByteForByte(int size) throws IOException {
        byte[] bytes = generatedBytes(size);

        adapter.send(message(file("报告.bin", ContentSource.of(bytes))));

        Attachment received = mailbox.messages().get(0).attachment("报告.bin").orElseThrow();
        assertThat(received.content().size()).isEqualTo(size);
        try (InputStream in = received.content().openChecked()) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void theFarSideKeepsWhatItReadWhateverBecomesOfTheSource() throws IOException {
        Path original = Files.write(spool.resolve("original"), generatedBytes(BIG));
        adapter.send(message(file("report.bin", ContentSource.of(original))));

        Files.delete(original);

        try (InputStream in = received("report.bin").open()) {
            assertThat(in.readAllBytes()).isEqualTo(generatedBytes(BIG));
        }
    }

    @Test
    void nameTypeAndContentIdArriveToo() {
        Attachment logo = Attachment.inline("logo", "logo.png", "image/png", ContentSource.of(new byte[3]));

        adapter.send(message(logo));

        Attachment received = mailbox.messages().get(0).attachments().get(0);
        assertThat(received)
                .usingRecursiveComparison()
                .ignoringFields("content")
                .isEqualTo(logo);
    }

    static Stream<ContentSource> unreadable() {
        return Stream.of(
                source(10, () -> new ByteArrayInputStream(new byte[9])),
                source(10, () -> new ByteArrayInputStream(new byte[11])),
                source(BIG, () -> new ByteArrayInputStream(new byte[BIG - 1])),
                source(BIG, () -> new ByteArrayInputStream(new byte[BIG + 1])),
                source(0, () -> new ByteArrayInputStream(new byte[BIG])),
                source(10, () -> {
                    throw new NoSuchFileException("gone");
                }),
                source(10, () -> {
                    throw new UncheckedIOException(new IOException("broken"));
                }),
                source(10, () -> brokenOnClose()));
    }

    private static InputStream brokenOnClose() {
        return new ByteArrayInputStream(new byte[10]) {
            @Override
            public void close() throws IOException {
                throw new IOException("broken");
            }
        };
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void aMessageWithAnUnreadableAttachmentIsRejectedAndNothingOfItArrives(ContentSource unreadable) {
        SendResult result = adapter.send(message(file("good.bin", generated(BIG)), file("bad.bin", unreadable)));

        assertThat(result)
                .isEqualTo(new Rejected(Failure.of(Verdict.MESSAGE, FailureReason.UNREADABLE_ATTACHMENT), List.of()));
        assertThat(mailbox.messages()).isEmpty();
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void onlyBigAttachmentsGoToDisk() throws IOException {
        adapter.send(message(file("small.bin", generated(Spool.IN_MEMORY)), file("big.bin", generated(BIG))));

        try (Stream<Path> files = Files.list(spool)) {
            assertThat(files).singleElement().satisfies(file -> assertThat(file).hasSize(BIG));
        }
    }

    @Test
    void clearingDeletesThem() {
        adapter.send(message(file("big.bin", generated(BIG))));
        ContentSource content = received("big.bin");

        mailbox.clear();

        assertThat(spool).isEmptyDirectory();
        assertThatThrownBy(content::open).isInstanceOf(IOException.class);
    }

    @Test
    void closingTheMailboxDeletesThemAndKeepsTheRest() {
        adapter.send(message(file("small.bin", generated(5)), file("big.bin", generated(BIG))));

        mailbox.close();

        assertThat(spool).isEmptyDirectory();
        assertThat(mailbox.messages()).hasSize(1);
        assertThat(received("small.bin").size()).isEqualTo(5);
    }

    @Test
    void closingAnAdapterClosesOnlyAMailboxOfItsOwn() throws IOException {
        InMemoryEmailAdapter owner = new InMemoryEmailAdapter();
        owner.send(message(file("big.bin", generated(BIG))));
        ContentSource owned =
                owner.mailbox().messages().get(0).attachments().get(0).content();
        adapter.send(message(file("big.bin", generated(BIG))));

        owner.close();
        adapter.close();

        assertThatThrownBy(owned::open).isInstanceOf(NoSuchFileException.class);
        try (InputStream in = received("big.bin").open()) {
            assertThat(in.readAllBytes()).hasSize(BIG);
        }
    }

    @Test
    void nothingStaysOnDiskOfAMessageThatDoesNotArrive() {
        adapter.next(Answer.deferred(Verdict.TRANSPORT, FailureReason.CONNECT_FAILED), Answer.unconfirmedAndLost());
        adapter.send(message(file("big.bin", generated(BIG))));
        adapter.send(message(file("big.bin", generated(BIG))));

        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void aFarSideThatCannotStoreAnAttachmentSaysSoAndHasNothing() throws IOException {
        Files.delete(spool);

        SendResult result = adapter.send(message(file("big.bin", generated(BIG))));

        assertThat(result.problem()).hasValue(Failure.of(Verdict.TRANSPORT, FailureReason.SERVICE_UNAVAILABLE));
        assertThat(result.attempts()).hasSize(1);
        assertThat(mailbox.messages()).isEmpty();
        assertThat(adapter.send(message(file("small.bin", generated(5))))).isInstanceOf(Accepted.class);
        Files.createDirectory(spool);
    }

    @Test
    void aSourceThatAnInterruptStoppedMayBeReadableTheNextTime() {
        ContentSource interruptible = source(10, () -> {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        });

        SendResult result = adapter.send(message(file("report.bin", interruptible)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.problem()).hasValue(Failure.of(Verdict.TRANSPORT, FailureReason.INTERRUPTED));
        assertThat(mailbox.messages()).isEmpty();
    }

    private ContentSource received(String fileName) {
        return mailbox.messages().get(0).attachment(fileName).orElseThrow().content();
    }
}
