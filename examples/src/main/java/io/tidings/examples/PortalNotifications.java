package io.tidings.examples;

import static java.util.Map.entry;

import io.tidings.Notification;
import io.tidings.error.InvalidArgumentException;
import io.tidings.templates.catalogue.AccessRequestApproved;
import io.tidings.templates.catalogue.AccessRequestCount;
import io.tidings.templates.catalogue.AccessRequestDenied;
import io.tidings.templates.catalogue.AccessRequestSubmitted;
import io.tidings.templates.catalogue.AccountDeactivated;
import io.tidings.templates.catalogue.AccountDeactivatedAdmin;
import io.tidings.templates.catalogue.AccountDeactivationWarning;
import io.tidings.templates.catalogue.DataSubmissionFailed;
import io.tidings.templates.catalogue.DataSubmitted;
import io.tidings.templates.catalogue.DataSubmitted.Section;
import io.tidings.templates.catalogue.DataSubmitted.SectionStatus;
import io.tidings.templates.catalogue.StuckFiles;
import io.tidings.templates.catalogue.StuckFiles.StuckFile;
import io.tidings.templates.catalogue.UpcomingSubmissionDeadline;
import io.tidings.templates.catalogue.UpcomingSubmissionDeadline.Programme;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** What the portal tells people when something happens in it. */
final class PortalNotifications {

    private static final Map<String, Function<Fields, Notification>> BY_EVENT = Map.ofEntries(
            entry("access-requested", PortalNotifications::accessRequested),
            entry("access-approved", PortalNotifications::accessApproved),
            entry("access-denied", PortalNotifications::accessDenied),
            entry("access-requests-waiting", PortalNotifications::accessRequestsWaiting),
            entry("account-inactive", PortalNotifications::accountInactive),
            entry("account-closed", PortalNotifications::accountClosed),
            entry("account-closed-report", PortalNotifications::accountClosedReport),
            entry("file-processed", PortalNotifications::fileProcessed),
            entry("file-failed", PortalNotifications::fileFailed),
            entry("deadline-near", PortalNotifications::deadlineNear),
            entry("files-stuck", PortalNotifications::filesStuck));

    private PortalNotifications() {}

    static Notification of(String event, Fields fields) {
        Function<Fields, Notification> notification = BY_EVENT.get(event);
        if (notification == null) {
            throw new InvalidArgumentException("event", "must be one of " + new TreeSet<>(BY_EVENT.keySet()));
        }
        return notification.apply(fields);
    }

    private static Notification accessRequested(Fields event) {
        return new AccessRequestSubmitted(event.text("firstName"), event.text("organisation"));
    }

    private static Notification accessApproved(Fields event) {
        return new AccessRequestApproved(event.text("firstName"), event.text("role"), event.text("organisation"));
    }

    private static Notification accessDenied(Fields event) {
        return new AccessRequestDenied(event.text("firstName"));
    }

    private static Notification accessRequestsWaiting(Fields event) {
        return new AccessRequestCount(event.number("count"), event.date("asOf"), event.link("administration"));
    }

    private static Notification accountInactive(Fields event) {
        return new AccountDeactivationWarning(
                event.text("firstName"), event.number("days"), event.instant("deactivation"));
    }

    private static Notification accountClosed(Fields event) {
        return new AccountDeactivated(event.text("firstName"));
    }

    private static Notification accountClosedReport(Fields event) {
        return new AccountDeactivatedAdmin(event.text("name"), event.text("address"));
    }

    private static Notification fileProcessed(Fields event) {
        return new DataSubmitted(
                event.text("organisation"),
                event.text("fileType"),
                event.list("sections", PortalNotifications::section),
                event.number("fiscalYear"),
                event.instant("submittedAt"),
                event.text("submittedBy"),
                event.flag("withErrors"));
    }

    private static Section section(Fields section) {
        return new Section(section.text("name"), section.oneOf("status", SectionStatus.class));
    }

    private static Notification fileFailed(Fields event) {
        return new DataSubmissionFailed(
                event.text("organisation"),
                event.texts("sections"),
                event.number("fiscalYear"),
                event.instant("attemptedAt"));
    }

    private static Notification deadlineNear(Fields event) {
        return new UpcomingSubmissionDeadline(
                event.text("firstName"),
                event.oneOf("programme", Programme.class),
                event.number("fiscalYear"),
                event.number("quarter"),
                event.date("dueDate"));
    }

    private static Notification filesStuck(Fields event) {
        return new StuckFiles(event.list("files", PortalNotifications::stuckFile));
    }

    private static StuckFile stuckFile(Fields file) {
        return new StuckFile(
                file.text("organisation"),
                file.text("section"),
                file.number("fiscalYear"),
                file.instant("submittedAt"),
                file.duration("age"),
                file.link("link"));
    }
}
