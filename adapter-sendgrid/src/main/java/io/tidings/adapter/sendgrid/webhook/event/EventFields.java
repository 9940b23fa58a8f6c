package io.tidings.adapter.sendgrid.webhook.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** What is read of one element of a batch. Not thread-safe. */
final class EventFields {

    private final Map<Field, String> values = new EnumMap<>(Field.class);
    private boolean clear = true;
    private boolean more;
    private boolean clientData;

    /** Reads an element, of which the first token was taken, to its end. */
    static EventFields read(JsonParser json) throws IOException {
        EventFields fields = new EventFields();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            fields.clear = false;
            json.skipChildren();
            json.finishToken();
            return fields;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            Field field = Field.of(name);
            if (field == null) {
                fields.clientData |= Field.CLIENT.contains(name);
                fields.more |= !Field.isUnused(name);
            } else {
                fields.put(field, value, json);
            }
            json.skipChildren();
        }
        return fields;
    }

    private void put(Field field, JsonToken token, JsonParser json) throws IOException {
        more |= token.isStructStart();
        boolean scalar = token.isScalarValue() && token != JsonToken.VALUE_NULL;
        clear &= values.put(field, scalar ? json.getText().strip() : "") == null;
    }

    /** Empty if there is none. */
    String text(Field field) {
        return values.getOrDefault(field, "");
    }

    /** Whether it is an object, and no field that counts is there twice, so that nobody could say which is meant. */
    boolean isClear() {
        return clear;
    }

    /** Whether there are fields that are not known, such as arguments of the application. */
    boolean hasMore() {
        return more;
    }

    /** Whether it says something about a reader. */
    boolean hasClientData() {
        return clientData;
    }
}
