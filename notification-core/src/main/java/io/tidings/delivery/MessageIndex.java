package io.tidings.delivery;

import io.tidings.email.EmailAddress;
import io.tidings.email.MessageId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which messages went to whom, and what providers call them. Not thread-safe. */
final class MessageIndex {

    private final Map<String, Set<MessageId>> byMailbox = new HashMap<>();
    private final Map<String, Set<MessageId>> byProviderId = new HashMap<>();

    void add(MessageId id, DeliveryEvent event) {
        event.recipient().ifPresent(address -> add(byMailbox, Mailboxes.key(address), id));
        if (namesMessage(event)) {
            add(byProviderId, providerKey(event.provider(), event.providerId()), id);
        }
    }

    void remove(MessageId id, DeliveryEvent event) {
        event.recipient().ifPresent(address -> remove(byMailbox, Mailboxes.key(address), id));
        if (namesMessage(event)) {
            remove(byProviderId, providerKey(event.provider(), event.providerId()), id);
        }
    }

    Set<MessageId> sentTo(String mailbox) {
        return byMailbox.getOrDefault(mailbox, Set.of());
    }

    Optional<MessageId> idOf(String provider, String providerId, Optional<EmailAddress> recipient) {
        Set<MessageId> called = byProviderId.getOrDefault(providerKey(provider, providerId), Set.of());
        if (recipient.isEmpty()) {
            return only(called);
        }
        Set<MessageId> theirs = sentTo(Mailboxes.key(recipient.get()));
        Set<MessageId> fewer = called.size() < theirs.size() ? called : theirs;
        Set<MessageId> more = fewer == called ? theirs : called;
        Set<MessageId> both = new HashSet<>();
        fewer.stream().filter(more::contains).forEach(both::add);
        return only(both);
    }

    private static Optional<MessageId> only(Set<MessageId> ids) {
        return ids.size() == 1 ? Optional.of(ids.iterator().next()) : Optional.empty();
    }

    /** The library's own event says what the provider called the message; the others repeat it. */
    private static boolean namesMessage(DeliveryEvent event) {
        return event.type() == DeliveryEventType.SENT && !event.providerId().isEmpty();
    }

    private static void add(Map<String, Set<MessageId>> map, String key, MessageId id) {
        map.computeIfAbsent(key, unknown -> new LinkedHashSet<>(2)).add(id);
    }

    private static void remove(Map<String, Set<MessageId>> map, String key, MessageId id) {
        map.computeIfPresent(key, (same, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
        });
    }

    private static String providerKey(String provider, String providerId) {
        return provider + ' ' + providerId;
    }
}
