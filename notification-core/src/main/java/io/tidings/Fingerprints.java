package io.tidings;

import io.tidings.delivery.Fingerprint;
import io.tidings.email.Attachment;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Digests what a send is about: template, model, recipients, names and sizes of the attachments. Every part goes in
 * with its kind and its length, so that no two different sends look alike.
 */
final class Fingerprints {

    private final MessageDigest digest;

    private Fingerprints() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static Fingerprint of(
            String template, Map<String, Object> model, EmailAddress recipient, List<Attachment> attachments) {
        Fingerprints parts = new Fingerprints();
        parts.add(template);
        parts.add(model);
        parts.add(recipient.address());
        parts.addAttachments(attachments);
        return parts.result();
    }

    static Fingerprint of(EmailMessage message) {
        Fingerprints parts = new Fingerprints();
        parts.add(message.template());
        parts.add(List.of(
                message.subject(), message.html().orElse(""), message.text().orElse("")));
        parts.add(message.recipients().stream().map(EmailAddress::address).toList());
        parts.addAttachments(message.attachments());
        return parts.result();
    }

    private void addAttachments(List<Attachment> attachments) {
        add(attachments.stream()
                .map(attachment ->
                        List.of(attachment.fileName(), attachment.content().size()))
                .toList());
    }

    private void add(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> sorted = new TreeMap<>(map);
            frame('m', sorted.size());
            sorted.forEach((key, element) -> {
                add(key);
                add(element);
            });
        } else if (value instanceof List<?> list) {
            frame('l', list.size());
            list.forEach(this::add);
        } else {
            byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
            frame(kind(value), bytes.length);
            digest.update(bytes);
        }
    }

    /** Text apart from everything else, so that "1" is not 1. */
    private static char kind(Object value) {
        return value instanceof String ? 's' : 'v';
    }

    private void frame(char kind, int length) {
        digest.update((kind + Integer.toString(length) + ':').getBytes(StandardCharsets.US_ASCII));
    }

    private Fingerprint result() {
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    }
}
