package io.tidings.benchmarks;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * What one contender takes for a message.
 *
 * @param contest who is compared: the benchmark's class and its parameters
 * @param contender the benchmark's method
 * @param perSecond messages per second on the clock in the median iteration
 * @param nanos nanoseconds of processor time per message in the best iteration: compilers and other processes only add
 * @param noise what the median iteration took more, as a fraction of that
 * @param bytes allocated per message
 * @param roundTrips per message; infinite if the far side does not count them
 * @param terms what is promised about it
 */
record Cost(
        String contest,
        String contender,
        double perSecond,
        double nanos,
        double noise,
        double bytes,
        double roundTrips,
        Terms terms) {

    static Cost of(RunResult result) {
        BenchmarkParams benchmark = result.getParams();
        String name = benchmark.getBenchmark();
        int dot = name.lastIndexOf('.');
        Statistics nanos = profiled(result, CpuProfiler.NANOS_PER_MESSAGE).getStatistics();
        double best = nanos.getMin();
        return new Cost(
                name.substring(name.lastIndexOf('.', dot - 1) + 1, dot) + parameters(benchmark),
                name.substring(dot + 1),
                result.getPrimaryResult().getStatistics().getPercentile(50),
                best,
                nanos.getPercentile(50) / best - 1,
                profiled(result, "gc.alloc.rate.norm").getScore(),
                Optional.<Result<?>>ofNullable(result.getSecondaryResults().get(RoundTripProfiler.PER_MESSAGE))
                        .map(trips -> trips.getScore())
                        .orElse(Double.POSITIVE_INFINITY),
                terms(name.substring(0, dot), name.substring(dot + 1)));
    }

    private static Result<?> profiled(RunResult result, String name) {
        return Objects.requireNonNull(result.getSecondaryResults().get(name), name);
    }

    private static String parameters(BenchmarkParams benchmark) {
        StringBuilder parameters = new StringBuilder();
        benchmark
                .getParamsKeys()
                .forEach(key -> parameters.append(", ").append(key).append(' ').append(benchmark.getParam(key)));
        return parameters.toString();
    }

    private static Terms terms(String type, String method) {
        try {
            return Arrays.stream(Class.forName(type).getMethods())
                    .filter(each -> each.getName().equals(method))
                    .findAny()
                    .map(Terms::of)
                    .orElseThrow();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("there is no benchmark " + type, e);
        }
    }

    /** How many times the peer's processor time this takes. */
    double timeOf(Cost peer) {
        return nanos / peer.nanos;
    }

    /** How many times the peer's bytes this takes. */
    double bytesOf(Cost peer) {
        return bytes / peer.bytes;
    }

    /** How many times the peer's messages per second this sends. */
    double paceOf(Cost peer) {
        return perSecond / peer.perSecond;
    }

    /** Whether this keeps what is promised against the peer. */
    boolean within(Cost peer) {
        return timeOf(peer) <= peer.terms.times()
                && bytesOf(peer) <= peer.terms.byteTimes()
                && bytes - peer.bytes <= peer.terms.moreBytes()
                && paceOf(peer) >= peer.terms.pace();
    }

    /** Whether this keeps what is promised whatever the peers take. */
    boolean withinOwn() {
        return nanos <= terms.nanos() && bytes <= terms.bytes() && roundTrips <= terms.roundTrips();
    }
}
