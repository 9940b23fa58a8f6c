package io.tidings.adapter.smtplegacy;

import io.tidings.adapter.smtplegacy.options.Annotations;
import io.tidings.email.Capabilities;
import io.tidings.email.Constraint;
import io.tidings.email.EmailMessage;
import io.tidings.email.Feature;
import io.tidings.email.Header;
import io.tidings.email.Limit;
import io.tidings.email.MessageRules;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts tags and metadata where the configuration wants them. */
final class AnnotationHeaders {

    static final String TAGS = "Keywords";
    static final String METADATA = "X-Tidings-Metadata";

    /** Both fit into a header even if every character of them must be written as three. */
    private static final int MAX_TAGS = 10;

    private static final int MAX_METADATA = 2_000;

    private AnnotationHeaders() {}

    /** What an adapter can then carry. */
    static Capabilities capabilities(Capabilities others, Annotations annotations) {
        return switch (annotations) {
            case HEADERS ->
                others.with(Limit.TAG_COUNT, MAX_TAGS)
                        .with(Limit.METADATA_BYTES, MAX_METADATA)
                        .reserving(List.of(TAGS, METADATA));
            case OMIT -> others;
            case REFUSE -> others.without(Feature.TAGS, Feature.METADATA);
        };
    }

    /** What stands in the way of adding headers to a message that has many of its own; usually empty. */
    static Optional<Constraint> exceededBy(EmailMessage message, Annotations annotations) {
        return annotations == Annotations.HEADERS
                        && message.headers().size() + headers(message).size() > MessageRules.MAX_HEADERS
                ? Optional.of(message.tags().isEmpty() ? Feature.METADATA : Feature.TAGS)
                : Optional.empty();
    }

    /** The message as it is written. */
    static EmailMessage apply(EmailMessage message, Annotations annotations) {
        List<Header> added = annotations == Annotations.HEADERS ? headers(message) : List.of();
        if (added.isEmpty()) {
            return message;
        }
        List<Header> all = new ArrayList<>(message.headers());
        all.addAll(added);
        return message.toBuilder().headers(all).build();
    }

    private static List<Header> headers(EmailMessage message) {
        List<Header> headers = new ArrayList<>(2);
        if (!message.tags().isEmpty()) {
            headers.add(new Header(
                    TAGS, message.tags().stream().map(AnnotationHeaders::phrase).collect(Collectors.joining(", "))));
        }
        if (!message.metadata().isEmpty()) {
            headers.add(new Header(
                    METADATA,
                    message.metadata().entrySet().stream()
                            .map(AnnotationHeaders::parameter)
                            .collect(Collectors.joining("; "))));
        }
        return headers;
    }

    private static String phrase(String tag) {
        return '"' + tag.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String parameter(Map.Entry<String, String> entry) {
        return entry.getKey() + "="
                + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
