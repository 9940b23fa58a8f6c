package io.tidings.testkit;

import io.tidings.delivery.Claim;
import io.tidings.delivery.Fingerprint;
import io.tidings.delivery.IdempotencyStore;
import io.tidings.delivery.RejectReason;
import io.tidings.delivery.Suppression;
import io.tidings.delivery.SuppressionList;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.MessageId;
import io.tidings.email.Purpose;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The store contracts over stores that break one sentence each. Nested and static, so that the build does not run them;
 * {@link StoreContractsTest} does, and expects them to fail.
 */
final class BrokenStores {

    private BrokenStores() {}

    private static final SendResult RELEASING =
            new Rejected(Failure.of(Verdict.MESSAGE, FailureReason.INVALID_MESSAGE), List.of());
    private static final EmailAddress ANYONE = EmailAddress.of("anyone@example.org");

    static class IgnoresTheRecipient extends BrokenIdempotency {
        @Override
        public Claim claim(IdempotencyKey key, EmailAddress recipient, Fingerprint fingerprint, MessageId id) {
            return super.claim(key, ANYONE, fingerprint, id);
        }

        @Override
        public void settle(IdempotencyKey key, EmailAddress recipient, MessageId id, SendResult result) {
            super.settle(key, ANYONE, id, result);
        }
    }

    static class IgnoresThePayload extends BrokenIdempotency {
        @Override
        public Claim claim(IdempotencyKey key, EmailAddress recipient, Fingerprint fingerprint, MessageId id) {
            return super.claim(key, recipient, new Fingerprint("0".repeat(64)), id);
        }
    }

    static class ForgetsUnconfirmed extends BrokenIdempotency {
        @Override
        public void settle(IdempotencyKey key, EmailAddress recipient, MessageId id, SendResult result) {
            super.settle(key, recipient, id, result instanceof Unconfirmed ? RELEASING : result);
        }
    }

    static class RemembersDeferred extends BrokenIdempotency {
        @Override
        public void settle(IdempotencyKey key, EmailAddress recipient, MessageId id, SendResult result) {
            if (!(result instanceof Deferred)) {
                super.settle(key, recipient, id, result);
            }
        }
    }

    static class LetsStrangersSettle extends BrokenIdempotency {
        private final Map<IdempotencyKey, MessageId> owners = new ConcurrentHashMap<>();

        @Override
        public Claim claim(IdempotencyKey key, EmailAddress recipient, Fingerprint fingerprint, MessageId id) {
            Claim claim = super.claim(key, recipient, fingerprint, id);
            if (claim instanceof Claim.Granted) {
                owners.put(key, id);
            }
            return claim;
        }

        @Override
        public void settle(IdempotencyKey key, EmailAddress recipient, MessageId id, SendResult result) {
            super.settle(key, recipient, owners.getOrDefault(key, id), result);
        }
    }

    /** As one that looks first and claims later, when two look at once. */
    static class GrantsToSeveral extends BrokenIdempotency {
        private final Map<IdempotencyKey, MessageId> askers = new ConcurrentHashMap<>();

        @Override
        public Claim claim(IdempotencyKey key, EmailAddress recipient, Fingerprint fingerprint, MessageId id) {
            Claim claim = super.claim(key, recipient, fingerprint, id);
            boolean firstLoser = claim instanceof Claim.InFlight && askers.putIfAbsent(key, id) == null;
            return firstLoser ? new Claim.Granted() : claim;
        }
    }

    static class MindsCase extends SuppressionListContract {
        @Override
        protected SuppressionList list() {
            return new BrokenList() {
                @Override
                public List<Suppression> find(EmailAddress address) {
                    return super.find(address).stream()
                            .filter(each -> each.address().equals(address))
                            .toList();
                }
            };
        }
    }

    static class TakesTheLatestDate extends SuppressionListContract {
        @Override
        protected SuppressionList list() {
            return new BrokenList() {
                @Override
                public void add(Suppression suppression) {
                    lift(suppression.address(), suppression.reason());
                    super.add(suppression);
                }
            };
        }
    }

    static class LiftsEverything extends SuppressionListContract {
        @Override
        protected SuppressionList list() {
            return new BrokenList() {
                @Override
                public boolean lift(EmailAddress address, RejectReason reason, String group) {
                    boolean lifted = super.lift(address, reason, group);
                    find(address).forEach(each -> super.lift(address, each.reason(), each.group()));
                    return lifted;
                }
            };
        }
    }

    static class IgnoresTheGroup extends SuppressionListContract {
        @Override
        protected SuppressionList list() {
            return new BrokenList() {
                @Override
                public void add(Suppression suppression) {
                    super.add(new Suppression(suppression.address(), suppression.reason(), suppression.since()));
                }
            };
        }
    }

    static class LetsTransactionalMailPass extends SuppressionListContract {
        @Override
        protected SuppressionList list() {
            return new BrokenList() {
                @Override
                public Optional<Suppression> blocking(EmailAddress address, Purpose purpose) {
                    return purpose == Purpose.TRANSACTIONAL ? Optional.empty() : super.blocking(address, purpose);
                }
            };
        }
    }

    static class HoldsBackTransactionalMail extends SuppressionListContract {
        @Override
        protected SuppressionList list() {
            return new BrokenList() {
                @Override
                public Optional<Suppression> blocking(EmailAddress address, Purpose purpose) {
                    return find(address).stream().findFirst();
                }
            };
        }
    }

    static class ListsNewestFirst extends SuppressionListContract {
        @Override
        protected SuppressionList list() {
            return new BrokenList() {
                @Override
                public List<Suppression> list() {
                    return super.list().stream()
                            .sorted(Comparator.comparing(Suppression::since).reversed())
                            .toList();
                }
            };
        }
    }

    /** The contract and the store under it in one, since each test has an instance of its own. */
    private abstract static class BrokenIdempotency extends IdempotencyStoreContract implements IdempotencyStore {
        private final IdempotencyStore correct = IdempotencyStore.inMemory();

        @Override
        protected IdempotencyStore store() {
            return this;
        }

        @Override
        public Claim claim(IdempotencyKey key, EmailAddress recipient, Fingerprint fingerprint, MessageId id) {
            return correct.claim(key, recipient, fingerprint, id);
        }

        @Override
        public void settle(IdempotencyKey key, EmailAddress recipient, MessageId id, SendResult result) {
            correct.settle(key, recipient, id, result);
        }
    }

    private static class BrokenList implements SuppressionList {
        private final SuppressionList correct = SuppressionList.inMemory();

        @Override
        public void add(Suppression suppression) {
            correct.add(suppression);
        }

        @Override
        public List<Suppression> find(EmailAddress address) {
            return correct.find(address);
        }

        @Override
        public boolean lift(EmailAddress address, RejectReason reason, String group) {
            return correct.lift(address, reason, group);
        }

        @Override
        public List<Suppression> list() {
            return correct.list();
        }
    }
}
