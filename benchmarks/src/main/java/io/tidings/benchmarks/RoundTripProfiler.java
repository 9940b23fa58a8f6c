package io.tidings.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * How often a message waits for the far side, if the far side counts that. Says nothing of an iteration it opens or
 * ends in.
 */
public final class RoundTripProfiler implements InternalProfiler {

    static final String PER_MESSAGE = "round.trips.norm";

    private static volatile @Nullable FarSide farSide;
    private int before = -1;

    /** From now on this one counts. */
    public static void watch(FarSide counting) {
        farSide = counting;
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = count();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        int after = count();
        if (before < 0 || after < 0) {
            return List.of();
        }
        double trips = after - before;
        return List.of(new ScalarResult(
                PER_MESSAGE, trips / result.getMetadata().getAllOps(), "trips/op", AggregationPolicy.AVG));
    }

    private static int count() {
        FarSide counting = farSide;
        try {
            return counting == null ? -1 : counting.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getDescription() {
        return "Round trips per message";
    }
}
