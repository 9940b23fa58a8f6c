package io.tidings.adapter.sendgrid.webhook;

import io.tidings.adapter.sendgrid.webhook.WebhookResult.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request as it came, and whether it can be believed. */
final class SignedRequest {

    /** How far ahead of ours SendGrid's clock may be. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final List<String> signatures;
    private final List<String> timestamps;
    private final byte[] body;

    SignedRequest(Map<String, List<String>> headers, byte[] body) {
        signatures = values(headers, SendGridWebhook.SIGNATURE_HEADER);
        timestamps = values(headers, SendGridWebhook.TIMESTAMP_HEADER);
        this.body = body;
    }

    private static List<String> values(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> name.equalsIgnoreCase(header.getKey()))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    /** The signature is looked at before the time, so that only SendGrid's own requests are called stale. */
    Verdict verdict(SendGridWebhookConfig config, Instant now) {
        if (signatures.isEmpty() || timestamps.isEmpty()) {
            return Verdict.UNSIGNED;
        }
        if (signatures.size() > 1
                || timestamps.size() > 1
                || !SECONDS.matcher(timestamps.get(0)).matches()
                || !isSignedByAnyOf(config.publicKeys())) {
            return Verdict.FORGED;
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamps.get(0)));
        boolean fresh = !signed.isBefore(now.minus(config.maxAge())) && !signed.isAfter(now.plus(CLOCK_SKEW));
        return fresh ? Verdict.ACCEPTED : Verdict.STALE;
    }

    private boolean isSignedByAnyOf(List<ECPublicKey> keys) {
        Optional<byte[]> signature = EcdsaSignature.read(signatures.get(0));
        return signature.isPresent() && keys.stream().anyMatch(key -> isSignedBy(key, signature.get()));
    }

    private boolean isSignedBy(ECPublicKey key, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(key);
            verifier.update(timestamps.get(0).getBytes(StandardCharsets.US_ASCII));
            verifier.update(body);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK does not verify SHA256withECDSA with a key on P-256", e);
        }
    }
}
