package io.tidings.testkit.sendgrid.rules;

import static io.tidings.testkit.sendgrid.rules.Shape.ANY_OBJECT;
import static io.tidings.testkit.sendgrid.rules.Shape.BOOLEAN;
import static io.tidings.testkit.sendgrid.rules.Shape.INTEGER;
import static io.tidings.testkit.sendgrid.rules.Shape.TEXT;
import static io.tidings.testkit.sendgrid.rules.Shape.array;
import static io.tidings.testkit.sendgrid.rules.Shape.object;

import java.util.Map;

/** The fields of a mail (https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send). */
final class MailShape {

    private static final Shape MAILBOX = object(Map.of("email", TEXT, "name", TEXT));

    private static final Shape PERSONALIZATION = object(Map.of(
            "from", MAILBOX,
            "to", array(MAILBOX),
            "cc", array(MAILBOX),
            "bcc", array(MAILBOX),
            "subject", TEXT,
            "headers", ANY_OBJECT,
            "substitutions", ANY_OBJECT,
            "dynamic_template_data", ANY_OBJECT,
            "custom_args", ANY_OBJECT,
            "send_at", INTEGER));

    private static final Shape ATTACHMENT =
            object(Map.of("content", TEXT, "type", TEXT, "filename", TEXT, "disposition", TEXT, "content_id", TEXT));

    private static final Shape SWITCH = object(Map.of("enable", BOOLEAN));

    private static final Shape MAIL_SETTINGS = object(Map.of(
            "bypass_list_management", SWITCH,
            "bypass_spam_management", SWITCH,
            "bypass_bounce_management", SWITCH,
            "bypass_unsubscribe_management", SWITCH,
            "footer", object(Map.of("enable", BOOLEAN, "text", TEXT, "html", TEXT)),
            "sandbox_mode", SWITCH));

    private static final Shape TRACKING_SETTINGS = object(Map.of(
            "click_tracking",
            object(Map.of("enable", BOOLEAN, "enable_text", BOOLEAN)),
            "open_tracking",
            object(Map.of("enable", BOOLEAN, "substitution_tag", TEXT)),
            "subscription_tracking",
            object(Map.of("enable", BOOLEAN, "text", TEXT, "html", TEXT, "substitution_tag", TEXT)),
            "ganalytics",
            object(Map.of(
                    "enable", BOOLEAN,
                    "utm_source", TEXT,
                    "utm_medium", TEXT,
                    "utm_term", TEXT,
                    "utm_content", TEXT,
                    "utm_campaign", TEXT))));

    static final Shape MAIL = object(Map.ofEntries(
            Map.entry("personalizations", array(PERSONALIZATION)),
            Map.entry("from", MAILBOX),
            Map.entry("reply_to", MAILBOX),
            Map.entry("reply_to_list", array(MAILBOX)),
            Map.entry("subject", TEXT),
            Map.entry("content", array(object(Map.of("type", TEXT, "value", TEXT)))),
            Map.entry("attachments", array(ATTACHMENT)),
            Map.entry("template_id", TEXT),
            Map.entry("headers", ANY_OBJECT),
            Map.entry("categories", array(TEXT)),
            Map.entry("custom_args", ANY_OBJECT),
            Map.entry("send_at", INTEGER),
            Map.entry("batch_id", TEXT),
            Map.entry("asm", object(Map.of("group_id", INTEGER, "groups_to_display", array(INTEGER)))),
            Map.entry("ip_pool_name", TEXT),
            Map.entry("mail_settings", MAIL_SETTINGS),
            Map.entry("tracking_settings", TRACKING_SETTINGS)));

    private MailShape() {}
}
