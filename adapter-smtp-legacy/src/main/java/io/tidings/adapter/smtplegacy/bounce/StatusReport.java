package io.tidings.adapter.smtplegacy.bounce;

import io.tidings.adapter.smtplegacy.bounce.clue.Diagnosis;
import io.tidings.adapter.smtplegacy.bounce.message.Fields;
import io.tidings.adapter.smtplegacy.bounce.message.Message;
import io.tidings.adapter.smtplegacy.bounce.message.Part;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.email.EmailAddress;
import io.tidings.email.EnhancedStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A delivery status notification (RFC 3464, RFC 6533): fields for the message, and a group of fields for each
 * recipient. Also where the part has the wrong type, where blank lines are missing or too many, and where the fields
 * stand in plain text, if it was a mail system that wrote it.
 */
final class StatusReport {

    private static final int MAX_RECIPIENTS = 1_000;
    private static final int MAX_BLOCKS = 3_000;
    private static final int MAX_FIELDS = 50;

    private static final Set<String> KNOWN = Set.of(
            "final-recipient",
            "original-recipient",
            "x-actual-recipient",
            "x-original-recipient",
            "action",
            "status",
            "diagnostic-code",
            "x-supplementary-info",
            "last-attempt-date");

    private static final Pattern BEGIN = Pattern.compile(
            "(?im)^(?:final-recipient|original-recipient|x-actual-recipient|reporting-mta|action)[ ]?:");

    private static final Pattern EXIT_STATUS = Pattern.compile("(?i)x-unix;\\s*(\\d{1,3})\\b");

    private final List<Fields> blocks = new ArrayList<>();
    private final Message message;
    private final Origin origin;
    private final Prose prose;

    StatusReport(Message message, Origin origin, Prose prose) {
        this.message = message;
        this.origin = origin;
        this.prose = prose;
        for (Part part : message.parts()) {
            if (part.type().endsWith("delivery-status")) {
                blocks.addAll(Fields.blocks(part.text(), MAX_BLOCKS));
            }
        }
        if (groups().isEmpty() && isFromAMailSystem()) {
            for (Part part : message.parts()) {
                Matcher begin = BEGIN.matcher(part.text());
                if (begin.find()) {
                    blocks.addAll(Fields.blocks(part.text().substring(begin.start()), MAX_BLOCKS));
                }
            }
        }
    }

    private boolean isFromAMailSystem() {
        return origin.isMailSystem()
                || origin.hasNoReturnPath()
                || origin.announcesFailure()
                || message.headers().has("x-failed-recipients")
                || message.headers()
                        .first("content-type")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .contains("report");
    }

    /** All that the report has. */
    List<Fields> fields() {
        return blocks;
    }

    List<Finding> findings() {
        List<Fields> groups = groups();
        Recipients recipients = new Recipients(prose.returned(), blocks);
        return groups.stream()
                .limit(MAX_RECIPIENTS)
                .map(group -> finding(group, recipients.of(group), groups.size() == 1))
                .toList();
    }

    private static boolean hasRecipient(Fields fields) {
        return fields.has("final-recipient") || fields.has("original-recipient") || fields.has("x-actual-recipient");
    }

    private static boolean hasOutcome(Fields fields) {
        return fields.has("action") || (fields.has("status") && code(fields).isPresent());
    }

    private static boolean isComplete(Fields group) {
        return hasRecipient(group) && hasOutcome(group);
    }

    private static boolean repeats(Fields open, Fields block) {
        return Stream.of("action", "status").anyMatch(name -> open.has(name) && block.has(name));
    }

    /** The fields of each recipient, however they are divided. */
    private List<Fields> groups() {
        List<Fields> groups = new ArrayList<>();
        Fields open = Fields.none();
        for (Fields block : blocks) {
            Fields known = block.only(KNOWN);
            if (isComplete(open) && (hasRecipient(known) || repeats(open, known))) {
                groups.add(open);
                open = Fields.none();
            }
            for (Fields field : known.each()) {
                if (isComplete(open) && open.has(field.firstName()) && hasRecipient(field)) {
                    groups.add(open);
                    open = Fields.none();
                }
                open = open.size() < MAX_FIELDS ? open.and(field) : open;
            }
        }
        if (hasOutcome(open) || hasRecipient(open)) {
            groups.add(open);
        }
        boolean somebody = groups.stream().anyMatch(StatusReport::hasRecipient);
        return groups.stream().filter(group -> !somebody || hasRecipient(group)).toList();
    }

    private Finding finding(Fields group, Optional<EmailAddress> recipient, boolean alone) {
        Optional<EnhancedStatus> status = code(group);
        String diagnostic = diagnostic(group);
        Optional<Instant> at = group.first("last-attempt-date").flatMap(Dates::parse);
        DeliveryEventType type = type(group.first("action").orElse(""), status, prose.notice() + diagnostic);
        if (type != DeliveryEventType.BOUNCED) {
            return Finding.of(type, recipient, status.or(() -> Diagnosis.codeIn(diagnostic)), diagnostic, at);
        }
        Diagnosis diagnosis = Diagnosis.of(status, diagnostic);
        if (diagnosis.isVague()) {
            String about = alone ? prose.notice() : prose.about(recipient);
            diagnosis = Diagnosis.of(status, diagnostic + "\n" + about);
        }
        return Finding.bounced(recipient, diagnosis.orPermanent(), diagnostic, at);
    }

    private static Optional<EnhancedStatus> code(Fields group) {
        return group.first("status").flatMap(Diagnosis::code);
    }

    private static String diagnostic(Fields group) {
        String text = String.join("\n", group.all("diagnostic-code", "x-supplementary-info"));
        Matcher exit = EXIT_STATUS.matcher(text);
        // The numbers of sysexits.h.
        return switch (exit.find() ? exit.group(1) : "") {
            case "67" -> text + " user unknown";
            case "68" -> text + " host unknown";
            default -> text;
        };
    }

    /**
     * What RFC 3464, 2.3.3, has for an action. {@code relayed} and {@code expanded} are the last that will be heard of
     * a success, and say that the next host took the message, as {@code delivered} often does.
     */
    private DeliveryEventType type(String action, Optional<EnhancedStatus> status, String text) {
        String word = action.strip().toLowerCase(Locale.ROOT);
        if (word.startsWith("delay") || word.startsWith("defer")) {
            return DeliveryEventType.DEFERRED;
        }
        if (word.startsWith("deliver") || word.startsWith("relay") || word.startsWith("expand")) {
            return DeliveryEventType.DELIVERED;
        }
        if (!word.isEmpty()) {
            return DeliveryEventType.BOUNCED;
        }
        return switch (status.map(EnhancedStatus::statusClass).orElse(0)) {
            case 2 -> DeliveryEventType.DELIVERED;
            case 4 ->
                PlainReport.isDelay(origin.subject(), text) ? DeliveryEventType.DEFERRED : DeliveryEventType.BOUNCED;
            default -> DeliveryEventType.BOUNCED;
        };
    }
}
