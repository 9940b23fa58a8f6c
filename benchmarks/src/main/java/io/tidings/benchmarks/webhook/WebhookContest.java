package io.tidings.benchmarks.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidings.Notifier;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.adapter.sendgrid.webhook.SendGridWebhook;
import io.tidings.adapter.sendgrid.webhook.SendGridWebhookConfig;
import io.tidings.delivery.DeliveryLog;
import io.tidings.email.EmailAddress;
import io.tidings.templates.FreeMarkerTemplatePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** A webhook before a notifier with its log in memory, and the requests for it. One thread. */
@SuppressWarnings("NullAway.Init") // JMH calls the set-up.
abstract class WebhookContest {

    private static final int MESSAGES = 50_000;
    private static final int NO_CONTENT = 204;

    private final int size;
    private final int count;
    private final ObjectMapper json = new ObjectMapper();
    private SignedBatches batches;
    private List<SignedBatches.Request> requests;
    private SendGridWebhook webhook;
    private DeliveryLog log;
    private Notifier notifier;
    private int next;

    WebhookContest(int size, int count) {
        this.size = size;
        this.count = count;
    }

    /** Makes and signs the requests. */
    @Setup
    public void prepare() throws GeneralSecurityException {
        batches = new SignedBatches();
        requests = batches.requests(count, size);
        webhook = new SendGridWebhook(SendGridWebhookConfig.of(
                Base64.getEncoder().encodeToString(batches.keys().getPublic().getEncoded())));
        log = DeliveryLog.inMemory(MESSAGES, Duration.ofDays(90), InstantSource.system());
        notifier = Notifier.builder()
                .emailPort(new InMemoryEmailAdapter())
                .templatePort(FreeMarkerTemplatePort.create())
                .from(EmailAddress.of("portal@example.gov"))
                .deliveryLog(log)
                .build();
    }

    @TearDown(Level.Trial)
    public void stop() {
        notifier.close();
    }

    /** The next request; when all have had their turn, the log is emptied, so that no event is a redelivery. */
    private SignedBatches.Request request() {
        if (next == requests.size()) {
            next = 0;
            log.forget(Instant.now().plus(Duration.ofDays(1)));
        }
        return requests.get(next++);
    }

    int verifyAndStore() {
        SignedBatches.Request request = request();
        int status = webhook.answer(request.headers(), request.body(), notifier::record);
        if (status != NO_CONTENT) {
            throw new IllegalStateException("answered " + status);
        }
        return status;
    }

    JsonNode verifyAndParse() throws GeneralSecurityException, IOException {
        SignedBatches.Request request = request();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initVerify(batches.keys().getPublic());
        signature.update(header(request, SendGridWebhook.TIMESTAMP_HEADER).getBytes(StandardCharsets.US_ASCII));
        signature.update(request.body());
        if (!signature.verify(Base64.getDecoder().decode(header(request, SendGridWebhook.SIGNATURE_HEADER)))) {
            throw new IllegalStateException("not signed");
        }
        return json.readTree(request.body());
    }

    private static String header(SignedBatches.Request request, String name) {
        return request.headers().getOrDefault(name, List.of()).get(0);
    }
}
