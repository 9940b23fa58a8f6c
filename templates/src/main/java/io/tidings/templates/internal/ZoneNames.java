package io.tidings.templates.internal;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What time zones are called.
 *
 * <p>The JDK fills its tables of zone names without a lock: two threads that ask for the first time can be told
 * {@code GMT-05:00} for {@code EST}, and so can everybody after them. Hence the lock, and a cache to pass it seldom.
 */
final class ZoneNames {

    private static final int MAX_CACHED = 5_000;
    private static final Map<Key, String> CACHE = new ConcurrentHashMap<>();

    private ZoneNames() {}

    /** Such as {@code EST} or, of an offset, {@code UTC+02:00}. */
    static String shortName(ZonedDateTime moment, Locale locale) {
        ZoneId zone = moment.getZone();
        boolean summer = zone.getRules().isDaylightSavings(moment.toInstant());
        return zone instanceof ZoneOffset offset ? name(offset) : name(new Key(zone, locale, false, summer));
    }

    /** Such as {@code Eastern Time}. */
    static String fullName(ZoneId zone, Locale locale) {
        return zone instanceof ZoneOffset offset ? name(offset) : name(new Key(zone, locale, true, false));
    }

    static String name(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset;
    }

    private static String name(Key key) {
        String cached = CACHE.get(key);
        if (cached != null) {
            return cached;
        }
        synchronized (CACHE) {
            String name = key.full()
                    ? key.zone().getDisplayName(TextStyle.FULL, key.locale())
                    : TimeZone.getTimeZone(key.zone()).getDisplayName(key.summer(), TimeZone.SHORT, key.locale());
            if (CACHE.size() < MAX_CACHED) {
                CACHE.put(key, name);
            }
            return name;
        }
    }

    private record Key(ZoneId zone, Locale locale, boolean full, boolean summer) {}
}
