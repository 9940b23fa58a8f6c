package io.tidings.testkit.sendgrid.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidings.email.EmailAddress;
import io.tidings.testkit.sendgrid.SimulatedMail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Writes events as SendGrid does. Not thread-safe. */
final class Reports {

    private static final ObjectMapper JSON = new ObjectMapper();

    private long count;

    /** Each event for each recipient, a second after each other. */
    List<String> of(SimulatedMail mail, List<WebhookEvent> events, Instant now) {
        List<String> reports = new ArrayList<>();
        List<EmailAddress> recipients = Stream.of(mail.to(), mail.cc(), mail.bcc())
                .flatMap(List::stream)
                .toList();
        for (EmailAddress recipient : recipients) {
            long second = now.getEpochSecond() - events.size();
            for (WebhookEvent event : events) {
                reports.add(json(report(mail, recipient, event, ++second)));
            }
        }
        return reports;
    }

    private Map<String, Object> report(SimulatedMail mail, EmailAddress recipient, WebhookEvent event, long second) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("email", recipient.address());
        report.put("timestamp", second);
        report.put("smtp-id", smtpId(mail));
        report.put("event", event.name());
        if (!mail.categories().isEmpty()) {
            report.put("category", mail.categories());
        }
        report.put("sg_event_id", eventId(event, mail));
        report.put("sg_message_id", mail.messageId() + ".recvd-5f54b5d587-pczjm-1-67BADEEA-6.0");
        mail.customArgs().forEach(report::putIfAbsent);
        report.putAll(event.members());
        report.keySet().removeAll(event.missing());
        return report;
    }

    /** The mail's own {@code Message-ID}, or SendGrid's. */
    private static String smtpId(SimulatedMail mail) {
        return mail.headers().entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals("message-id"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("<" + mail.messageId() + "@geopod-ismtpd-1>");
    }

    private String eventId(WebhookEvent event, SimulatedMail mail) {
        String id = event.name() + "-" + count++ + "-" + mail.messageId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An event must be made of texts, numbers, booleans, lists and maps", e);
        }
    }
}
