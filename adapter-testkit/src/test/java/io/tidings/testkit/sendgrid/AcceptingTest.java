package io.tidings.testkit.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.MessageId;
import io.tidings.testkit.ReceivedAttachment;
import io.tidings.testkit.ReceivedMessage;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the simulator makes of a mail that it accepts. */
class AcceptingTest {

    private final SendGridSimulator simulator = SendGridSimulator.start();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void answersAsSendGridDoes() throws Exception {
        HttpResponse<String> response = Mails.post(simulator, Mails.mail());

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().map())
                .containsEntry("server", List.of("nginx"))
                .containsEntry("content-length", List.of("0"))
                .containsKey("date");
        assertThat(simulator.mails()).singleElement().satisfies(mail -> assertThat(
                        response.headers().firstValue("X-Message-Id"))
                .contains(mail.messageId()));
    }

    @Test
    void keepsEverythingForAssertions() throws Exception {
        MessageId id = MessageId.random();
        long later = Instant.now().getEpochSecond() + 3600;
        Map<String, Object> mail = Mails.mail(
                "personalizations",
                List.of(Map.of(
                        "to", List.of(Mails.mailbox("jane@example.org", "Jane")),
                        "cc", List.of(Mails.mailbox("carl@example.org")),
                        "bcc", List.of(Mails.mailbox("bob@example.org")),
                        "headers", Map.of("X-Case", "4711"),
                        "custom_args", Map.of(EmailMessage.ID_METADATA_KEY, id.value(), "case", "4711"),
                        "send_at", later)));
        mail.put("reply_to_list", List.of(Mails.mailbox("a@example.gov"), Mails.mailbox("b@example.gov")));
        mail.put("content", List.of(Mails.content("text/plain", "text"), Mails.content("text/html", "<p>html</p>")));
        mail.put(
                "attachments",
                List.of(
                        Map.of("content", base64("file"), "filename", "a.txt", "type", "text/plain"),
                        Map.of(
                                "content",
                                base64("image"),
                                "filename",
                                "b.png",
                                "type",
                                "image/png",
                                "disposition",
                                "inline",
                                "content_id",
                                "logo")));
        mail.put("headers", Map.of("X-Case", "0", "X-Office", "1"));
        mail.put("categories", List.of("reports", "daily"));
        mail.put("custom_args", Map.of("case", "0", "office", "1"));
        mail.put(
                "tracking_settings",
                Map.of("open_tracking", Map.of("enable", false), "click_tracking", Map.of("enable", true)));

        Mails.post(simulator, mail);

        SimulatedMail kept = simulator.mails().get(0);
        assertThat(kept.openTracking()).contains(false);
        assertThat(kept.clickTracking()).contains(true);
        assertThat(kept.bcc()).containsExactly(EmailAddress.of("bob@example.org"));
        ReceivedMessage received = simulator.received().get(0);
        assertThat(received.id()).isEqualTo(id);
        assertThat(received.from()).isEqualTo(EmailAddress.of("portal@example.gov"));
        assertThat(received.replyTo())
                .containsExactly(EmailAddress.of("a@example.gov"), EmailAddress.of("b@example.gov"));
        assertThat(received.to().get(0).displayName()).contains("Jane");
        assertThat(received.cc()).containsExactly(EmailAddress.of("carl@example.org"));
        assertThat(received.envelope())
                .extracting(EmailAddress::address)
                .containsExactlyInAnyOrder("jane@example.org", "carl@example.org", "bob@example.org");
        assertThat(received.subject()).isEqualTo("Accepted");
        assertThat(received.text()).contains("text");
        assertThat(received.html()).contains("<p>html</p>");
        assertThat(received.attachments())
                .containsExactly(
                        new ReceivedAttachment("a.txt", "text/plain", "file".getBytes(), Optional.empty()),
                        new ReceivedAttachment("b.png", "image/png", "image".getBytes(), Optional.of("logo")));
        assertThat(received.headers()).containsOnly(Map.entry("x-case", "4711"), Map.entry("x-office", "1"));
        assertThat(received.tags()).containsExactly("reports", "daily");
        assertThat(received.metadata()).isEqualTo(Map.of("case", "4711", "office", "1"));
        assertThat(received.sendAt()).contains(Instant.ofEpochSecond(later));
        assertThat(received.visible())
                .contains("jane@example.org", "Jane", "carl@example.org", "Accepted", "file", "4711")
                .doesNotContain("bob@example.org");
    }

    @Test
    void aPersonalizationIsAMailOfItsOwn() throws Exception {
        Map<String, Object> mail = Mails.mail(
                "personalizations", List.of(Mails.to("a@example.org"), Mails.to("b@example.org", "c@example.org")));

        Mails.post(simulator, mail);

        assertThat(simulator.requests()).hasSize(1);
        assertThat(simulator.mails()).hasSize(2);
        assertThat(simulator.mails())
                .extracting(SimulatedMail::messageId)
                .containsOnly(simulator.mails().get(0).messageId());
        assertThat(simulator.mails().get(1).to()).hasSize(2);
    }

    @Test
    void inSandboxModeNothingIsDelivered() throws Exception {
        HttpResponse<String> response =
                Mails.post(simulator, Mails.mail("mail_settings", Map.of("sandbox_mode", Map.of("enable", true))));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Message-Id")).isEmpty();
        assertThat(simulator.mails()).isEmpty();
        assertThat(simulator.sandboxed()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jane Doe | jane@example.org | Jane Doe",
                "\"Doe, Jane\" | jane@example.org | Doe, Jane",
                "\"J \\\"JD\\\"; D\" | jane@example.org | J \"JD\"; D",
                "other@example.com, Jane | other@example.com | ",
                "other@example.com; Jane | other@example.com | ",
                "Doe, Jane | | ",
            })
    void aSeparatorInANameWithoutQuotesMovesTheMail(String name, String address, String shown) throws Exception {
        Mails.post(
                simulator,
                Mails.mail(
                        "personalizations", List.of(Map.of("to", List.of(Mails.mailbox("jane@example.org", name))))));

        List<EmailAddress> to = simulator.mails().get(0).to();
        assertThat(to.stream().map(EmailAddress::address))
                .isEqualTo(Optional.ofNullable(address).stream().toList());
        assertThat(to.stream().flatMap(each -> each.displayName().stream()))
                .isEqualTo(Optional.ofNullable(shown).stream().toList());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes());
    }
}
