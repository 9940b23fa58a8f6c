package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.Attachment;
import io.tidings.email.Capabilities;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailMessageBuilder;
import io.tidings.email.Feature;
import io.tidings.email.Header;
import io.tidings.email.Limit;
import io.tidings.error.InvalidArgumentException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class CapabilityPromises extends Promise {

    CapabilityPromises(Callable<Rig> factory) {
        super(factory);
    }

    @Test
    void theyNeverChange() {
        Capabilities before = port().capabilities();
        assertArrives(Messages.simple());
        assertThat(port().capabilities()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aMessageThatNeedsAMissingFeatureIsRefused(Feature feature) {
        Assumptions.assumeFalse(
                port().capabilities().features().contains(feature), "the adapter has no lack of " + feature);
        assertRefused(needing(feature));
    }

    @ParameterizedTest
    @EnumSource
    void aMessageBeyondALimitIsRefused(Limit limit) {
        Map<Limit, Long> limits = port().capabilities().limits();
        Assumptions.assumeTrue(limits.containsKey(limit), "the adapter has no " + limit);
        assertRefused(exceeding(limit, limits.getOrDefault(limit, 0L)));
    }

    private EmailMessage needing(Feature feature) {
        EmailMessageBuilder message = Messages.message();
        return switch (feature) {
            case NON_ASCII_LOCAL_PARTS ->
                message.to(EmailAddress.of("jürgen@example.org")).build();
            case CASE_SENSITIVE_LOCAL_PARTS ->
                message.to(EmailAddress.of("jane@example.org"), EmailAddress.of("Jane@example.org"))
                        .build();
            case SEVERAL_REPLY_TOS ->
                message.replyTo(Messages.recipient(1), Messages.recipient(2)).build();
            case COPIES -> message.cc(Messages.recipient(1)).build();
            case ATTACHMENTS ->
                message.attachments(Messages.file("a.txt", "content")).build();
            case INLINE_ATTACHMENTS ->
                message.html("<img src=\"cid:logo\">")
                        .attachments(Attachment.inline("logo", "logo.png", "image/png", ContentSource.of(new byte[1])))
                        .build();
            case EMPTY_ATTACHMENTS ->
                message.attachments(Messages.file("a.txt", "")).build();
            case MEDIA_TYPE_PARAMETERS ->
                message.attachments(Attachment.of("a.csv", "text/csv; charset=utf-8", ContentSource.of(new byte[1])))
                        .build();
            case SEPARATORS_IN_FILE_NAMES ->
                message.attachments(Messages.file("a, b; c.txt", "content")).build();
            case CUSTOM_HEADERS ->
                message.headers(new Header("X-Case-Reference", "4711")).build();
            case RESERVED_HEADERS -> message.headers(reservedHeader()).build();
            case TAGS -> message.tags("reports").build();
            case NON_ASCII_TAGS -> message.tags("größe").build();
            case METADATA -> message.metadata(Map.of("case", "4711")).build();
            case SCHEDULED_SENDING ->
                message.sendAt(Instant.now().plusSeconds(3600)).build();
            case SEPARATE_ENVELOPE ->
                message.to(Messages.recipient(1), Messages.recipient(2))
                        .withheld(Set.of(Messages.recipient(2)))
                        .build();
        };
    }

    private Header reservedHeader() {
        Optional<Header> header = port().capabilities().reservedHeaders().stream()
                .flatMap(name -> {
                    try {
                        return Optional.of(new Header(name, "value")).stream();
                    } catch (InvalidArgumentException e) {
                        return Optional.<Header>empty().stream(); // no message can ask for this one anyway
                    }
                })
                .findFirst();
        Assumptions.assumeTrue(header.isPresent(), "no message can name a reserved header");
        return header.orElseThrow();
    }

    private EmailMessage exceeding(Limit limit, long value) {
        EmailMessageBuilder message = Messages.message();
        return switch (limit) {
            case RECIPIENTS -> message.to(recipients(value + 1)).build();
            case ENCODED_BYTES ->
                message.attachments(Attachment.of("big.bin", "application/octet-stream", Sources.zeros(value)))
                        .build();
            case TAG_COUNT -> message.tags(tags(value + 1)).build();
            case TAG_LENGTH -> {
                assumeExpressible(limit, value, 254);
                yield message.tags("t".repeat((int) value + 1)).build();
            }
            case METADATA_BYTES -> message.metadata(metadata(value + 1)).build();
            case SCHEDULE_AHEAD_SECONDS ->
                message.sendAt(Instant.now().plusSeconds(value + 86_400)).build();
        };
    }

    private static List<EmailAddress> recipients(long count) {
        assumeExpressible(Limit.RECIPIENTS, count, 10_000);
        return LongStream.range(0, count)
                .mapToObj(i -> Messages.recipient((int) i))
                .toList();
    }

    private static List<String> tags(long count) {
        assumeExpressible(Limit.TAG_COUNT, count, 100);
        return LongStream.range(0, count).mapToObj(i -> "tag" + i).toList();
    }

    private static Map<String, String> metadata(long octets) {
        assumeExpressible(Limit.METADATA_BYTES, octets, 900_000);
        Map<String, String> metadata = new LinkedHashMap<>();
        for (long left = octets; left > 0; left -= 10_000) {
            metadata.put("key" + metadata.size(), "v".repeat((int) Math.min(left, 10_000)));
        }
        return metadata;
    }

    private static void assumeExpressible(Limit limit, long value, long most) {
        Assumptions.assumeTrue(value <= most, "no message can exceed the " + limit);
    }
}
