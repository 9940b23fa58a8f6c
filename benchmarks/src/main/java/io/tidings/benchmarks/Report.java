package io.tidings.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/** Who took how much, contest by contest. */
final class Report {

    /** The benchmark that is ours, in each contest; all others are peers. */
    private static final String OURS = "tidings";

    private static final String HEADING = "  %-16s %12s %14s %7s %15s %11s   %11s %11s %11s%n"
            .formatted(
                    "",
                    "messages/s",
                    "CPU ns/message",
                    "noise",
                    "bytes/message",
                    "round trips",
                    "our CPU",
                    "our bytes",
                    "our pace");

    private final Map<String, List<Cost>> contests;

    private Report(Map<String, List<Cost>> contests) {
        this.contests = contests;
    }

    static Report of(Collection<RunResult> results) {
        return new Report(results.stream()
                .map(Cost::of)
                .collect(Collectors.groupingBy(Cost::contest, LinkedHashMap::new, Collectors.toList())));
    }

    /** Whether every limit is kept; a contest that we did not take part in has none. */
    boolean withinLimits() {
        return contests.values().stream().allMatch(costs -> ours(costs).stream()
                .allMatch(ours -> ours.withinOwn() && costs.stream().allMatch(ours::within)));
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        contests.forEach((contest, costs) -> {
            table.append(contest).append('\n').append(HEADING);
            costs.forEach(cost -> table.append(figures(cost))
                    .append(cost.contender().equals(OURS) ? ownTerms(cost) : "")
                    .append(ours(costs)
                            .filter(ours -> !ours.equals(cost))
                            .map(ours -> ratios(ours, cost))
                            .orElse(""))
                    .append('\n'));
            table.append('\n');
        });
        return table.toString();
    }

    private static Optional<Cost> ours(List<Cost> costs) {
        return costs.stream().filter(cost -> cost.contender().equals(OURS)).findAny();
    }

    private static String figures(Cost cost) {
        return String.format(
                Locale.ROOT,
                "  %-16s %,12.0f %,14.0f %6.1f%% %,15.0f %11s",
                cost.contender(),
                cost.perSecond(),
                cost.nanos(),
                100 * cost.noise(),
                cost.bytes(),
                Double.isFinite(cost.roundTrips()) ? String.format(Locale.ROOT, "%.2f", cost.roundTrips()) : "");
    }

    private static String ratios(Cost ours, Cost peer) {
        return String.format(
                        Locale.ROOT,
                        "   %10.2f× %10.2f× %10.2f×",
                        ours.timeOf(peer),
                        ours.bytesOf(peer),
                        ours.paceOf(peer))
                + verdict(peer.terms().againstPeer(), ours.within(peer));
    }

    private static String ownTerms(Cost ours) {
        return verdict(ours.terms().ofOurs(), ours.withinOwn());
    }

    private static String verdict(String terms, boolean kept) {
        return terms.isEmpty() ? "" : "  " + terms + ": " + (kept ? "yes" : "no");
    }
}
