package io.tidings.benchmarks.smtp;

import org.openjdk.jmh.annotations.Threads;

/** Sixteen messages under way to a relay next door. */
@Threads(16)
public class SmtpNear16Benchmark extends SmtpNearContest {}
