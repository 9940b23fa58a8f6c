package io.tidings.adapter.sendgrid.webhook.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.tidings.delivery.DeliveryEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads a batch of events in one pass. Behind {@code SendGridWebhook}, and for nobody else. Immutable, thread-safe. */
public final class EventReader {

    private static final int MOST_EVENTS = 100_000;
    private static final int DEEPEST = 200;

    /**
     * Texts and numbers may be as long as the batch, whose size is limited already: one that is too long for the parser
     * would lose all the others. No number is calculated with.
     */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final boolean clientData;

    /** @param clientData whether what is reported of readers is kept */
    public EventReader(boolean clientData) {
        this.clientData = clientData;
    }

    /**
     * Every event of a batch, in its order. What cannot be read of one does not touch the others.
     *
     * @param body JSON in UTF-8; what is no UTF-8 in it, as a mail server may have said it, becomes a replacement
     *     character
     * @param received when it arrived, for events that do not say when they happened
     * @throws IOException if it is not an array in JSON, is nested deeper than 200, or has more than 100,000 elements
     */
    public List<DeliveryEvent> read(byte[] body, Instant received) throws IOException {
        byte[] batch = new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        List<DeliveryEvent> events = new ArrayList<>(1 + batch.length / 400);
        try (JsonParser json = JSON.createParser(batch)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("The batch is not an array");
            }
            if (json.currentTokenLocation().getByteOffset() < 0) {
                // The parser took it for UTF-16 or UTF-32, and does not know at which octet an event begins.
                throw new IOException("The batch is not in UTF-8");
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (events.size() == MOST_EVENTS) {
                    throw new IOException("The batch has more than " + MOST_EVENTS + " elements");
                }
                events.add(event(json, batch, received));
            }
            if (json.nextToken() != null) {
                throw new IOException("The batch does not end with its array");
            }
        }
        return events;
    }

    private DeliveryEvent event(JsonParser json, byte[] batch, Instant received) throws IOException {
        int start = (int) json.currentTokenLocation().getByteOffset();
        EventFields fields = EventFields.read(json);
        int end = (int) json.currentLocation().getByteOffset();
        RawReport report = new RawReport(batch, start, end, JSON, clientData);
        return new EventMapper(fields, report, received).map();
    }
}
