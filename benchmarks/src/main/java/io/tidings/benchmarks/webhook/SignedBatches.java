package io.tidings.benchmarks.webhook;

import io.tidings.adapter.sendgrid.webhook.SendGridWebhook;
import io.tidings.email.MessageId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Requests as SendGrid makes them, of messages with three events each, no event twice. */
final class SignedBatches {

    /** What is posted. */
    static final class Request {

        private final Map<String, List<String>> headers;
        private final byte[] body;

        private Request(Map<String, List<String>> headers, byte[] body) {
            this.headers = headers;
            this.body = body;
        }

        Map<String, List<String>> headers() {
            return headers;
        }

        /** The octets that are signed; not to be changed. */
        byte[] body() {
            return body;
        }
    }

    private static final int EVENTS_OF_A_MESSAGE = 3;

    private final Random random = new Random(7);
    private final String timestamp = Long.toString(Instant.now().getEpochSecond());
    private final KeyPair keys;
    private String messageId = "";
    private int events;

    SignedBatches() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
    }

    KeyPair keys() {
        return keys;
    }

    List<Request> requests(int count, int size) throws GeneralSecurityException {
        List<Request> requests = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            requests.add(request(size));
        }
        return requests;
    }

    private Request request(int size) throws GeneralSecurityException {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < size; i++) {
            json.append(i == 0 ? "" : ",\n").append(event());
        }
        byte[] body = json.append("]\r\n").toString().getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(timestamp.getBytes(StandardCharsets.US_ASCII));
        signature.update(body);
        return new Request(
                Map.of(
                        SendGridWebhook.SIGNATURE_HEADER,
                        List.of(Base64.getEncoder().encodeToString(signature.sign())),
                        SendGridWebhook.TIMESTAMP_HEADER,
                        List.of(timestamp)),
                body);
    }

    private String event() {
        int turn = events++ % EVENTS_OF_A_MESSAGE;
        if (turn == 0) {
            messageId = MessageId.random().value();
        }
        String what =
                switch (turn) {
                    case 0 -> "\"event\":\"processed\",\"send_at\":" + timestamp;
                    case 1 ->
                        "\"event\":\"delivered\",\"response\":\"250 2.0.0 Ok: queued as 4F3A21C0D\",\"ip\":\"192.0.2.7\",\"tls\":1";
                    default ->
                        "\"event\":\"open\",\"useragent\":\"Mozilla/5.0 (compatible; Mail)\",\"ip\":\"192.0.2.9\","
                                + "\"sg_machine_open\":true";
                };
        return "{\"email\":\"reader" + events / EVENTS_OF_A_MESSAGE + "@example.gov\",\"timestamp\":" + timestamp
                + ",\"smtp-id\":\"<" + messageId + "@portal.example.gov>\"," + what
                + ",\"category\":[\"portal\"],\"sg_event_id\":\"" + id(22) + "\",\"sg_message_id\":\"" + id(22)
                + ".filterdrecv-7c9d5b8c4-x2xkq-1-65F0A3B1-2.0\",\"tidings_id\":\"" + messageId + "\"}";
    }

    private String id(int length) {
        StringBuilder id = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            id.append((char) ('a' + random.nextInt(26)));
        }
        return id.toString();
    }
}
