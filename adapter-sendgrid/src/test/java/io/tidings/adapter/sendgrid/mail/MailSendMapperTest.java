package io.tidings.adapter.sendgrid.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidings.adapter.sendgrid.http.HttpBody;
import io.tidings.adapter.sendgrid.http.UnreadableBodyException;
import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Header;
import io.tidings.testkit.Messages;
import io.tidings.testkit.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailSendMapperTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACKING = "{\"click_tracking\":{\"enable\":false,\"enable_text\":false},"
            + "\"open_tracking\":{\"enable\":false},\"subscription_tracking\":{\"enable\":false}}";

    private final MailSendMapper mapper = new MailSendMapper(false, false, false);

    private static byte[] octets(HttpBody body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        body.writeTo(out);
        assertThat(body.length()).as("stated length").isEqualTo(out.size());
        return out.toByteArray();
    }

    private JsonNode map(EmailMessage... messages) throws IOException {
        return JSON.readTree(octets(mapper.map(List.of(messages), NOW)));
    }

    private static EmailMessage full() {
        return Messages.message()
                .template("data-submitted")
                .from(EmailAddress.of("portal@example.gov", "Portal, Data"))
                .replyTo(EmailAddress.of("help@example.gov", "Help"), EmailAddress.of("desk@example.gov"))
                .to(
                        EmailAddress.of("jane@example.org", "Doe, \"Jane\" \\"),
                        EmailAddress.of("o'brien@example.org", "J. O"))
                .cc(EmailAddress.of("kim@example.org"))
                .bcc(EmailAddress.of("raul@example.org", "Raúl"))
                .subject("Größe \"x\" \ud83d\udce8")
                .html("<p>\u2028 & \"</p>")
                .text("a\r\nb\t")
                .headers(new Header("X-Case", "4711"), new Header("X-Office", "Größenamt"))
                .tags("reports", "july", "reports")
                .metadata(Map.of("case", "4711"))
                .sendAt(NOW.plusMillis(60_500))
                .attachments(
                        Attachment.of("größe.bin", "application/pdf", ContentSource.of(new byte[] {1, 2, 3, 4})),
                        Attachment.inline("logo@x", "logo.png", "image/png", ContentSource.of(new byte[] {5})))
                .idempotencyKey("key")
                .build();
    }

    @Test
    void halfACharacterInABodyBecomesTheSignForOne() throws IOException {
        JsonNode content = map(Messages.message()
                        .text("cut \ud83d")
                        .html("<p>\udce8 \ud83d\udce8 \ud83d\ud83d\udce8</p>")
                        .build())
                .path("content");

        assertThat(content.path(0).path("value").asText()).isEqualTo("cut \ufffd");
        assertThat(content.path(1).path("value").asText()).isEqualTo("<p>\ufffd \ud83d\udce8 \ufffd\ud83d\udce8</p>");
    }

    @Test
    void aReplyToThatOccursTwiceIsNamedOnce() throws IOException {
        JsonNode replyTo = map(Messages.message()
                        .replyTo(
                                EmailAddress.of("help@example.gov", "Help"),
                                EmailAddress.of("desk@example.gov"),
                                EmailAddress.of("help@example.gov"))
                        .build())
                .path("reply_to_list");

        assertThat(replyTo.findValuesAsText("email")).containsExactly("help@example.gov", "desk@example.gov");
        assertThat(replyTo.path(0).path("name").asText()).isEqualTo("Help");
    }

    @Test
    void everyFieldHasItsPlace() throws IOException {
        EmailMessage message = full();

        JsonNode json = map(message);

        String personalization = """
                {"to":[{"email":"jane@example.org","name":"\\"Doe, \\\\\\"Jane\\\\\\" \\\\\\\\\\""},
                       {"email":"o'brien@example.org","name":"J. O"}],
                 "cc":[{"email":"kim@example.org"}],
                 "bcc":[{"email":"raul@example.org","name":"Raúl"}],
                 "headers":{"Message-ID":"<ID@example.gov>","Auto-Submitted":"auto-generated",
                            "X-Case":"4711","X-Office":"=?utf-8?B?R3LDtsOfZW5hbXQ=?="},
                 "custom_args":{"tidings_id":"ID"}}""".replace("ID@", message.id() + "@").replace("\"ID\"", "\"" + message.id() + "\"");
        assertThat(json)
                .isEqualTo(JSON.readTree("{\"personalizations\":[" + personalization + "]," + """
                        "from":{"email":"portal@example.gov","name":"Portal, Data"},
                        "reply_to_list":[{"email":"help@example.gov","name":"Help"},{"email":"desk@example.gov"}],
                        "attachments":[
                          {"content":"AQIDBA==","type":"application/pdf","filename":"größe.bin","disposition":"attachment"},
                          {"content":"BQ==","type":"image/png","filename":"logo.png","disposition":"inline",
                           "content_id":"logo@x"}],
                        "subject":"Größe \\"x\\" \ud83d\udce8",
                        "content":[{"type":"text/plain","value":"a\\r\\nb\\t"},
                                   {"type":"text/html","value":"<p>\u2028 & \\"</p>"}],
                        "categories":["reports","july"],
                        "custom_args":{"case":"4711"},
                        "send_at":1772366461,
                        "tracking_settings":""" + TRACKING + "}"));
    }

    @Test
    void whatAMessageDoesNotHaveIsLeftOut() throws IOException {
        JsonNode json = map(Messages.simple());

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("personalizations", "from", "subject", "content", "tracking_settings");
        assertThat(json.path("personalizations").get(0).fieldNames())
                .toIterable()
                .containsExactly("to", "headers", "custom_args");
        assertThat(json.path("content")).hasSize(1);
    }

    @Test
    void switchesAreAsConfigured() throws IOException {
        MailSendMapper other = new MailSendMapper(true, true, true);

        JsonNode json = JSON.readTree(octets(other.map(List.of(Messages.simple()), NOW)));

        assertThat(json.at("/mail_settings/sandbox_mode/enable").asBoolean()).isTrue();
        assertThat(json.at("/tracking_settings/open_tracking/enable").asBoolean())
                .isTrue();
        assertThat(json.at("/tracking_settings/click_tracking/enable").asBoolean())
                .isTrue();
        assertThat(json.at("/tracking_settings/subscription_tracking/enable").asBoolean(true))
                .isFalse();
    }

    @Test
    void aTimeThatHasPassedMeansAtOnce() throws IOException {
        assertThat(map(Messages.message().sendAt(NOW).build()).has("send_at")).isFalse();
        assertThat(map(Messages.message().sendAt(NOW.plusNanos(1)).build())
                        .path("send_at")
                        .asLong())
                .isEqualTo(NOW.getEpochSecond() + 1);
    }

    @Test
    void eachMessageHasAPersonalization() throws IOException {
        EmailMessage one = Messages.message().headers(new Header("X-A", "1")).build();
        EmailMessage other =
                Messages.message().to(EmailAddress.of("kim@example.org")).build();

        JsonNode json = map(one, other);

        assertThat(json.path("personalizations")).hasSize(2);
        assertThat(json.at("/personalizations/0/custom_args/tidings_id").asText())
                .isEqualTo(one.id().value());
        assertThat(json.at("/personalizations/0/headers/X-A").asText()).isEqualTo("1");
        assertThat(json.at("/personalizations/1/to/0/email").asText()).isEqualTo("kim@example.org");
        assertThat(json.at("/personalizations/1/custom_args/tidings_id").asText())
                .isEqualTo(other.id().value());
        assertThat(json.at("/personalizations/1/headers").has("X-A")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Jane Doe,false",
        "J. Doe-O'Brien,false",
        "Größe,false",
        "a;b,true",
        "a@b,true",
        "a<b,true",
        "a:b,true",
        "a(b),true"
    })
    void namesThatMeanSomethingElseInAHeaderAreQuoted(String name, boolean quoted) throws IOException {
        EmailAddress address = EmailAddress.of("jane@example.org", name);

        JsonNode json = map(
                Messages.message().to(address).from(address).replyTo(address).build());

        assertThat(json.at("/personalizations/0/to/0/name").asText()).isEqualTo(quoted ? '"' + name + '"' : name);
        assertThat(json.at("/from/name").asText()).isEqualTo(name);
        assertThat(json.at("/reply_to_list/0/name").asText()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 49_150, 49_151, 49_152, 49_153, 49_154, 98_304, 98_305, 300_001})
    void filesOfAnySizeArriveOctetByOctet(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        ContentSource other = ContentSource.of(new byte[] {9});

        JsonNode json = map(Messages.message()
                .attachments(Attachment.of("a", "a/b", ContentSource.of(content)), Attachment.of("b", "a/b", other))
                .build());

        assertThat(Base64.getDecoder().decode(json.at("/attachments/0/content").asText()))
                .isEqualTo(content);
        assertThat(json.at("/attachments/1/content").asText()).isEqualTo("CQ==");
    }

    @Test
    void aBodyCanBeWrittenTwice() throws IOException {
        HttpBody body = mapper.map(List.of(full()), NOW);

        assertThat(octets(body)).isEqualTo(octets(body));
    }

    @Test
    void aFileThatLiesIsFoundBeforeTheLastOctet() {
        for (ContentSource source : List.of(
                Sources.lying(100_000, 99_999),
                Sources.lying(100_000, 100_001),
                Sources.unopenable("canary"),
                Sources.breaking(100_000, "canary"))) {
            HttpBody body = mapper.map(
                    List.of(Messages.message()
                            .attachments(Attachment.of("a", "a/b", source))
                            .build()),
                    NOW);
            ByteArrayOutputStream out = new ByteArrayOutputStream();

            assertThatThrownBy(() -> body.writeTo(out))
                    .isInstanceOf(UnreadableBodyException.class)
                    .hasNoCause()
                    .hasMessageNotContaining("canary");
            assertThat((long) out.size()).isLessThan(body.length());
        }
    }
}
