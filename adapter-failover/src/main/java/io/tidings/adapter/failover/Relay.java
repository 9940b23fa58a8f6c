package io.tidings.adapter.failover;

import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One call's way from provider to provider: attempt, wait, attempt again, move on. Not thread-safe. */
final class Relay {

    private final int maxOffers;
    private final Waiting waiting;
    private final InstantSource clock;
    private final BooleanSupplier closing;
    private final BooleanSupplier providersClosed;

    /**
     * @param closing whether nothing is waited for any more
     * @param providersClosed whether nothing can be offered any more
     */
    Relay(
            int maxOffers,
            Waiting waiting,
            InstantSource clock,
            BooleanSupplier closing,
            BooleanSupplier providersClosed) {
        this.maxOffers = maxOffers;
        this.waiting = waiting;
        this.clock = clock;
        this.closing = closing;
        this.providersClosed = providersClosed;
    }

    /** Offers the letters to one provider after the other, until none is left that another one may help. */
    void run(List<Provider> providers, List<Letter> letters) {
        List<Letter> moving = letters;
        try {
            for (int i = 0; i < providers.size() && !moving.isEmpty(); i++) {
                moving = serve(providers.get(i), moving);
            }
        } catch (InterruptedException e) {
            // Every letter keeps its last result, which is true: no attempt was cut short but by its own adapter.
            Thread.currentThread().interrupt();
        }
    }

    /** Offers letters to a provider, and those again that it may take later; returns those that should move on. */
    private List<Letter> serve(Provider provider, List<Letter> letters) throws InterruptedException {
        List<Letter> leaving = new ArrayList<>(0);
        List<Letter> here = new ArrayList<>(letters.size());
        boolean separateEnvelope = provider.hasSeparateEnvelope();
        for (Letter letter : letters) {
            (letter.narrow(separateEnvelope) ? here : leaving).add(letter);
        }
        for (int round = 1; !here.isEmpty(); round++) {
            endExpired(here);
            if (here.isEmpty()) {
                break;
            }
            if (providersClosed.getAsBoolean()) {
                // Every letter keeps its last result; a provider that is closed would only put it in doubt.
                return List.of();
            }
            if (!provider.breaker().letsPass()) {
                leaving.addAll(here);
                break;
            }
            offer(provider, here);
            if (Thread.interrupted()) {
                // Whoever asked this thread to stop does not want it to try the next one.
                throw new InterruptedException();
            }
            here.removeIf(Letter::isSettled);
            if (here.isEmpty()) {
                break;
            }
            boolean nobodyWaits = provider.breaker().isOpen() || closing.getAsBoolean();
            here = again(here, round, nobodyWaits, leaving);
            here.forEach(letter -> letter.narrow(separateEnvelope));
        }
        return leaving;
    }

    private void endExpired(List<Letter> letters) {
        letters.removeIf(letter -> {
            boolean expired = letter.outgoing()
                    .expiry()
                    .filter(expiry -> !expiry.isAfter(clock.instant()))
                    .isPresent();
            if (expired) {
                letter.end(Failure.of(Verdict.MESSAGE, FailureReason.EXPIRED));
            }
            return expired;
        });
    }

    private static void offer(Provider provider, List<Letter> letters) {
        List<EmailMessage> messages = new ArrayList<>(letters.size());
        letters.forEach(letter -> messages.add(letter.outgoing()));
        List<SendResult> results = provider.send(messages);
        boolean anyTried = anyTried(results);
        for (int i = 0; i < letters.size(); i++) {
            // A message that was left out because of another one has its chance yet.
            boolean counts = !anyTried || !results.get(i).attempts().isEmpty();
            letters.get(i).take(results.get(i), counts);
        }
    }

    private static boolean anyTried(List<SendResult> results) {
        for (SendResult result : results) {
            if (!result.attempts().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Waits for those that the provider may take later; others that another provider may help are leaving.
     *
     * @param nobodyWaits since the breaker would not let them pass, or everything ends
     */
    private List<Letter> again(List<Letter> letters, int round, boolean nobodyWaits, List<Letter> leaving)
            throws InterruptedException {
        List<Letter> again = new ArrayList<>(0);
        Duration backoff = letters.stream().anyMatch(Letter::mayStay) ? waiting.backoff(round) : Duration.ZERO;
        Duration wait = Duration.ZERO;
        for (Letter letter : letters) {
            Duration own = longer(
                    backoff, letter.failure().flatMap(Failure::retryAfter).orElse(Duration.ZERO));
            if (!nobodyWaits && letter.mayStay() && letter.offers() < maxOffers && waiting.fits(own)) {
                again.add(letter);
                wait = longer(wait, own);
            } else if (letter.mayMove()) {
                leaving.add(letter);
            }
        }
        if (!again.isEmpty()) {
            waiting.pass(wait);
            if (closing.getAsBoolean()) {
                // The wait was cut short. What another provider may help goes there at once; the rest has ended.
                again.stream().filter(Letter::mayMove).forEach(leaving::add);
                return List.of();
            }
        }
        return again;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
