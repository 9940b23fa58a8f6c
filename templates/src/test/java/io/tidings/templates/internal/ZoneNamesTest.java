package io.tidings.templates.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ZoneNamesTest {

    @Test
    void summerTimeHasItsOwnName() {
        assertThat(nameIn("America/New_York", "2026-07-01T12:00:00Z")).isEqualTo("EDT");
        assertThat(nameIn("America/New_York", "2026-12-01T12:00:00Z")).isEqualTo("EST");
        assertThat(nameIn("Europe/Madrid", "2026-07-01T12:00:00Z")).isEqualTo("CEST");
    }

    @Test
    void offsetsAreNamedByThemselves() {
        assertThat(nameIn("Z", "2026-07-01T12:00:00Z")).isEqualTo("UTC");
        assertThat(nameIn("-03:30", "2026-07-01T12:00:00Z")).isEqualTo("UTC-03:30");
    }

    private static String nameIn(String zone, String moment) {
        return ZoneNames.shortName(Instant.parse(moment).atZone(ZoneId.of(zone)), Locale.ENGLISH);
    }
}
