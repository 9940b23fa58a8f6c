package io.tidings.benchmarks.soak.farside;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Draws what goes wrong, and counts it. The sequence follows from the seed; who gets which does not. Thread-safe. */
final class Faults<F extends Enum<F>> {

    private final Random random;
    private final double share;
    private final List<F> kinds;
    private final Map<String, Integer> counts = new TreeMap<>();

    /**
     * Faults of these kinds, each as likely as the others.
     *
     * @param share how many of the draws are faults, from 0 to 1
     */
    Faults(long seed, double share, List<F> kinds) {
        this.random = new Random(seed);
        this.share = share;
        this.kinds = List.copyOf(kinds);
    }

    /** What goes wrong this time; empty if nothing does. */
    synchronized Optional<F> next() {
        if (random.nextDouble() >= share) {
            return Optional.empty();
        }
        F fault = kinds.get(random.nextInt(kinds.size()));
        counts.merge(fault.name(), 1, Integer::sum);
        return Optional.of(fault);
    }

    /** A number from 0 up to that. */
    synchronized int number(int bound) {
        return random.nextInt(bound);
    }

    /** How many there were of each kind. */
    synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
