package io.tidings.benchmarks.soak.farside;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** For which messages and recipients a provider took responsibility, whoever learnt of that. Thread-safe. */
public final class Copies {

    /** One message for one recipient. */
    public record Copy(String id, String recipient) {}

    private final Map<Copy, List<String>> takers = new ConcurrentHashMap<>();

    /** The provider took it, perhaps not for the first time. */
    void taken(String id, String recipient, String provider) {
        takers.merge(new Copy(id, recipient), List.of(provider), (before, now) -> Stream.concat(
                        before.stream(), now.stream())
                .toList());
    }

    /** Who took it, each as often as it did. */
    public List<String> takersOf(Copy copy) {
        return takers.getOrDefault(copy, List.of());
    }

    /** How many there are of everything together. */
    public int count() {
        return takers.values().stream().mapToInt(List::size).sum();
    }
}
