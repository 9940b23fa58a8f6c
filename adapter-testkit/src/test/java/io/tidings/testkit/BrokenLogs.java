package io.tidings.testkit;

import io.tidings.delivery.Delivery;
import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryLog;
import io.tidings.delivery.DeliveryQuery;
import io.tidings.email.EmailAddress;
import io.tidings.email.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** As {@link BrokenStores}, for the delivery log. */
final class BrokenLogs {

    private BrokenLogs() {}

    static class OrdersByArrival extends DeliveryLogContract {
        @Override
        protected DeliveryLog log() {
            return new ListLog() {
                @Override
                public List<DeliveryEvent> timeline(MessageId id) {
                    return events.stream()
                            .filter(event -> event.messageId().equals(Optional.of(id)))
                            .toList();
                }
            };
        }
    }

    static class KeepsRedeliveries extends DeliveryLogContract {
        @Override
        protected DeliveryLog log() {
            return new ListLog() {
                @Override
                boolean isKnown(DeliveryEvent event) {
                    return false;
                }
            };
        }
    }

    static class MixesUpProviders extends DeliveryLogContract {
        @Override
        protected DeliveryLog log() {
            return new ListLog() {
                @Override
                boolean isKnown(DeliveryEvent event) {
                    return !event.eventId().isEmpty()
                            && events.stream().anyMatch(each -> each.eventId().equals(event.eventId()));
                }
            };
        }
    }

    static class TakesNoIdForAnId extends DeliveryLogContract {
        @Override
        protected DeliveryLog log() {
            return new ListLog() {
                @Override
                boolean isKnown(DeliveryEvent event) {
                    return events.stream().anyMatch(each -> each.eventId().equals(event.eventId()));
                }
            };
        }
    }

    static class HandsOutItsOwnList extends DeliveryLogContract {
        @Override
        protected DeliveryLog log() {
            return new ListLog() {
                @Override
                public List<DeliveryEvent> timeline(MessageId id) {
                    return events;
                }
            };
        }
    }

    static class CannotSayWhatItHas extends DeliveryLogContract {
        @Override
        protected DeliveryLog log() {
            return new ListLog() {
                @Override
                public boolean contains(DeliveryEvent event) {
                    return false;
                }
            };
        }
    }

    static class MindsCaseOfRecipients extends DeliveryLogContract {
        @Override
        protected DeliveryLog log() {
            return new ListLog() {
                @Override
                public List<DeliveryEvent> timeline(EmailAddress recipient) {
                    return super.timeline(recipient).stream()
                            .filter(event -> event.recipient().equals(Optional.of(recipient)))
                            .toList();
                }
            };
        }
    }

    static class ForgetsWhatIsUnmatched extends DeliveryLogContract {
        @Override
        protected DeliveryLog log() {
            return new ListLog() {
                @Override
                public List<DeliveryEvent> unmatched() {
                    return List.of();
                }
            };
        }
    }

    static class FindsWithoutPeriod extends DeliveryLogContract {
        @Override
        protected DeliveryLog log() {
            return new ListLog() {
                @Override
                public List<Delivery> find(DeliveryQuery query) {
                    return super.find(query.from(Instant.MIN).until(Instant.MAX));
                }
            };
        }
    }

    static class TakesAnyMessageOfTheProvidersId extends DeliveryLogContract {
        @Override
        protected DeliveryLog log() {
            return new ListLog() {
                @Override
                public Optional<MessageId> idOf(String provider, String id, Optional<EmailAddress> recipient) {
                    return events.stream()
                            .filter(event -> event.providerId().equals(id)
                                    && event.provider().equals(provider))
                            .flatMap(event -> event.messageId().stream())
                            .findFirst();
                }
            };
        }
    }

    static class ForgetsNothing extends DeliveryLogContract {
        @Override
        protected DeliveryLog log() {
            return new ListLog() {
                @Override
                public int forget(Instant before) {
                    return 0;
                }
            };
        }
    }

    static class ErasesWholeMessages extends DeliveryLogContract {
        @Override
        protected DeliveryLog log() {
            return new ListLog() {
                private final List<EmailAddress> erased = new ArrayList<>();

                @Override
                public int erase(EmailAddress recipient) {
                    erased.add(recipient);
                    return super.erase(recipient);
                }

                @Override
                public List<DeliveryEvent> timeline(MessageId id) {
                    return erased.isEmpty() ? super.timeline(id) : List.of();
                }
            };
        }
    }

    /** Its timelines are its own, so that they can be wrong; the rest is right unless a test breaks it. */
    private static class ListLog implements DeliveryLog {
        final List<DeliveryEvent> events = new ArrayList<>();
        private final DeliveryLog correct = DeliveryLog.inMemory();

        boolean isKnown(DeliveryEvent event) {
            return correct.contains(event);
        }

        @Override
        public synchronized boolean append(DeliveryEvent event) {
            boolean known = isKnown(event);
            correct.append(event);
            return !known && events.add(event);
        }

        @Override
        public synchronized List<DeliveryEvent> timeline(MessageId id) {
            return events.stream()
                    .filter(event -> event.messageId().equals(Optional.of(id)))
                    .sorted(Comparator.comparing(DeliveryEvent::at))
                    .toList();
        }

        @Override
        public boolean contains(DeliveryEvent event) {
            return correct.contains(event);
        }

        @Override
        public List<DeliveryEvent> timeline(EmailAddress recipient) {
            return correct.timeline(recipient);
        }

        @Override
        public List<DeliveryEvent> unmatched() {
            return correct.unmatched();
        }

        @Override
        public List<Delivery> find(DeliveryQuery query) {
            return correct.find(query);
        }

        @Override
        public Optional<MessageId> idOf(String provider, String providerId, Optional<EmailAddress> recipient) {
            return correct.idOf(provider, providerId, recipient);
        }

        @Override
        public int forget(Instant before) {
            return correct.forget(before);
        }

        @Override
        public int erase(EmailAddress recipient) {
            return correct.erase(recipient);
        }
    }
}
