package io.tidings.testkit.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask for what, and what the account tells. */
class AccountTest {

    private final SendGridSimulator simulator = SendGridSimulator.builder()
            .apiKey("SG.key")
            .domain("Example.gov")
            .domain("broken.example", "dkim2", "spf")
            .sender("Single@example.org", true)
            .sender("unverified@example.org", false)
            .start();

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer SG.other, 'The provided authorization grant is invalid, expired, or revoked'",
        "bearer SG.key, authorization required",
        "SG.key, authorization required",
        "Basic U0cua2V5, authorization required"
    })
    void refusesAnyOtherKey(String authorization, String message) throws Exception {
        HttpResponse<String> response = Mails.send(
                Mails.request(simulator, Json.write(Mails.mail())).setHeader("Authorization", authorization));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body())
                .isEqualTo("{\"errors\":[{\"message\":\"" + message + "\",\"field\":null,\"help\":null}]}");
        assertThat(simulator.mails()).isEmpty();
    }

    @Test
    void refusesWhatTheKeyMayNotDo() throws Exception {
        try (SendGridSimulator reader =
                        SendGridSimulator.builder().scopes("whitelabel.read").start();
                SendGridSimulator sender = SendGridSimulator.builder()
                        .scopes("mail.send")
                        .domain("example.gov")
                        .start()) {
            assertThat(Mails.post(reader, Mails.mail()).statusCode()).isEqualTo(403);
            assertThat(Mails.post(reader, Mails.mail()).body()).contains("access forbidden");
            assertThat(get(reader, "/v3/whitelabel/domains").statusCode()).isEqualTo(200);
            assertThat(Mails.post(sender, Mails.mail()).statusCode()).isEqualTo(202);
            assertThat(get(sender, "/v3/scopes").body()).isEqualTo("{\"scopes\":[\"mail.send\"]}");
            assertThat(get(sender, "/v3/whitelabel/domains").statusCode()).isEqualTo(403);
            assertThat(get(sender, "/v3/verified_senders").statusCode()).isEqualTo(403);
            assertThat(validate(sender, 1).statusCode()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "anybody@example.gov, 202",
        "Anybody@EXAMPLE.GOV, 202",
        "single@example.org, 202",
        "anybody@broken.example, 403",
        "anybody@sub.example.gov, 403",
        "unverified@example.org, 403",
        "other@example.org, 403"
    })
    void knowsItsSenders(String from, int status) throws Exception {
        HttpResponse<String> response = Mails.post(simulator, Mails.mail("from", Mails.mailbox(from)));

        assertThat(response.statusCode()).isEqualTo(status);
        if (status == 403) {
            assertThat(response.body())
                    .contains("The from address does not match a verified Sender Identity.", "\"field\":\"from\"");
        }
        assertThat(simulator.mails()).hasSize(status == 202 ? 1 : 0);
    }

    @Test
    void anybodyMaySendAsLongAsItHasNoSender() throws Exception {
        try (SendGridSimulator empty = SendGridSimulator.start()) {
            assertThat(Mails.post(empty, Mails.mail()).statusCode()).isEqualTo(202);
            assertThat(get(empty, "/v3/whitelabel/domains").body()).isEqualTo("[]");
            assertThat(get(empty, "/v3/verified_senders").body()).isEqualTo("{\"results\":[]}");
        }
    }

    @Test
    void listsItsDomains() throws Exception {
        HttpResponse<String> all = get(simulator, "/v3/whitelabel/domains");
        HttpResponse<String> one = get(simulator, "/v3/whitelabel/domains?limit=1&domain=broken.example");

        assertThat(all.body())
                .contains("\"domain\":\"example.gov\"", "\"domain\":\"broken.example\"", "\"valid\":true");
        assertThat(one.body())
                .contains("\"id\":2")
                .doesNotContain("example.gov")
                .contains("\"valid\":false");
        assertThat(one.headers().map()).containsKeys("x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset");
    }

    @Test
    void tellsWhichRecordOfADomainIsWrong() throws Exception {
        assertThat(Json.object(validate(simulator, 1).body()).orElseThrow()).containsEntry("valid", true);
        assertThat(Json.object(validate(simulator, 2).body()).orElseThrow())
                .containsEntry("valid", false)
                .extractingByKey("validation_results")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .extractingByKeys("mail_cname", "dkim1", "dkim2", "spf")
                .extracting(result -> ((Map<?, ?>) result).get("valid"))
                .isEqualTo(List.of(true, true, false, false));
        assertThat(validate(simulator, 3).statusCode()).isEqualTo(404);
    }

    @Test
    void listsItsSingleSenders() throws Exception {
        assertThat(get(simulator, "/v3/verified_senders").body())
                .contains("single@example.org", "\"verified\":true", "unverified@example.org", "\"verified\":false");
    }

    @Test
    void keepsTheSubuserOfEveryRequest() throws Exception {
        Mails.send(Mails.to(simulator, "/v3/scopes").header("On-Behalf-Of", "agency"));

        assertThat(simulator.requests()).singleElement().satisfies(request -> assertThat(
                        request.head().header("on-behalf-of"))
                .contains("agency"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v3/mail", "/v3/mail/send/", "/v3/whitelabel/domains/x/validate"})
    void hasNoOtherPaths(String path) throws Exception {
        assertThat(get(simulator, path).statusCode()).isEqualTo(404);
    }

    @Test
    void allowsNoOtherMethods() throws Exception {
        assertThat(get(simulator, "/v3/mail/send").statusCode()).isEqualTo(405);
        assertThat(get(simulator, "/v3/whitelabel/domains/1/validate").statusCode())
                .isEqualTo(405);
        assertThat(Mails.send(Mails.to(simulator, "/v3/scopes").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp"})
    void takesNothingButJson(String type) throws Exception {
        assertThat(Mails.send(Mails.request(simulator, Json.write(Mails.mail())).setHeader("Content-Type", type))
                        .statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{} {}", "null", "{\"a\":1,\"a\":2}"})
    void takesNothingButOneObject(String json) throws Exception {
        HttpResponse<String> response = Mails.post(simulator, json);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo("{\"errors\":[{\"message\":\"Bad Request\",\"field\":null,\"help\":null}]}");
    }

    @Test
    void takesNothingButUtf8() throws Exception {
        byte[] latin1 = Json.write(Mails.mail("subject", "Größe")).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Mails.send(Mails.request(simulator, "").POST(BodyPublishers.ofByteArray(latin1)))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void takesAtMost30Megabytes() throws Exception {
        int overhead = Json.write(mailOfText("")).length();

        assertThat(Mails.post(simulator, mailOfText("x".repeat(30_000_000 - overhead)))
                        .statusCode())
                .isEqualTo(202);
        assertThat(Mails.post(simulator, mailOfText("x".repeat(30_000_001 - overhead)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(simulator.mails()).hasSize(1);
    }

    private static Map<String, Object> mailOfText(String text) {
        Map<String, Object> mail = Mails.mail("from", Mails.mailbox("a@example.gov"));
        mail.put("content", List.of(Mails.content("text/plain", text)));
        return mail;
    }

    private static HttpResponse<String> get(SendGridSimulator simulator, String path) throws Exception {
        return Mails.send(Mails.to(simulator, path));
    }

    private static HttpResponse<String> validate(SendGridSimulator simulator, int id) throws Exception {
        return Mails.send(Mails.to(simulator, "/v3/whitelabel/domains/" + id + "/validate")
                .POST(BodyPublishers.noBody()));
    }
}
