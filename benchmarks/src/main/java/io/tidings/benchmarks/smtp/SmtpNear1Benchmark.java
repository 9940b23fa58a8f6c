package io.tidings.benchmarks.smtp;

import org.openjdk.jmh.annotations.Threads;

/** One message under way to a relay next door. */
@Threads(1)
public class SmtpNear1Benchmark extends SmtpNearContest {}
