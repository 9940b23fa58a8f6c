package io.tidings.templates.catalogue;

import io.tidings.Notification;
import io.tidings.templates.catalogue.DataSubmitted.Section;
import io.tidings.templates.catalogue.DataSubmitted.SectionStatus;
import io.tidings.templates.catalogue.StuckFiles.StuckFile;
import io.tidings.templates.catalogue.UpcomingSubmissionDeadline.Programme;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The whole catalogue, filled in several ways. */
public final class Samples {

    static final Instant MOMENT = Instant.parse("2026-03-03T14:15:00Z");
    static final LocalDate DAY = LocalDate.parse("2026-02-14");
    static final URI ADMINISTRATION = URI.create("https://portal.example.gov/admin/access-requests");
    static final int MANY_SECTIONS = 100;
    static final int MANY_FILES = 500;

    private Samples() {}

    /** One of each, as a portal would send it; in the order of the specification, which many tests rely on. */
    public static List<Notification> typical() {
        return List.of(
                new AccessRequestSubmitted("Ana", "Ohio"),
                new AccessRequestApproved("Ana", "Data Analyst", "Ohio"),
                new AccessRequestDenied("Ana"),
                new AccessRequestCount(3, DAY, ADMINISTRATION),
                new AccountDeactivationWarning("Ana", 10, MOMENT),
                new AccountDeactivated("Ana"),
                new AccountDeactivatedAdmin("Ana Soto", "ana.soto@example.gov"),
                new DataSubmitted(
                        "Ohio",
                        "TANF",
                        List.of(
                                new Section("Active Case Data", SectionStatus.ACCEPTED),
                                new Section("Closed Case Data", SectionStatus.ACCEPTED_WITH_ERRORS),
                                new Section("Aggregate Data", SectionStatus.PARTIALLY_ACCEPTED),
                                new Section("Stratum Data", SectionStatus.REJECTED)),
                        2026,
                        MOMENT,
                        "Ana Soto",
                        true),
                new DataSubmissionFailed("Ohio", List.of("Active Case Data", "Aggregate Data"), 2026, MOMENT),
                new UpcomingSubmissionDeadline("Ana", Programme.TANF_AND_SSP, 2026, 1, DAY),
                new StuckFiles(List.of(
                        file("Ohio", "Active Case Data", Duration.ofHours(51)),
                        file("Illinois", "Aggregate Data", Duration.ofMinutes(61)))));
    }

    /** One of each with as little as possible in it. */
    public static List<Notification> smallest() {
        return List.of(
                new AccessRequestSubmitted("A", "B"),
                new AccessRequestApproved("A", "C", "B"),
                new AccessRequestDenied("A"),
                new AccessRequestCount(0, DAY, URI.create("https://a")),
                new AccountDeactivationWarning("A", 1, MOMENT),
                new AccountDeactivated("A"),
                new AccountDeactivatedAdmin("A", "a@b"),
                submitted("B", "F", List.of(new Section("S", SectionStatus.ACCEPTED)), "A"),
                new DataSubmissionFailed("B", List.of("S"), 1900, MOMENT),
                new UpcomingSubmissionDeadline("A", Programme.TANF, 1900, 1, DAY),
                new StuckFiles(List.of()));
    }

    /** One of each with this in every string, and with as many sections and files as anybody has. */
    public static List<Notification> largest(String value) {
        Section section = new Section(value, SectionStatus.ACCEPTED);
        return List.of(
                new AccessRequestSubmitted(value, value),
                new AccessRequestApproved(value, value, value),
                new AccessRequestDenied(value),
                new AccessRequestCount(1_000_000, DAY, ADMINISTRATION),
                new AccountDeactivationWarning(value, 180, MOMENT),
                new AccountDeactivated(value),
                new AccountDeactivatedAdmin(value, addressOf(value)),
                submitted(value, value, Collections.nCopies(MANY_SECTIONS, section), value),
                new DataSubmissionFailed(value, Collections.nCopies(MANY_SECTIONS, value), 9999, MOMENT),
                new UpcomingSubmissionDeadline(value, Programme.TANF_AND_SSP, 9999, 4, DAY),
                stuck(MANY_FILES, value));
    }

    static StuckFiles stuck(int files, String value) {
        return new StuckFiles(IntStream.rangeClosed(1, files)
                .mapToObj(i -> file(value, value, Duration.ofMinutes(files - i)))
                .toList());
    }

    static StuckFile file(String organisation, String section, Duration age) {
        URI link = URI.create("https://portal.example.gov/files/" + age.toMinutes() + "?tab=a&sort=b");
        return new StuckFile(organisation, section, 2026, MOMENT, age, link);
    }

    static DataSubmitted submitted(String organisation, String fileType, List<Section> sections, String by) {
        return new DataSubmitted(organisation, fileType, sections, 2026, MOMENT, by, false);
    }

    /** The value without what no address can have. */
    static String addressOf(String value) {
        return value.replaceAll("[\\s@]", "") + "@example.gov";
    }

    /** What people, or those who wish them ill, might put into a name. */
    enum Values {
        LONG("State Department of Human Services ".repeat(6).substring(0, 200).strip() + "s"),
        EMOJI("👩🏽‍💻👨‍👩‍👧‍👦🇺🇸".repeat(8)),
        CHINESE("人类服务部".repeat(40)),
        RIGHT_TO_LEFT("وزارة الخدمات الإنسانية ".repeat(8).strip()),
        SCRIPT("<script>alert(1)</script>"),
        MARKUP("</td></tr></table><b>&amp;</b> & \"'><img src=x onerror=x()> ${1 + 1} <#stop> {{x}}");

        private final String text;

        Values(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** A notification, and how it is filled. */
    public record Sample(String filled, Notification notification) {

        static Stream<Sample> of(String filled, List<Notification> notifications) {
            return notifications.stream().map(notification -> new Sample(filled, notification));
        }

        @Override
        public String toString() {
            return filled + " " + notification.template();
        }
    }

    /** Every notification in every way. */
    public static List<Sample> all() {
        return Stream.concat(
                        Stream.concat(Sample.of("TYPICAL", typical()), Sample.of("SMALLEST", smallest())),
                        Stream.of(Values.values()).flatMap(values -> Sample.of(values.name(), largest(values.text()))))
                .toList();
    }
}
