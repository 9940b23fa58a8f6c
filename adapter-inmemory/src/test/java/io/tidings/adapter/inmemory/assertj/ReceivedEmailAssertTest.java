package io.tidings.adapter.inmemory.assertj;

import static io.tidings.adapter.inmemory.TestMessages.JANE;
import static io.tidings.adapter.inmemory.TestMessages.KIM;
import static io.tidings.adapter.inmemory.TestMessages.RAUL;
import static io.tidings.adapter.inmemory.TestMessages.file;
import static io.tidings.adapter.inmemory.TestMessages.generatedBytes;
import static io.tidings.adapter.inmemory.TestMessages.message;
import static io.tidings.adapter.inmemory.TestMessages.source;
import static io.tidings.adapter.inmemory.assertj.TidingsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.adapter.inmemory.ReceivedEmail;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Header;
import java.io.FileNotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReceivedEmailAssertTest {

    private static final byte[] BYTES = generatedBytes(20_000);

    private final ReceivedEmail email = received(message()
            .to(JANE, KIM)
            .cc(RAUL)
            .bcc(EmailAddress.of("audit@example.gov"))
            .replyTo(KIM)
            .tags("decisions")
            .metadata(Map.of("case", "4711"))
            .headers(new Header("X-Case", "4711"))
            .attachments(file("report.csv", ContentSource.of(BYTES)))
            .build());

    private static ReceivedEmail received(EmailMessage message) {
        return new ReceivedEmail(message, List.of(JANE, RAUL), Instant.EPOCH);
    }

    @Test
    void passesOnWhatIsThere() {
        assertThat(email)
                .hasSubject("Your data was submitted")
                .hasHtmlContaining("<p>Thank")
                .hasTextContaining("Thank")
                .isFrom("portal@example.gov")
                .hasTemplate("data-submitted")
                .hasReplyTo("kim@example.com")
                .isTo("jane@example.gov", "kim@example.com")
                .hasCc("raúl@example.org")
                .hasBcc("audit@example.gov")
                .wasReceivedBy("jane@example.gov", "raúl@example.org")
                .hasTag("decisions")
                .hasMetadata("case", "4711")
                .hasHeader("x-case", "4711")
                .hasAttachment("report.csv")
                .hasAttachment("report.csv", BYTES.clone());
        assertThat(received(message().build())).hasNoAttachments();
    }

    static Stream<Arguments> wrong() {
        byte[] changed = BYTES.clone();
        changed[15_000]++;
        byte[] longer = generatedBytes(20_001);
        return Stream.of(
                wrong(mail -> mail.hasSubject("Approved"), "Approved", "Your data was submitted"),
                wrong(mail -> mail.hasHtmlContaining("<b>"), "<b>", "<p>Thank you</p>"),
                wrong(mail -> mail.hasTextContaining("Sorry"), "Sorry", "Thank you"),
                wrong(mail -> mail.isFrom("x@example.gov"), "x@example.gov", "portal@example.gov"),
                wrong(mail -> mail.hasTemplate("approved"), "approved", "data-submitted"),
                wrong(mail -> mail.hasReplyTo("x@example.gov"), "reply-to", "[kim@example.com]"),
                wrong(mail -> mail.isTo("jane@example.gov"), "to of", "kim@example.com"),
                wrong(mail -> mail.hasCc(), "cc", "raúl@example.org"),
                wrong(mail -> mail.hasBcc(), "bcc", "audit@example.gov"),
                wrong(mail -> mail.wasReceivedBy("jane@example.gov"), "envelope", "raúl@example.org"),
                wrong(mail -> mail.hasTag("bulk"), "tag", "bulk", "[decisions]"),
                wrong(mail -> mail.hasMetadata("case", "1"), "case=1", "[case=4711]"),
                wrong(mail -> mail.hasHeader("X-Case", "1"), "X-Case: 1", "[X-Case: 4711]"),
                wrong(mail -> mail.hasNoAttachments(), "attachments", "[report.csv]"),
                wrong(mail -> mail.hasAttachment("other.csv"), "other.csv", "[report.csv]"),
                wrong(mail -> mail.hasAttachment("report.csv", changed), "20000 octets", "octet 15000"),
                wrong(mail -> mail.hasAttachment("report.csv", longer), "given 20001 octets", "octet 20000"),
                wrong(mail -> mail.hasAttachment("report.csv", new byte[0]), "given 0 octets", "octet 0"));
    }

    private static Arguments wrong(Consumer<ReceivedEmailAssert> assertion, String... shown) {
        return Arguments.of(assertion, shown);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void failsWithWhatWasExpectedAndWhatIsThere(Consumer<ReceivedEmailAssert> assertion, String[] shown) {
        assertThatThrownBy(() -> assertion.accept(assertThat(email)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(shown);
    }

    @Test
    void aMissingBodyIsCalledMissing() {
        ReceivedEmail textOnly = received(EmailMessage.builder()
                .from(JANE)
                .to(KIM)
                .subject("Hello")
                .text("Hello")
                .build());

        assertThatThrownBy(() -> assertThat(textOnly).hasHtmlContaining("Hello"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("(missing)");
    }

    @Test
    void anAttachmentThatIsGoneSaysWhy() {
        ContentSource gone = source(20_000, () -> {
            throw new FileNotFoundException();
        });
        ReceivedEmail cleared = received(message(file("report.csv", gone)));

        assertThatThrownBy(() -> assertThat(cleared).hasAttachment("report.csv", BYTES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("cleared or closed");
    }
}
