package io.tidings.architecture.offenders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;

/** Breaks a rule on purpose: takes the time from wherever it can. */
public final class CarelessClock {
    private final Supplier<Instant> reference = Instant::now;

    List<Object> times() {
        return List.of(
                reference,
                LocalDate.now(),
                LocalDateTime.now(),
                ZonedDateTime.now(),
                ZonedDateTime.now(ZoneOffset.UTC),
                System.currentTimeMillis(),
                Clock.systemUTC(),
                Clock.systemDefaultZone(),
                new Date());
    }
}
