package io.tidings.promises;

import static io.tidings.promises.Canaries.CANARY;

import io.tidings.delivery.Claim;
import io.tidings.delivery.Delivery;
import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryLog;
import io.tidings.delivery.DeliveryQuery;
import io.tidings.delivery.Fingerprint;
import io.tidings.delivery.IdempotencyStore;
import io.tidings.delivery.RejectReason;
import io.tidings.delivery.Suppression;
import io.tidings.delivery.SuppressionList;
import io.tidings.email.Capabilities;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailPort;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.MessageId;
import io.tidings.email.SendResult;
import io.tidings.template.RenderedTemplate;
import io.tidings.template.TemplateId;
import io.tidings.template.TemplatePort;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What an application or an adapter may hand to Tidings, each throwing something personal. */
final class Broken {

    private Broken() {}

    static class Port implements EmailPort {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public Capabilities capabilities() {
            return Capabilities.unlimited();
        }

        @Override
        public SendResult send(EmailMessage message) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public void close() {}
    }

    static final class Templates implements TemplatePort {
        @Override
        public RenderedTemplate render(TemplateId id, Map<String, Object> model, Locale locale, ZoneId zone) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public boolean has(TemplateId id) {
            return true;
        }
    }

    /** Cannot be opened; once lost, it does not know its size either. */
    static final class Source implements ContentSource {
        private final AtomicBoolean lost = new AtomicBoolean();
        private final long size;

        Source(long size) {
            this.size = size;
        }

        void lose() {
            lost.set(true);
        }

        @Override
        public long size() {
            if (lost.get()) {
                throw new IllegalStateException(CANARY);
            }
            return size;
        }

        @Override
        public InputStream open() throws IOException {
            throw new IOException(CANARY);
        }
    }

    static final class Suppressions implements SuppressionList {
        @Override
        public void add(Suppression suppression) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public List<Suppression> find(EmailAddress address) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public boolean lift(EmailAddress address, RejectReason reason, String group) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public List<Suppression> list() {
            throw new IllegalStateException(CANARY);
        }
    }

    static final class Log implements DeliveryLog {
        @Override
        public boolean append(DeliveryEvent event) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public boolean contains(DeliveryEvent event) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public List<DeliveryEvent> timeline(MessageId id) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public List<DeliveryEvent> timeline(EmailAddress recipient) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public List<DeliveryEvent> unmatched() {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public List<Delivery> find(DeliveryQuery query) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public Optional<MessageId> idOf(String provider, String providerId, Optional<EmailAddress> recipient) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public int forget(Instant before) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public int erase(EmailAddress recipient) {
            throw new IllegalStateException(CANARY);
        }
    }

    /** @param grants whether it fails only when a claim is settled */
    record Store(boolean grants) implements IdempotencyStore {
        @Override
        public Claim claim(IdempotencyKey key, EmailAddress recipient, Fingerprint fingerprint, MessageId id) {
            if (grants) {
                return new Claim.Granted();
            }
            throw new IllegalStateException(CANARY);
        }

        @Override
        public void settle(IdempotencyKey key, EmailAddress recipient, MessageId id, SendResult result) {
            throw new IllegalStateException(CANARY);
        }
    }
}
