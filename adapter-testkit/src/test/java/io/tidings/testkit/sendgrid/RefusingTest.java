package io.tidings.testkit.sendgrid;

import static io.tidings.testkit.sendgrid.Mails.content;
import static io.tidings.testkit.sendgrid.Mails.mail;
import static io.tidings.testkit.sendgrid.Mails.mailbox;
import static io.tidings.testkit.sendgrid.Mails.personalized;
import static io.tidings.testkit.sendgrid.Mails.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule, at its limit and just beyond. */
class RefusingTest {

    private static final Instant NOW = Instant.parse("2026-02-14T12:00:00Z");
    private static final long LATEST = NOW.getEpochSecond() + 72 * 3600;

    private final SendGridSimulator simulator =
            SendGridSimulator.builder().clock(InstantSource.fixed(NOW)).start();

    @AfterEach
    void close() {
        simulator.close();
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("1,000 personalizations", mail("personalizations", personalizations(1_000))),
                arguments("1,000 recipients of one", mail("personalizations", List.of(to(addresses(1_000))))),
                arguments("copies", personalized("cc", List.of(mailbox("b@example.org")))),
                arguments(
                        "an address in two personalizations",
                        mail("personalizations", List.of(to("a@example.org"), to("a@example.org")))),
                arguments("one reply-to", mail("reply_to", mailbox("a@example.org"))),
                arguments("1,000 reply-tos", mail("reply_to_list", mailboxes(1_000))),
                arguments("a subject of its own", without(personalized("subject", "S"), "subject")),
                arguments(
                        "text before HTML",
                        mail("content", List.of(content("text/plain", "a"), content("text/html", "b")))),
                arguments(
                        "HTML before anything else",
                        mail("content", List.of(content("text/html", "a"), content("text/calendar", "b")))),
                arguments("a file", mail("attachments", List.of(file("content", "YQ==")))),
                arguments(
                        "an inline part",
                        mail("attachments", List.of(file("disposition", "inline", "content_id", "a")))),
                arguments("10 categories", mail("categories", texts(10))),
                arguments("a category of 255 characters", mail("categories", List.of("c".repeat(255)))),
                arguments("a header", mail("headers", Map.of("X-Case", "4711"))),
                arguments("custom arguments of 9,999 bytes", mail("custom_args", Map.of("a", "v".repeat(9_991)))),
                arguments("72 hours ahead", mail("send_at", LATEST)),
                arguments("in the past", mail("send_at", 0)),
                arguments("72 hours ahead for one", personalized("send_at", LATEST)),
                arguments("tracking", mail("tracking_settings", Map.of("open_tracking", Map.of("enable", true)))),
                arguments(
                        "an address of unusual shape",
                        mail("personalizations", List.of(to("jane.doe+a@xn--mnchen-3ya.example")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void accepts(String what, Map<String, Object> mail) throws Exception {
        HttpResponse<String> response = Mails.post(simulator, mail);

        assertThat(response.body()).isEmpty();
        assertThat(response.statusCode()).isEqualTo(202);
    }

    static Stream<Arguments> refused() {
        return Stream.of(whoGetsIt(), whatItSays(), howItIsTreated(), whatDoesNotFit())
                .flatMap(cases -> cases);
    }

    private static Stream<Arguments> whoGetsIt() {
        return Stream.of(
                arguments("personalizations", without(mail(), "personalizations")),
                arguments("personalizations", mail("personalizations", List.of())),
                arguments("personalizations", mail("personalizations", personalizations(1_001))),
                arguments(
                        "personalizations", mail("personalizations", List.of(to(addresses(600)), to(addresses(401))))),
                arguments("personalizations.0.to", mail("personalizations", List.of(Map.of()))),
                arguments("personalizations.1.to", mail("personalizations", List.of(to("a@example.org"), to()))),
                arguments("personalizations.0.cc", personalized("cc", List.of())),
                arguments("personalizations.0.bcc", personalized("bcc", List.of())),
                arguments(
                        "personalizations.0", mail("personalizations", List.of(to("a@example.org", "A@Example.org")))),
                arguments("personalizations.0", personalized("cc", List.of(mailbox("JANE@example.org")))),
                arguments("personalizations.0", personalized("bcc", List.of(mailbox("jane@example.org")))),
                arguments("personalizations.0.to.0.email", mail("personalizations", List.of(to("jane")))),
                arguments("personalizations.0.to.0.email", mail("personalizations", List.of(to("jürgen@example.org")))),
                arguments(
                        "personalizations.0.to.0.email", mail("personalizations", List.of(to("jane@münchen.example")))),
                arguments(
                        "personalizations.0.to.0.email",
                        mail("personalizations", List.of(to("a@b.example, c@d.example")))),
                arguments(
                        "personalizations.0.to.0.name",
                        mail("personalizations", List.of(Map.of("to", List.of(mailbox("a@example.org", "a\nb")))))),
                arguments("personalizations.0.cc.0.email", personalized("cc", List.of(Map.of("name", "b")))),
                arguments("personalizations.0.from.email", personalized("from", mailbox("x"))),
                arguments("from.email", without(mail(), "from")),
                arguments("from.email", mail("from", Map.of("name", "Portal"))),
                arguments("reply_to.email", mail("reply_to", mailbox("x"))),
                arguments("reply_to_list.0.email", mail("reply_to_list", List.of(mailbox("x")))),
                arguments("reply_to_list", mail("reply_to_list", List.of())),
                arguments("reply_to_list", mail("reply_to_list", mailboxes(1_001))),
                arguments(
                        "reply_to_list",
                        mail("reply_to_list", List.of(mailbox("a@b.example"), mailbox("A@b.example")))),
                arguments(
                        "reply_to_list",
                        with(
                                mail("reply_to", mailbox("a@b.example")),
                                "reply_to_list",
                                List.of(mailbox("c@d.example")))));
    }

    private static Stream<Arguments> whatItSays() {
        return Stream.of(
                arguments("subject", without(mail(), "subject")),
                arguments("subject", mail("subject", "")),
                arguments("personalizations.0.subject", personalized("subject", "")),
                arguments("content", without(mail(), "content")),
                arguments("content", mail("content", List.of())),
                arguments("content", mail("content", List.of(content("text/html", "a"), content("text/plain", "b")))),
                arguments(
                        "content", mail("content", List.of(content("text/calendar", "a"), content("text/html", "b")))),
                arguments("content.0.type", mail("content", List.of(content("", "a")))),
                arguments("content.0.type", mail("content", List.of(Map.of("value", "a")))),
                arguments("content.0.type", mail("content", List.of(content("text/plain; charset=utf-8", "a")))),
                arguments("content.0.value", mail("content", List.of(content("text/plain", "")))),
                arguments("content.0.value", mail("content", List.of(Map.of("type", "text/plain")))),
                arguments("attachments.0.content", mail("attachments", List.of(file("content", "")))),
                arguments("attachments.0.content", mail("attachments", List.of(file("content", "YQ=")))),
                arguments("attachments.0.content", mail("attachments", List.of(file("content", "YQ==\n")))),
                arguments("attachments.0.content", mail("attachments", List.of(file("content", "a-_b")))),
                arguments("attachments.0.content", mail("attachments", List.of(without(file(), "content")))),
                arguments("attachments.0.filename", mail("attachments", List.of(without(file(), "filename")))),
                arguments("attachments.0.filename", mail("attachments", List.of(file("filename", "")))),
                arguments("attachments.0.filename", mail("attachments", List.of(file("filename", "a;b")))),
                arguments("attachments.0.filename", mail("attachments", List.of(file("filename", "a,b")))),
                arguments("attachments.0.filename", mail("attachments", List.of(file("filename", "a\r\nb")))),
                arguments(
                        "attachments.0.type", mail("attachments", List.of(file("type", "text/plain; charset=utf-8")))),
                arguments("attachments.0.type", mail("attachments", List.of(file("type", "")))),
                arguments("attachments.0.disposition", mail("attachments", List.of(file("disposition", "form-data")))),
                arguments("attachments.0.content_id", mail("attachments", List.of(file("content_id", "a;b")))));
    }

    private static Stream<Arguments> howItIsTreated() {
        return Stream.concat(
                Stream.of(
                                "x-sg-id",
                                "X-SG-EID",
                                "Received",
                                "DKIM-Signature",
                                "content-type",
                                "Content-Transfer-Encoding",
                                "TO",
                                "from",
                                "Subject",
                                "reply-to",
                                "Cc",
                                "bcc")
                        .flatMap(name -> Stream.of(
                                arguments("headers", mail("headers", Map.of(name, "a"))),
                                arguments("personalizations.0.headers", personalized("headers", Map.of(name, "a"))))),
                Stream.of(
                        arguments("headers", mail("headers", Map.of("X Case", "a"))),
                        arguments("headers", mail("headers", Map.of("X-Größe", "a"))),
                        arguments("headers", mail("headers", Map.of("X-Case", 1))),
                        arguments("headers", mail("headers", Map.of("X-Case", "Größe"))),
                        arguments("headers", mail("headers", Map.of("X-Case", "a\r\nBcc: b@example.org"))),
                        arguments("personalizations.0.headers", personalized("headers", Map.of("X-Case", "a\nb"))),
                        arguments("personalizations.0.substitutions", personalized("substitutions", Map.of("-a-", 1))),
                        arguments(
                                "personalizations.0.substitutions",
                                personalized("substitutions", Map.of("-a-", "v".repeat(10_000)))),
                        arguments("headers", mail("headers", Map.of("X-Case", "a", "x-case", "b"))),
                        arguments("categories", mail("categories", texts(11))),
                        arguments("categories", mail("categories", List.of("a", "b", "a"))),
                        arguments("categories", mail("categories", List.of("c".repeat(256)))),
                        arguments("categories", mail("categories", List.of("Größe"))),
                        arguments("custom_args", mail("custom_args", Map.of())),
                        arguments("custom_args", mail("custom_args", Map.of("a", 1))),
                        arguments(
                                "personalizations.0.custom_args", mail("custom_args", Map.of("a", "v".repeat(9_992)))),
                        arguments(
                                "personalizations.0.custom_args", mail("custom_args", Map.of("a", "ö".repeat(4_996)))),
                        arguments(
                                "personalizations.0.custom_args", mail("custom_args", Map.of("a", "\"".repeat(4_996)))),
                        arguments(
                                "personalizations.0.custom_args",
                                with(
                                        personalized("custom_args", Map.of("b", "v".repeat(5_000))),
                                        "custom_args",
                                        Map.of("a", "v".repeat(5_000)))),
                        arguments("personalizations.0.custom_args", personalized("custom_args", Map.of("a", true))),
                        arguments("send_at", mail("send_at", LATEST + 1)),
                        arguments("personalizations.0.send_at", personalized("send_at", LATEST + 1)),
                        arguments("template_id", mail("template_id", "d-1")),
                        arguments("asm.group_id", mail("asm", Map.of("group_id", 1))),
                        arguments("ip_pool_name", mail("ip_pool_name", "pool")),
                        arguments("batch_id", mail("batch_id", "batch"))));
    }

    private static Stream<Arguments> whatDoesNotFit() {
        return Stream.of(
                arguments("unknown", mail("unknown", 1)),
                arguments("personalizations.0.unknown", personalized("unknown", 1)),
                arguments("from.unknown", mail("from", Map.of("email", "a@b.example", "unknown", 1))),
                arguments("tracking_settings.unknown", mail("tracking_settings", Map.of("unknown", Map.of()))),
                arguments("from", mail("from", "a@b.example")),
                arguments("personalizations", mail("personalizations", Map.of())),
                arguments("personalizations.0.to.0.email", personalized("to", List.of(Map.of("email", false)))),
                arguments("content", mail("content", content("text/plain", "a"))),
                arguments("subject", mail("subject", 1)),
                arguments("subject", mail("subject", null)),
                arguments("send_at", mail("send_at", "1617260400")),
                arguments("send_at", mail("send_at", 1.5)),
                arguments("custom_args", mail("custom_args", "a")),
                arguments("categories.1", mail("categories", Arrays.asList("a", null))),
                arguments(
                        "mail_settings.sandbox_mode.enable",
                        mail("mail_settings", Map.of("sandbox_mode", Map.of("enable", "true")))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void refuses(String field, Map<String, Object> mail) throws Exception {
        HttpResponse<String> response = Mails.post(simulator, mail);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(errors(response)).extracting(error -> error.get("field")).containsOnly(field);
        assertThat(errors(response)).allSatisfy(error -> assertThat(error).containsKeys("message", "help"));
        assertThat(simulator.mails()).isEmpty();
    }

    @Test
    void namesEveryProblemInSendGridsWords() throws Exception {
        Map<String, Object> mail =
                mail("personalizations", List.of(to("a@example.org"), to("b@example.org", "B@example.org"), to()));

        assertThat(Mails.post(simulator, mail).body())
                .isEqualTo("{\"errors\":["
                        + "{\"message\":\"Each email address in the personalization block should be unique between to, cc, and"
                        + " bcc. We found the first duplicate instance of [B@example.org] in the personalizations.1.to"
                        + " field.\",\"field\":\"personalizations.1\",\"help\":"
                        + "\"http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html#message.recipient-errors\"},"
                        + "{\"message\":\"The to array is required for all personalization objects, and must have at least one"
                        + " email object with a valid email address.\",\"field\":\"personalizations.2.to\",\"help\":"
                        + "\"http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html#message.personalizations.to\"}"
                        + "]}");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> errors(HttpResponse<String> response) {
        return (List<Map<String, Object>>)
                Json.object(response.body()).orElseThrow().get("errors");
    }

    private static List<Map<String, Object>> personalizations(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> to("r" + i + "@example.org"))
                .toList();
    }

    private static String[] addresses(int count) {
        return IntStream.range(0, count).mapToObj(i -> "r" + i + "@example.org").toArray(String[]::new);
    }

    private static List<Map<String, Object>> mailboxes(int count) {
        return Stream.of(addresses(count)).map(Mails::mailbox).toList();
    }

    private static List<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "t" + i).toList();
    }

    private static Map<String, Object> file(String... fields) {
        Map<String, Object> file = new LinkedHashMap<>(Map.of("content", "YQ==", "filename", "a.txt"));
        for (int i = 0; i < fields.length; i += 2) {
            file.put(fields[i], fields[i + 1]);
        }
        return file;
    }

    private static Map<String, Object> with(Map<String, Object> mail, String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(mail);
        more.put(field, value);
        return more;
    }

    private static Map<String, Object> without(Map<String, Object> mail, String field) {
        Map<String, Object> less = new LinkedHashMap<>(mail);
        less.remove(field);
        return less;
    }
}
