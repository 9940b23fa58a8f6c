package io.tidings.testkit.sendgrid;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests by hand, as maps to be changed. */
final class Mails {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Mails() {}

    /** The smallest mail that is accepted. */
    static Map<String, Object> mail() {
        Map<String, Object> mail = new LinkedHashMap<>();
        mail.put("personalizations", new ArrayList<>(List.of(to("jane@example.org"))));
        mail.put("from", mailbox("portal@example.gov"));
        mail.put("subject", "Accepted");
        mail.put("content", List.of(content("text/plain", "Your file was accepted.")));
        return mail;
    }

    static Map<String, Object> mail(String field, Object value) {
        Map<String, Object> mail = mail();
        mail.put(field, value);
        return mail;
    }

    /** A mail of one personalization, to Jane, with one more field in it. */
    static Map<String, Object> personalized(String field, Object value) {
        Map<String, Object> personalization = to("jane@example.org");
        personalization.put(field, value);
        return mail("personalizations", List.of(personalization));
    }

    static Map<String, Object> to(String... addresses) {
        Map<String, Object> personalization = new LinkedHashMap<>();
        personalization.put(
                "to", List.of(addresses).stream().map(Mails::mailbox).toList());
        return personalization;
    }

    static Map<String, Object> mailbox(String address) {
        return Map.of("email", address);
    }

    static Map<String, Object> mailbox(String address, String name) {
        return Map.of("email", address, "name", name);
    }

    static Map<String, Object> content(String type, String value) {
        return Map.of("type", type, "value", value);
    }

    static HttpResponse<String> post(SendGridSimulator simulator, Map<String, Object> mail) throws Exception {
        return post(simulator, Json.write(mail));
    }

    static HttpResponse<String> post(SendGridSimulator simulator, String json) throws Exception {
        return CLIENT.send(request(simulator, json).build(), BodyHandlers.ofString());
    }

    static HttpRequest.Builder request(SendGridSimulator simulator, String json) {
        return to(simulator, SendGridApi.MAIL_SEND)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    static HttpRequest.Builder to(SendGridSimulator simulator, String path) {
        return HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + simulator.apiKey());
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
