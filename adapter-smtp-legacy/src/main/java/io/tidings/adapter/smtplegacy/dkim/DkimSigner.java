package io.tidings.adapter.smtplegacy.dkim;

import io.tidings.adapter.smtplegacy.dialogue.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Signs messages with DKIM (RFC 6376), both header and body in the relaxed canonical form, so that what relays do to
 * blanks and folds breaks nothing. Thread-safe.
 *
 * <p>Signed are, where present, From, To, Cc, Subject, Date, Message-ID, Reply-To, MIME-Version, Content-Type,
 * List-Unsubscribe and List-Unsubscribe-Post (which RFC 8058 asks for), and the whole body. From and Subject are signed
 * once more than they are there, so that nobody can add another.
 */
public final class DkimSigner {

    private static final Set<String> SIGNED = Set.of(
            "from",
            "to",
            "cc",
            "subject",
            "date",
            "message-id",
            "reply-to",
            "mime-version",
            "content-type",
            "list-unsubscribe",
            "list-unsubscribe-post");
    private static final List<String> OVERSIGNED = List.of("From", "Subject");

    /** Of a line with a signature or names of fields. */
    private static final int LINE = 76;

    private final DkimOptions options;
    private final InstantSource clock;

    /** @param clock gives the time of the signature ({@code t=}) */
    public DkimSigner(DkimOptions options, InstantSource clock) {
        this.options = Objects.requireNonNull(options, "options");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * The message with a signature of each key before it. Reads it once, without keeping its body; it must give the
     * same when it is written.
     *
     * @throws IOException if the message cannot be had
     */
    public Content sign(Content message) throws IOException {
        SignedParts parts = new SignedParts(sha256());
        message.write(parts);
        Base64.Encoder base64 = Base64.getEncoder();
        String bodyHash = base64.encodeToString(parts.bodyHash());
        List<String> fields = signedFields(parts.fields());
        StringBuilder data = new StringBuilder();
        fields.forEach(field -> data.append(Canonical.field(field)).append("\r\n"));
        StringBuilder signatures = new StringBuilder();
        for (DkimKey key : options.keys()) {
            String unsigned = unsigned(key, fields, bodyHash);
            byte[] signature = key.sign((data + Canonical.field(unsigned)).getBytes(StandardCharsets.ISO_8859_1));
            signatures
                    .append(unsigned)
                    .append(folded(base64.encodeToString(signature)))
                    .append("\r\n");
        }
        return new SignedContent(signatures.toString().getBytes(StandardCharsets.US_ASCII), message);
    }

    private static List<String> signedFields(List<String> fields) {
        return fields.stream()
                .filter(field -> SIGNED.contains(name(field).toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String name(String field) {
        return field.substring(0, field.indexOf(':'));
    }

    /** The field up to {@code b=}, which comes last so that nothing stands behind the signature. */
    private String unsigned(DkimKey key, List<String> fields, String bodyHash) {
        return "DKIM-Signature: v=1; a=" + key.algorithm() + "; c=relaxed/relaxed;\r\n d=" + options.domain()
                + ";\r\n s=" + key.selector() + "; t=" + clock.instant().getEpochSecond() + ";\r\n h="
                + names(fields) + ";\r\n bh=" + bodyHash + ";\r\n b=";
    }

    private static String names(List<String> fields) {
        List<String> names = new ArrayList<>();
        fields.forEach(field -> names.add(name(field)));
        names.addAll(OVERSIGNED);
        StringBuilder folded = new StringBuilder(names.get(0));
        int column = 3 + folded.length();
        for (String name : names.subList(1, names.size())) {
            folded.append(':');
            column += 1 + name.length();
            if (column >= LINE) {
                folded.append("\r\n ");
                column = 1 + name.length();
            }
            folded.append(name);
        }
        return folded.toString();
    }

    private static String folded(String signature) {
        StringBuilder folded = new StringBuilder(signature);
        for (int at = LINE - 3; at < folded.length(); at += LINE + 2) {
            folded.insert(at, "\r\n ");
        }
        return folded.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
