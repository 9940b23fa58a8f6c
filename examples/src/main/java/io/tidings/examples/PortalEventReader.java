package io.tidings.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidings.Notification;
import io.tidings.SendOptions;
import io.tidings.SendOptionsBuilder;
import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.error.InvalidArgumentException;
import io.tidings.templates.catalogue.AccessRequestApproved;
import io.tidings.templates.catalogue.AccessRequestSubmitted;
import io.tidings.templates.catalogue.AccountDeactivationWarning;
import io.tidings.templates.catalogue.DataSubmitted;
import io.tidings.templates.catalogue.DataSubmitted.Section;
import io.tidings.templates.catalogue.DataSubmitted.SectionStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reads the portal's events from JSON. An event that cannot be read does not keep the others from being read. */
final class PortalEventReader {

    private static final Map<String, Function<JsonNode, Notification>> NOTIFICATIONS = Map.of(
            "access-requested", PortalEventReader::accessRequested,
            "access-approved", PortalEventReader::accessApproved,
            "file-processed", PortalEventReader::fileProcessed,
            "account-inactive", PortalEventReader::accountInactive);

    private PortalEventReader() {}

    /** @throws IOException if it is not a JSON array at all */
    static List<PortalEvent> read(InputStream json) throws IOException {
        JsonNode events = new ObjectMapper().readTree(json);
        if (!events.isArray()) {
            throw new IOException("not an array");
        }
        List<PortalEvent> read = new ArrayList<>();
        events.forEach(event -> read.add(event(event)));
        return read;
    }

    private static PortalEvent event(JsonNode event) {
        String name = event.path("event").asText("?");
        try {
            Function<JsonNode, Notification> notification = NOTIFICATIONS.get(name);
            if (notification == null) {
                throw new InvalidArgumentException("event", "must be one of " + NOTIFICATIONS.keySet());
            }
            return new PortalEvent.Understood(name, notification.apply(event), options(event), readers(event));
        } catch (InvalidArgumentException e) {
            return new PortalEvent.NotUnderstood(name, e.getMessage());
        }
    }

    private static Notification accessRequested(JsonNode event) {
        return new AccessRequestSubmitted(text(event, "firstName"), text(event, "organisation"));
    }

    private static Notification accessApproved(JsonNode event) {
        return new AccessRequestApproved(text(event, "firstName"), text(event, "role"), text(event, "organisation"));
    }

    private static Notification fileProcessed(JsonNode event) {
        List<Section> sections = new ArrayList<>();
        required(event, "sections")
                .forEach(section -> sections.add(new Section(text(section, "name"), status(section))));
        return new DataSubmitted(
                text(event, "organisation"),
                text(event, "fileType"),
                sections,
                required(event, "fiscalYear").asInt(),
                instant(event, "submittedAt"),
                text(event, "submittedBy"),
                required(event, "withErrors").asBoolean());
    }

    private static SectionStatus status(JsonNode section) {
        try {
            return SectionStatus.valueOf(text(section, "status"));
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException("status", "must be one of " + List.of(SectionStatus.values()));
        }
    }

    private static Notification accountInactive(JsonNode event) {
        return new AccountDeactivationWarning(
                text(event, "firstName"), required(event, "days").asInt(), instant(event, "deactivation"));
    }

    private static SendOptions options(JsonNode event) {
        SendOptionsBuilder options = SendOptions.builder().tags(text(event, "event"));
        JsonNode attachment = event.get("attachment");
        return attachment == null
                ? options.build()
                : options.attachments(Attachment.of(
                                text(attachment, "fileName"),
                                text(attachment, "contentType"),
                                ContentSource.of(resource(text(attachment, "resource")))))
                        .build();
    }

    private static byte[] resource(String name) {
        try (InputStream in = PortalEventReader.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new InvalidArgumentException("attachment", "must name a resource of the examples");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PortalEvent.Reader> readers(JsonNode event) {
        List<PortalEvent.Reader> readers = new ArrayList<>();
        required(event, "recipients")
                .forEach(reader -> readers.add(new PortalEvent.Reader(
                        text(reader, "address"),
                        reader.path("name").asText(""),
                        Locale.forLanguageTag(text(reader, "locale")),
                        zone(reader))));
        return readers;
    }

    private static ZoneId zone(JsonNode reader) {
        try {
            return ZoneId.of(text(reader, "zone"));
        } catch (DateTimeException e) {
            throw new InvalidArgumentException("zone", "must be a time zone such as America/Chicago");
        }
    }

    private static Instant instant(JsonNode node, String field) {
        try {
            return Instant.parse(text(node, field));
        } catch (DateTimeException e) {
            throw new InvalidArgumentException(field, "must be an instant such as 2026-03-03T05:00:00Z");
        }
    }

    private static String text(JsonNode node, String field) {
        return required(node, field).asText();
    }

    private static JsonNode required(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null) {
            throw new InvalidArgumentException(field, "must be given");
        }
        return value;
    }
}
