package io.tidings.examples;

import io.tidings.Notification;
import io.tidings.SendOptions;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Something that happened in the portal, as far as it could be read. */
sealed interface PortalEvent {

    /** What the portal calls it. */
    String name();

    /** An event that says what to tell, and whom. */
    record Understood(String name, Notification notification, SendOptions options, List<Reader> readers)
            implements PortalEvent {}

    /** An event that says nothing that anybody could be told. */
    record NotUnderstood(String name, String problem) implements PortalEvent {}

    /** Somebody to tell, as the portal knows them: the address may be none. */
    record Reader(String address, String displayName, Locale locale, ZoneId zone) {}
}
