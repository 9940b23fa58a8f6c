package io.tidings.email;

import io.tidings.error.InvalidArgumentException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an adapter can carry, as data. Immutable.
 *
 * @param features what it can do; a message that needs another one is rejected
 * @param limits what a message must not exceed; no entry means no limit
 * @param reservedHeaders names of headers that the provider keeps for itself, lower case
 */
public record Capabilities(Set<Feature> features, Map<Limit, Long> limits, Set<String> reservedHeaders) {

    // Every message is asked about all of them.
    private static final Feature[] FEATURES = Feature.values();
    private static final Limit[] LIMITS = Limit.values();

    public Capabilities {
        limits = Map.copyOf(limits);
        reservedHeaders = reservedHeaders.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        Set<Feature> granted = new HashSet<>(features);
        if (!reservedHeaders.isEmpty()) {
            granted.remove(Feature.RESERVED_HEADERS);
        }
        features = Set.copyOf(granted);
        if (limits.values().stream().anyMatch(limit -> limit < 0)) {
            throw new InvalidArgumentException("limits", "must not be negative");
        }
    }

    /** Every feature, no limit. */
    public static Capabilities unlimited() {
        return new Capabilities(EnumSet.allOf(Feature.class), Map.of(), Set.of());
    }

    /** These without some features. */
    public Capabilities without(Feature... missing) {
        Set<Feature> left = new HashSet<>(features);
        left.removeAll(Arrays.asList(missing));
        return new Capabilities(left, limits, reservedHeaders);
    }

    /** These with a limit, in the unit of {@link Limit}. */
    public Capabilities with(Limit limit, long value) {
        Map<Limit, Long> more = new EnumMap<>(Limit.class);
        more.putAll(limits);
        more.put(limit, value);
        return new Capabilities(features, more, reservedHeaders);
    }

    /** These with headers, in any case, that the provider keeps for itself. */
    public Capabilities reserving(Collection<String> headerNames) {
        Set<String> more = new HashSet<>(reservedHeaders);
        more.addAll(headerNames);
        return new Capabilities(features, limits, more);
    }

    /** What both can carry: the features in both, the lower of each limit, every reserved header. */
    public Capabilities intersect(Capabilities other) {
        Set<Feature> both = new HashSet<>(features);
        both.retainAll(other.features);
        Map<Limit, Long> lower = new EnumMap<>(Limit.class);
        lower.putAll(limits);
        other.limits.forEach((limit, value) -> lower.merge(limit, value, Math::min));
        return new Capabilities(both, lower, reservedHeaders).reserving(other.reservedHeaders);
    }

    /**
     * The first feature or limit that the message exceeds; empty if the adapter can carry it.
     *
     * @param now from which {@link Limit#SCHEDULE_AHEAD_SECONDS} counts
     */
    public Optional<Constraint> exceededBy(EmailMessage message, Instant now) {
        for (Feature feature : FEATURES) {
            if (!features.contains(feature) && needs(message, feature)) {
                return Optional.of(feature);
            }
        }
        for (Limit limit : LIMITS) {
            Long most = limits.get(limit);
            if (most != null && mayExceed(message, limit, most) && measure(message, limit, now) > most) {
                return Optional.of(limit);
            }
        }
        return Optional.empty();
    }

    private boolean needs(EmailMessage message, Feature feature) {
        return switch (feature) {
            case NON_ASCII_LOCAL_PARTS ->
                message.from().needsSmtpUtf8()
                        || needSmtpUtf8(message.replyTo())
                        || needSmtpUtf8(message.to())
                        || needSmtpUtf8(message.cc())
                        || needSmtpUtf8(message.bcc());
            case CASE_SENSITIVE_LOCAL_PARTS -> differOnlyInCase(message);
            case SEVERAL_REPLY_TOS -> message.replyTo().size() > 1;
            case COPIES -> !message.cc().isEmpty() || !message.bcc().isEmpty();
            case ATTACHMENTS -> any(message.attachments(), attachment -> !attachment.isInline());
            case INLINE_ATTACHMENTS -> any(message.attachments(), Attachment::isInline);
            case EMPTY_ATTACHMENTS ->
                any(message.attachments(), attachment -> attachment.content().size() == 0);
            case MEDIA_TYPE_PARAMETERS ->
                any(
                        message.attachments(),
                        attachment -> attachment.contentType().indexOf(';') >= 0);
            case SEPARATORS_IN_FILE_NAMES ->
                any(
                        message.attachments(),
                        attachment -> hasSeparator(attachment.fileName())
                                || hasSeparator(attachment.contentId().orElse("")));
            case CUSTOM_HEADERS -> !message.headers().isEmpty();
            case RESERVED_HEADERS ->
                any(
                        message.headers(),
                        header -> reservedHeaders.contains(header.name().toLowerCase(Locale.ROOT)));
            case TAGS -> !message.tags().isEmpty();
            case NON_ASCII_TAGS -> any(message.tags(), tag -> tag.chars().anyMatch(c -> c > 0x7e));
            case METADATA -> !message.metadata().isEmpty();
            case SCHEDULED_SENDING -> message.sendAt().isPresent();
            case SEPARATE_ENVELOPE -> !message.withheld().isEmpty();
        };
    }

    private static boolean hasSeparator(String name) {
        return name.indexOf(',') >= 0 || name.indexOf(';') >= 0;
    }

    private static boolean needSmtpUtf8(List<EmailAddress> addresses) {
        return any(addresses, EmailAddress::needsSmtpUtf8);
    }

    /** As a stream's {@code anyMatch}, but takes nothing from the heap: most of these lists are empty. */
    private static <T> boolean any(List<T> all, Predicate<? super T> condition) {
        for (int i = 0; i < all.size(); i++) {
            if (condition.test(all.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean differOnlyInCase(EmailMessage message) {
        if (measure(message, Limit.RECIPIENTS, Instant.EPOCH) == 1) {
            return false;
        }
        Set<String> seen = new HashSet<>();
        return !message.recipients().stream()
                .allMatch(recipient -> seen.add(recipient.address().toLowerCase(Locale.ROOT)));
    }

    /** Spares counting every octet of bodies that are far too small to matter. */
    private static boolean mayExceed(EmailMessage message, Limit limit, long most) {
        return limit != Limit.ENCODED_BYTES
                || !message.attachments().isEmpty()
                || !message.headers().isEmpty()
                || MessageRules.mostUtf8Length(message) > most;
    }

    private static long measure(EmailMessage message, Limit limit, Instant now) {
        return switch (limit) {
            case RECIPIENTS ->
                message.to().size() + message.cc().size() + message.bcc().size();
            case ENCODED_BYTES -> message.encodedSize();
            case TAG_COUNT -> message.tags().size();
            case TAG_LENGTH ->
                message.tags().isEmpty()
                        ? 0
                        : message.tags().stream().mapToInt(String::length).max().orElse(0);
            case METADATA_BYTES ->
                message.metadata().isEmpty()
                        ? 0
                        : message.metadata().entrySet().stream()
                                .mapToLong(entry -> entry.getKey().length()
                                        + MessageRules.utf8Length(Optional.of(entry.getValue())))
                                .sum();
            case SCHEDULE_AHEAD_SECONDS ->
                message.sendAt()
                        .map(at ->
                                Duration.between(now, at).plusNanos(999_999_999).toSeconds())
                        .orElse(0L);
        };
    }
}
