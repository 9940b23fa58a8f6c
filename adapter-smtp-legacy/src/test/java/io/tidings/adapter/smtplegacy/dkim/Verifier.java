package io.tidings.adapter.smtplegacy.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A plain reading of RFC 6376 and RFC 8463 for relaxed/relaxed, which shares no code with the signer and holds the
 * whole message.
 */
final class Verifier {

    private final List<String> fields = new ArrayList<>();
    private final String body;

    private Verifier(byte[] message) {
        String text = new String(message, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        for (String line : text.substring(0, Math.max(0, end)).split("\r\n", -1)) {
            if (line.startsWith(" ") || line.startsWith("\t")) {
                fields.set(fields.size() - 1, fields.get(fields.size() - 1) + line);
            } else {
                fields.add(line);
            }
        }
        body = end < 0 ? "" : text.substring(end + 4);
    }

    /** Whether the message has a signature of this selector that is right. */
    static boolean verifies(byte[] message, String selector, PublicKey key) {
        try {
            Verifier verifier = new Verifier(message);
            for (String field : verifier.fields) {
                if (name(field).equals("dkim-signature")
                        && tags(field).getOrDefault("s", "").equals(selector)) {
                    return verifier.verifies(field, tags(field), key);
                }
            }
            return false;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private boolean verifies(String field, Map<String, String> tags, PublicKey key) throws GeneralSecurityException {
        boolean ed25519 = "ed25519-sha256".equals(tags.get("a"));
        if (!tags.keySet().containsAll(List.of("v", "a", "b", "bh", "d", "h", "s"))
                || !"1".equals(tags.get("v"))
                || !(ed25519 || "rsa-sha256".equals(tags.get("a")))
                || !"relaxed/relaxed".equals(tags.get("c"))
                || tags.containsKey("l")
                || !List.of(tags.get("h").toLowerCase(Locale.ROOT).split(":", -1))
                        .contains("from")
                || !Arrays.equals(sha256(canonicalBody()), Base64.getDecoder().decode(tags.get("bh")))) {
            return false;
        }
        Signature signature = Signature.getInstance(ed25519 ? "Ed25519" : "SHA256withRSA");
        signature.initVerify(key);
        byte[] data = (signedFields(tags.get("h")) + canonical(field.replaceAll("([;\\s]b=)[^;]*", "$1")))
                .getBytes(ISO_8859_1);
        signature.update(ed25519 ? sha256(data) : data);
        return signature.verify(Base64.getDecoder().decode(tags.get("b")));
    }

    /** RFC 6376, 5.4.2: of several with the same name, the last first. */
    private String signedFields(String names) {
        List<String> left = new ArrayList<>(fields);
        StringBuilder signed = new StringBuilder();
        for (String name : names.split(":", -1)) {
            for (int i = left.size() - 1; i >= 0; i--) {
                if (name(left.get(i)).equalsIgnoreCase(name)) {
                    signed.append(canonical(left.remove(i))).append("\r\n");
                    break;
                }
            }
        }
        return signed.toString();
    }

    private static String canonical(String field) {
        return name(field) + ":"
                + field.substring(field.indexOf(':') + 1)
                        .replaceAll("[ \t]+", " ")
                        .strip();
    }

    private byte[] canonicalBody() {
        String text = body.replaceAll("[ \t]+", " ").replaceAll(" (?=\r\n)", "").replaceAll("(\r\n| )*\\z", "");
        return (text.isEmpty() ? "" : text + "\r\n").getBytes(ISO_8859_1);
    }

    private static String name(String field) {
        return field.substring(0, Math.max(0, field.indexOf(':'))).strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> tags(String field) {
        Map<String, String> tags = new HashMap<>();
        for (String tag : field.substring(field.indexOf(':') + 1).split(";", -1)) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                tags.put(
                        tag.substring(0, equals).strip(),
                        tag.substring(equals + 1).replaceAll("\\s", ""));
            }
        }
        return tags;
    }

    private static byte[] sha256(byte[] data) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(data);
    }
}
