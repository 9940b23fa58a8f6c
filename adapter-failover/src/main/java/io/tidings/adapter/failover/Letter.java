package io.tidings.adapter.failover;

import io.tidings.email.Accepted;
import io.tidings.email.Attempt;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One message on its way from provider to provider, and what became of it so far. Not thread-safe. */
final class Letter {

    private final EmailMessage original;
    private final OnUnconfirmed onUnconfirmed;
    private final List<Attempt> attempts = new ArrayList<>(1);
    /** Who was refused, and by the last word why. */
    private final Map<EmailAddress, Failure> refused = new LinkedHashMap<>();

    private EmailMessage outgoing;
    private int offers;
    /** The last result, whatever it was. */
    private @Nullable SendResult last;
    /** The result after which the message may have been sent. */
    private @Nullable SendResult sent;
    /** For whom a provider took it although it did not for others. */
    private Set<EmailAddress> served = Set.of();
    /** Who may have it, or not. */
    private Set<EmailAddress> inDoubt = Set.of();

    Letter(EmailMessage original, OnUnconfirmed onUnconfirmed) {
        this.original = original;
        this.outgoing = original;
        this.onUnconfirmed = onUnconfirmed;
    }

    /** What to send now. */
    EmailMessage outgoing() {
        return outgoing;
    }

    /** How often it was offered to a provider that did not leave it out because of another message. */
    int offers() {
        return offers;
    }

    /** Ends it without asking anybody any more. */
    void end(Failure failure) {
        last = new Rejected(failure, List.of());
    }

    /**
     * Takes the answer of a provider.
     *
     * @param counts whether that was one of its offers
     */
    void take(SendResult result, boolean counts) {
        offers += counts ? 1 : 0;
        attempts.addAll(result.attempts());
        Map<EmailAddress, Failure> now = result.refused();
        boolean allTaken = result instanceof Accepted && now.isEmpty();
        if (!allTaken || !refused.isEmpty() || !inDoubt.isEmpty()) {
            tellApart(result, now);
        }
        refused.putAll(now);
        last = result;
        boolean mayBeSent = result instanceof Accepted || result instanceof Unconfirmed;
        boolean known = sent instanceof Accepted && result instanceof Accepted;
        if (mayBeSent && !known) {
            sent = result;
        }
    }

    /** Recipient by recipient. */
    private void tellApart(SendResult result, Map<EmailAddress, Failure> now) {
        for (EmailAddress recipient : outgoing.recipients()) {
            if (now.containsKey(recipient)) {
                refused.remove(recipient);
            } else if (result instanceof Accepted) {
                serve(recipient, !now.isEmpty());
            } else if (result instanceof Unconfirmed unconfirmed) {
                if (unconfirmed.served().contains(recipient)) {
                    serve(recipient, true);
                } else {
                    inDoubt = with(recipient, inDoubt);
                }
            }
        }
    }

    /** @param keep whether there are others, so that it must be known who is served */
    private void serve(EmailAddress recipient, boolean keep) {
        refused.remove(recipient);
        if (!inDoubt.isEmpty()) {
            inDoubt.remove(recipient);
        }
        if (keep) {
            served = with(recipient, served);
        }
    }

    /** The set, or one to begin with: nearly no message needs any. */
    private static Set<EmailAddress> with(EmailAddress recipient, Set<EmailAddress> set) {
        Set<EmailAddress> grown = set.isEmpty() ? new LinkedHashSet<>() : set;
        grown.add(recipient);
        return grown;
    }

    /** Whether a provider took it for all who were left. */
    boolean isSettled() {
        return last instanceof Accepted && refused.isEmpty();
    }

    /** Why the last provider did not take it; empty if it did, for some recipients at least. */
    Optional<Failure> failure() {
        return last == null ? Optional.empty() : last.problem();
    }

    /** Whether the same provider may take it later, if it is for anybody whom it did not refuse for good. */
    boolean mayStay() {
        return !refusedForGood().keySet().containsAll(outgoing.recipients())
                && failure().map(Failure::verdict).map(Verdict::remedy).stream().anyMatch(remedy -> switch (remedy) {
                    case SAME_PROVIDER_LATER, SAME_PROVIDER_AFTER_WAIT, RETRY_THEN_SWITCH -> true;
                    case NEVER, NEVER_FOR_RECIPIENT, SWITCH_PROVIDER, BY_POLICY -> false;
                });
    }

