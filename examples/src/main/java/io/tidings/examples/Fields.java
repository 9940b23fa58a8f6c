package io.tidings.examples;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.error.InvalidArgumentException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The fields of one JSON object. What is missing or no such value is an error that names the field. */
final class Fields {

    private final JsonNode object;

    Fields(JsonNode object) {
        this.object = object;
    }

    String text(String name) {
        return required(name).asText();
    }

    String text(String name, String otherwise) {
        return object.path(name).asText(otherwise);
    }

    int number(String name) {
        JsonNode value = required(name);
        if (!value.canConvertToInt()) {
            throw new InvalidArgumentException(name, "must be a whole number");
        }
        return value.asInt();
    }

    boolean flag(String name) {
        return required(name).asBoolean();
    }

    Instant instant(String name) {
        return time(name, Instant::parse, "an instant such as 2026-03-03T05:00:00Z");
    }

    LocalDate date(String name) {
        return time(name, LocalDate::parse, "a date such as 2026-03-03");
    }

    Duration duration(String name) {
        return time(name, Duration::parse, "a duration such as PT3H");
    }

    ZoneId zone(String name) {
        return time(name, ZoneId::of, "a time zone such as America/Chicago");
    }

    private <T> T time(String name, Function<String, T> parser, String what) {
        try {
            return parser.apply(text(name));
        } catch (DateTimeException e) {
            throw new InvalidArgumentException(name, "must be " + what);
        }
    }

    URI link(String name) {
        try {
            return URI.create(text(name));
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(name, "must be a link such as https://portal.example.gov");
        }
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        try {
            return Enum.valueOf(type, text(name));
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(name, "must be one of " + List.of(type.getEnumConstants()));
        }
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        required(name).forEach(element -> texts.add(element.asText()));
        return texts;
    }

    <T> List<T> list(String name, Function<Fields, T> element) {
        List<T> list = new ArrayList<>();
        required(name).forEach(node -> list.add(element.apply(new Fields(node))));
        return list;
    }

    boolean has(String name) {
        return object.has(name);
    }

    Fields object(String name) {
        return new Fields(required(name));
    }

    private JsonNode required(String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            throw new InvalidArgumentException(name, "must be given");
        }
        return value;
    }
}
