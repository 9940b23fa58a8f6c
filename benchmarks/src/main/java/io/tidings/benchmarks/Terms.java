package io.tidings.benchmarks;

import java.lang.reflect.Method;
import java.util.Optional;

/**
 * What is promised about a benchmark.
 *
 * @param times how many times its processor time we may take
 * @param byteTimes how many times its bytes we may take
 * @param moreBytes how many bytes more we may take
 * @param pace how many times its messages per second we must send
 * @param nanos the most processor time, if it is ours
 * @param bytes the most that is allocated, if it is ours
 * @param roundTrips the most round trips, if it is ours
 */
record Terms(
        double times, double byteTimes, double moreBytes, double pace, double nanos, double bytes, double roundTrips) {

    static Terms of(Method benchmark) {
        Optional<Ceiling> ceiling = Optional.ofNullable(benchmark.getAnnotation(Ceiling.class));
        Optional<Limit> limit = Optional.ofNullable(benchmark.getAnnotation(Limit.class));
        return new Terms(
                limit.map(Limit::value).orElse(Double.POSITIVE_INFINITY),
                limit.filter(most -> Double.isInfinite(most.moreBytes()))
                        .map(most -> most.bytes() == 0 ? most.value() : most.bytes())
                        .orElse(Double.POSITIVE_INFINITY),
                limit.map(Limit::moreBytes).orElse(Double.POSITIVE_INFINITY),
                Optional.ofNullable(benchmark.getAnnotation(Pace.class))
                        .map(Pace::value)
                        .orElse(0.0),
                ceiling.map(most -> most.millis() * 1e6).orElse(Double.POSITIVE_INFINITY),
                ceiling.map(most -> most.megabytes() * 1e6).orElse(Double.POSITIVE_INFINITY),
                ceiling.map(Ceiling::roundTrips).orElse(Double.POSITIVE_INFINITY));
    }

    /** Of a peer, for people; empty if there is nothing to keep. */
    String againstPeer() {
        return (Double.isFinite(times) ? " at most %s× of each".formatted(times) : "")
                + (Double.isFinite(moreBytes) ? " at most %,.0f bytes more".formatted(moreBytes) : "")
                + (pace > 0 ? " at least %.1f× as many a second".formatted(pace) : "");
    }

    /** Of our own, for people; empty if there is nothing to keep. */
    String ofOurs() {
        return (Double.isFinite(nanos) ? " at most %,.0f ns".formatted(nanos) : "")
                + (Double.isFinite(bytes) ? " at most %,.0f bytes".formatted(bytes) : "")
                + (Double.isFinite(roundTrips) ? " at most %.1f round trips".formatted(roundTrips) : "");
    }
}
