package io.tidings.adapter.inmemory;

import static io.tidings.adapter.inmemory.TestMessages.KIM;
import static io.tidings.adapter.inmemory.TestMessages.RAUL;
import static io.tidings.adapter.inmemory.TestMessages.file;
import static io.tidings.adapter.inmemory.TestMessages.generated;
import static io.tidings.adapter.inmemory.TestMessages.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.adapter.inmemory.script.Answer;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import io.tidings.error.ConfigurationException;
import io.tidings.mime.MimeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryTest {

    @TempDir
    private Path temporary;

    private Path directory() {
        return temporary.resolve("outbox");
    }

    private InMemoryEmailAdapter adapter() {
        return new InMemoryEmailAdapter(new InMemoryConfig(Optional.of(directory()), Optional.empty()));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aMessageThatArrivesCanBeLookedAt() throws IOException {
        EmailMessage message = message()
                .cc(RAUL)
                .bcc(KIM)
                .attachments(file("report.csv", generated(12)))
                .build();

        adapter().send(message);

        String name = "000001-data-submitted-" + message.id();
        assertThat(files()).containsExactly(name + ".eml", name + ".html", name + ".txt");
        assertThat(directory().resolve(name + ".html")).hasContent("<p>Thank you</p>");
        assertThat(directory().resolve(name + ".txt")).hasContent("""
                From: "Data Portal" <portal@example.gov>
                To: "Doe, \\"Jane\\"" <jane@example.gov>
                Cc: raúl@example.org
                Subject: Your data was submitted
                Message-ID: <%s@example.gov>
                Template: data-submitted
                Attachment: report.csv (12 octets)

                Thank you""".formatted(message.id()));
    }

    @Test
    void aMessageIsKeptAsItWouldGoOverTheWire() throws IOException {
        EmailMessage message = message()
                .cc(RAUL)
                .bcc(KIM)
                .attachments(file("report.csv", generated(1_000_000)))
                .build();
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);

        try (InMemoryEmailAdapter adapter = InMemoryEmailAdapter.builder()
                .config(new InMemoryConfig(Optional.of(directory()), Optional.empty()))
                .clock(clock)
                .build()) {
            adapter.send(message);
        }

        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        new MimeWriter(clock).write(message, wire);
        assertThat(directory().resolve("000001-data-submitted-" + message.id() + ".eml"))
                .hasBinaryContent(wire.toByteArray());
        assertThat(wire.toString(UTF_8))
                .startsWith("Date: Thu, 1 Jan 1970 00:00:00 +0000\r\n")
                .doesNotContain(KIM.address());
    }

    @Test
    void numbersGoOnFromTheLastStart() throws IOException {
        try (InMemoryEmailAdapter first = adapter()) {
            first.send(message().build());
            first.send(message().build());
        }
        try (InMemoryEmailAdapter second = adapter()) {
            second.send(message().build());
        }

        assertThat(files())
                .extracting(name -> name.substring(0, 6))
                .containsExactly(
                        "000001", "000001", "000001", "000002", "000002", "000002", "000003", "000003", "000003");
    }

    @Test
    void anotherAdapterThatNumbersTheSameMessageAlikeOverwritesNothing() throws IOException {
        EmailMessage message = message().build();
        try (InMemoryEmailAdapter one = adapter();
                InMemoryEmailAdapter other = adapter()) {
            one.send(message);
            other.send(message);
        }

        assertThat(files()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "CON", "a.b", "-a", "Data_Submitted"})
    void aTemplateThatIsNoPlainNameIsNotInTheFileName(String template) throws IOException {
        EmailMessage message = message().template(template).build();

        adapter().send(message);

        assertThat(files()).allSatisfy(name -> assertThat(name).startsWith("000001-message-" + message.id()));
    }

    @Test
    void whatDoesNotArriveIsNotWritten() throws IOException {
        InMemoryEmailAdapter adapter = adapter();
        adapter.next(Answer.unconfirmedAndLost());
        adapter.send(message().build());
        adapter.mailbox().close();
        adapter.send(message().build());

        assertThat(files()).isEmpty();
    }

    @Test
    void aMessageThatCannotBeWrittenIsDeferredAndDoesNotArrive() throws IOException {
        InMemoryEmailAdapter adapter = adapter();
        Files.delete(directory());

        SendResult result = adapter.send(message().build());

        assertThat(result.problem()).hasValue(Failure.of(Verdict.TRANSPORT, FailureReason.SERVICE_UNAVAILABLE));
        assertThat(adapter.mailbox().messages()).isEmpty();
    }

    @Test
    void nothingIsLeftOfAMessageThatCannotBeWrittenInFull() throws IOException {
        InMemoryEmailAdapter adapter = adapter();
        EmailMessage message = message().build();
        String name = "000001-data-submitted-" + message.id();
        Files.createFile(directory().resolve(name + ".html"));
        for (int copy = 2; copy <= 20; copy++) {
            Files.createFile(directory().resolve(name + "-" + copy + ".html"));
        }

        SendResult result = adapter.send(message);

        assertThat(result.problem()).hasValue(Failure.of(Verdict.TRANSPORT, FailureReason.SERVICE_UNAVAILABLE));
        assertThat(files()).hasSize(20).allSatisfy(file -> assertThat(file).endsWith(".html"));
        assertThat(adapter.mailbox().messages()).isEmpty();
    }

    @Test
    void textThatHasNoFormInUtf8DoesNotHoldAMessageBack() throws IOException {
        InMemoryEmailAdapter adapter = adapter();

        adapter.send(message().html("<p>\ud83d</p>").build());

        assertThat(adapter.mailbox().messages()).hasSize(1);
        assertThat(files()).hasSize(3);
    }

    @Test
    void aDirectoryThatCannotBeMadeIsAnErrorAtTheStart() throws IOException {
        Files.writeString(directory(), "a file");

        assertThatThrownBy(this::adapter)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tidings.inmemory.directory")
                .hasMessageNotContaining(directory().toString());
    }
}
