package io.tidings.adapter.sendgrid.webhook.event;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is read of an event. */
enum Field {
    EVENT("event"),
    EMAIL("email"),
    TIMESTAMP("timestamp"),
    EVENT_ID("sg_event_id"),
    MESSAGE_ID("sg_message_id"),
    SMTP_ID("smtp-id"),
    TIDINGS_ID("tidings_id"),
    TYPE("type"),
    CLASSIFICATION("bounce_classification"),
    REASON("reason"),
    RESPONSE("response"),
    STATUS("status"),
    GROUP("asm_group_id"),
    MACHINE_OPEN("sg_machine_open");

    /** What is reported of readers and not kept unless asked for. */
    static final Set<String> CLIENT = Set.of("ip", "useragent", "url", "url_offset");

    /** What is known and not needed. */
    private static final Set<String> UNUSED = Set.of(
            "category",
            "attempt",
            "tls",
            "cert_err",
            "pool",
            "send_at",
            "sg_template_id",
            "sg_template_name",
            "sg_content_type",
            "sg_user_id",
            "post_type",
            "newsletter");

    private static final Map<String, Field> BY_NAME = new HashMap<>();

    static {
        for (Field field : values()) {
            BY_NAME.put(field.name, field);
        }
    }

    private final String name;

    Field(String name) {
        this.name = name;
    }

    static @Nullable Field of(String name) {
        return BY_NAME.get(name);
    }

    /** Whether nothing is lost if it is not kept. */
    static boolean isUnused(String name) {
        return UNUSED.contains(name) || CLIENT.contains(name);
    }
}
