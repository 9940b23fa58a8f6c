package io.tidings.benchmarks.soak;

import io.tidings.email.Attempt;
import io.tidings.email.Failure;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a soak found, for people.
 *
 * @param took all the sending
 * @param faults how often each thing went wrong, by where
 */
record SoakReport(long seed, Duration took, Findings findings, Map<String, Map<String, Integer>> faults) {

    private static final int MOST_BROKEN = 20;

    @Override
    public String toString() {
        List<Sent> sent = findings.sent();
        StringBuilder text = new StringBuilder();
        line(text, "seed", seed);
        line(text, "messages", sent.size());
        line(
                text,
                "recipients",
                sent.stream().mapToInt(each -> each.recipients().size()).sum());
        line(text, "messages/s", sent.size() * 1_000L / Math.max(1, took.toMillis()));
        counts(sent, SoakReport::fate).forEach((fate, count) -> line(text, fate, ofAll(count)));
        line(
                text,
                "  of the unconfirmed, taken",
                count(each -> each.result() instanceof Unconfirmed && findings.taken(each) > 0));
        line(text, "first provider's breaker open", ofAll(count(Sent::passedFirstOver)));
        line(text, "all breakers open", ofAll(count(each -> each.attempts().isEmpty())));
        line(text, "attempts per message", counts(sent, each -> each.attempts().size()));
        List<Attempt> attempts =
                sent.stream().flatMap(each -> each.attempts().stream()).toList();
        counts(attempts, each -> each.provider() + ", " + outcome(each))
                .forEach((outcome, count) -> line(text, outcome, count));
        faults.forEach((where, kinds) -> kinds.forEach((kind, count) -> line(text, where + ", " + kind, count)));
        line(text, "broken promises", findings.broken().size());
        findings.broken().stream()
                .limit(MOST_BROKEN)
                .forEach(each -> text.append("  ").append(each).append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append(String.format(Locale.ROOT, "%-50s %s%n", name, value));
    }

    private String ofAll(long count) {
        return String.format(
                Locale.ROOT,
                "%-8d %5.1f %%",
                count,
                100.0 * count / Math.max(1, findings.sent().size()));
    }

    private long count(Predicate<Sent> which) {
        return findings.sent().stream().filter(which).count();
    }

    private static <T, K> Map<K, Long> counts(List<T> all, Function<T, K> by) {
        return all.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    /** Of a message: the result, and who took it or why nobody did. */
    private static String fate(Sent message) {
        SendResult result = message.result();
        return result.fold(
                accepted -> "Accepted by " + accepted.provider()
                        + (accepted.refused().isEmpty() ? "" : " for some"),
                deferred -> "Deferred, " + deferred.failure().verdict() + ", "
                        + deferred.failure().reason(),
                rejected -> "Rejected, " + rejected.failure().verdict() + ", "
                        + rejected.failure().reason(),
                unconfirmed -> "Unconfirmed, " + unconfirmed.provider());
    }

    private static String outcome(Attempt attempt) {
        return attempt.outcome().failure().map(Failure::verdict).map(Enum::name).orElse("accepted");
    }
}
