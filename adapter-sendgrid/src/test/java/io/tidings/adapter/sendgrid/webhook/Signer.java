package io.tidings.adapter.sendgrid.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Signs requests as SendGrid does. */
final class Signer {

    private final KeyPair pair;

    Signer() {
        this("secp256r1");
    }

    Signer(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** As SendGrid shows it. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    byte[] sign(String timestamp, byte[] body) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(timestamp.getBytes(StandardCharsets.UTF_8));
            signature.update(body);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    Map<String, List<String>> headers(Instant at, byte[] body) {
        String timestamp = Long.toString(at.getEpochSecond());
        return headers(Base64.getEncoder().encodeToString(sign(timestamp, body)), timestamp);
    }

    static Map<String, List<String>> headers(String signature, String timestamp) {
        return Map.of(
                "Content-Type",
                List.of("application/json"),
                SendGridWebhook.SIGNATURE_HEADER,
                List.of(signature),
                SendGridWebhook.TIMESTAMP_HEADER,
                List.of(timestamp));
    }
}