    /** Whether the next provider may take it, or what is left of it. */
    boolean mayMove() {
        if (failure().isEmpty()) {
            return !waiting().isEmpty();
        }
        return switch (failure().get().verdict().remedy()) {
            case SWITCH_PROVIDER, SAME_PROVIDER_AFTER_WAIT, RETRY_THEN_SWITCH -> true;
            case BY_POLICY -> onUnconfirmed == OnUnconfirmed.RESEND;
            case NEVER, NEVER_FOR_RECIPIENT, SAME_PROVIDER_LATER -> false;
        };
    }

    /**
     * Makes the message that is for those who are left.
     *
     * @param separateEnvelope whether the provider can leave out recipients that the headers name
     * @return whether the provider can be offered it
     */
    boolean narrow(boolean separateEnvelope) {
        if (refused.isEmpty() && served.isEmpty()) {
            return true;
        }
        Set<EmailAddress> done = done();
        if (done.isEmpty()) {
            return true;
        }
        if (done.containsAll(original.recipients())) {
            return false;
        }
        if (separateEnvelope) {
            done.addAll(original.withheld());
            outgoing = original.toBuilder().withheld(done).build();
            return true;
        }
        if (!served.isEmpty()) {
            Failure stuck = Failure.of(Verdict.RECIPIENT_TEMPORARY, FailureReason.ENVELOPE_NOT_SEPARATE);
            waiting().forEach(recipient -> refused.put(recipient, stuck));
            return false;
        }
        return narrowHeaders(done);
    }

    /** As nobody has the message yet, those who cannot get it need not be shown to the others. */
    private boolean narrowHeaders(Set<EmailAddress> done) {
        List<EmailAddress> to = without(done, original.to());
        if (to.isEmpty()) {
            return false;
        }
        outgoing = original.toBuilder()
                .to(to)
                .cc(without(done, original.cc()))
                .bcc(without(done, original.bcc()))
                .build();
        return true;
    }

    private static List<EmailAddress> without(Set<EmailAddress> done, List<EmailAddress> recipients) {
        return recipients.stream().filter(each -> !done.contains(each)).toList();
    }

    /** Who must not be offered again: refused for good, or served. */
    private Set<EmailAddress> done() {
        Set<EmailAddress> done = new LinkedHashSet<>();
        for (EmailAddress recipient : original.recipients()) {
            Failure failure = refused.get(recipient);
            boolean forGood = failure != null && failure.verdict() == Verdict.RECIPIENT_PERMANENT;
            if (forGood || served.contains(recipient)) {
                done.add(recipient);
            }
        }
        return done;
    }

    /** Who was refused for now. */
    private List<EmailAddress> waiting() {
        return refused.entrySet().stream()
                .filter(entry -> entry.getValue().verdict() == Verdict.RECIPIENT_TEMPORARY)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<EmailAddress, Failure> refusedForGood() {
        Map<EmailAddress, Failure> forGood = new LinkedHashMap<>(refused);
        forGood.values().removeIf(failure -> failure.verdict() != Verdict.RECIPIENT_PERMANENT);
        return forGood;
    }

    /** Who was refused may have the message all the same, from a provider that did not answer before. */
    private Map<EmailAddress, Failure> refusedForCertain() {
        Map<EmailAddress, Failure> certain = new LinkedHashMap<>(refused);
        certain.keySet().removeAll(inDoubt);
        certain.keySet().removeAll(served);
        return certain;
    }

    /** What became of it, all attempts together. */
    SendResult result() {
        if (offers == 1 && isSettled() && last != null) {
            return last;
        }
        SendResult decisive = sent != null ? sent : last;
        if (decisive == null) {
            return new Deferred(Failure.of(Verdict.TRANSPORT, FailureReason.BREAKER_OPEN), attempts);
        }
        return decisive.fold(
                accepted -> new Accepted(accepted.provider(), accepted.providerId(), refused, attempts),
                deferred -> new Deferred(deferred.failure(), refused, attempts),
                rejected -> new Rejected(rejected.failure(), refusedForGood(), attempts),
                unconfirmed -> new Unconfirmed(
                        unconfirmed.provider(), unconfirmed.failure(), served, refusedForCertain(), attempts));
    }
}
