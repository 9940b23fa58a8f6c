package io.tidings.testkit.sendgrid.webhook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Something that happens to a mail, as SendGrid reports it. Immutable.
 *
 * @param name of the event, such as {@code delivered}
 * @param members what the report says besides address, time, ids, categories and custom arguments, or instead of them:
 *     texts, numbers, booleans, lists and maps
 * @param missing what the report does not say
 */
public record WebhookEvent(String name, Map<String, Object> members, Set<String> missing) {

    private static final String HOST = "198.51.100.7";
    private static final String READER = "203.0.113.42";
    private static final String MAIL_CLIENT = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15";

    public WebhookEvent {
        Objects.requireNonNull(name, "name");
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        missing = Set.copyOf(missing);
    }

    /** Any event, also one that SendGrid does not know. */
    public static WebhookEvent of(String name) {
        return new WebhookEvent(name, Map.of(), Set.of());
    }

    /** SendGrid begins to deliver it. */
    public static WebhookEvent processed() {
        return of("processed").with("send_at", 0);
    }

    /** The recipient's host took it. */
    public static WebhookEvent delivered() {
        return of("delivered").with("response", "250 2.0.0 OK").with("ip", HOST).with("tls", 1);
    }

    /** The recipient's host did not take it yet. */
    public static WebhookEvent deferred(String response) {
        return of("deferred")
                .with("response", response)
                .with("attempt", "1")
                .with("ip", HOST)
                .with("tls", 1);
    }

    /** The recipient's host refused it for good: SendGrid writes to the address no more. */
    public static WebhookEvent bounced(String status, String reason, String classification) {
        return bounce("bounce", status, reason, classification);
    }

    /** The recipient's host refused it this time. */
    public static WebhookEvent blocked(String status, String reason, String classification) {
        return bounce("blocked", status, reason, classification);
    }

    private static WebhookEvent bounce(String type, String status, String reason, String classification) {
        return of("bounce")
                .with("type", type)
                .with("status", status)
                .with("reason", reason)
                .with("bounce_classification", classification)
                .with("ip", HOST)
                .with("tls", 1);
    }

    /** SendGrid did not even try, such as for {@code Bounced Address}. */
    public static WebhookEvent dropped(String reason) {
        return of("dropped").with("reason", reason).with("status", "5.0.0");
    }

    /** It was opened by a person. */
    public static WebhookEvent opened() {
        return reader("open").with("sg_machine_open", false).with("sg_content_type", "html");
    }

    /** It was opened by a mail client's proxy. */
    public static WebhookEvent openedByMachine() {
        return opened().with("sg_machine_open", true);
    }

    /** A link in it was followed. */
    public static WebhookEvent clicked(String url) {
        return reader("click").with("url", url).with("url_offset", Map.of("index", 0, "type", "html"));
    }

    /** The recipient called it spam. */
    public static WebhookEvent complained() {
        return of("spamreport");
    }

    /** The recipient wants nothing more. */
    public static WebhookEvent unsubscribed() {
        return of("unsubscribe");
    }

    /** The recipient wants nothing more of a group. */
    public static WebhookEvent unsubscribedFrom(int group) {
        return reader("group_unsubscribe").with("asm_group_id", group);
    }

    /** The recipient wants messages of a group again. */
    public static WebhookEvent resubscribedTo(int group) {
        return reader("group_resubscribe").with("asm_group_id", group);
    }

    private static WebhookEvent reader(String name) {
        return of(name).with("ip", READER).with("useragent", MAIL_CLIENT);
    }

    /** This event with one more member, or another value of it, whichever name it has. */
    public WebhookEvent with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new WebhookEvent(name, more, missing);
    }

    /** This event without a member, such as {@code sg_message_id}, which bounces that come late do not have. */
    public WebhookEvent without(String member) {
        Set<String> more = new LinkedHashSet<>(missing);
        more.add(member);
        return new WebhookEvent(name, members, more);
    }

    /** The name. */
    @Override
    public String toString() {
        return "WebhookEvent[" + name + "]";
    }
}
