package io.tidings.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidings.SendOptions;
import io.tidings.SendOptionsBuilder;
import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.error.InvalidArgumentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the portal's events from JSON. An event that cannot be read does not keep the others from being read. */
final class PortalEventReader {

    private PortalEventReader() {}

    /** @throws IOException if it is not a JSON array at all */
    static List<PortalEvent> read(InputStream json) throws IOException {
        JsonNode events = new ObjectMapper().readTree(json);
        if (!events.isArray()) {
            throw new IOException("not an array");
        }
        List<PortalEvent> read = new ArrayList<>();
        events.forEach(event -> read.add(event(new Fields(event))));
        return read;
    }

    private static PortalEvent event(Fields event) {
        String name = event.text("event", "?");
        try {
            return new PortalEvent.Understood(
                    name,
                    PortalNotifications.of(name, event),
                    options(event),
                    event.list("recipients", PortalEventReader::reader));
        } catch (InvalidArgumentException e) {
            return new PortalEvent.NotUnderstood(name, e.getMessage());
        }
    }

    private static SendOptions options(Fields event) {
        SendOptionsBuilder options = SendOptions.builder().tags(event.text("event"));
        return event.has("attachment")
                ? options.attachments(attachment(event.object("attachment"))).build()
                : options.build();
    }

    private static Attachment attachment(Fields attachment) {
        return Attachment.of(
                attachment.text("fileName"),
                attachment.text("contentType"),
                ContentSource.of(resource(attachment.text("resource"))));
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

    private static PortalEvent.Reader reader(Fields reader) {
        return new PortalEvent.Reader(
                reader.text("address"),
                reader.text("name", ""),
                Locale.forLanguageTag(reader.text("locale")),
                reader.zone("zone"));
    }
}
