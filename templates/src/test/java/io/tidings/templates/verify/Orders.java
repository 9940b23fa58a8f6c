package io.tidings.templates.verify;

import io.tidings.error.TemplateProblem;
import io.tidings.template.TemplateId;
import io.tidings.templates.FreeMarkerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A directory of templates about an order, and what the verifier says of it. */
final class Orders {

    /** What the template {@code order} is about. */
    record Order(
            String name,
            int count,
            boolean late,
            Instant at,
            Optional<String> nick,
            Optional<Boolean> urgent,
            Optional<Item> gift,
            List<Item> items,
            List<Group> groups,
            Colour colour,
            Map<String, String> labels,
            BigDecimal price) {}

    record Item(String label, boolean done, Optional<String> remark) {}

    record Group(String title, List<Item> items) {}

    enum Colour {
        RED,
        GREEN
    }

    /** Reads all of it, so that nothing else is wrong. */
    private static final String ALL = """

            ${name} ${count} ${late?c} ${at} ${nick!'-'} ${(urgent!false)?c} ${colour} ${price} ${labels?size}
            <#list (gift?? ?then([gift], [])) + items as i>${i.label} ${i.done?c} ${i.remark!}</#list>
            <#list groups as g>${g.title}<#list g.items as i>${i.label} ${i.done?c} ${i.remark!}</#list></#list>
            """;

    private final Path root;

    Orders(Path root) {
        this.root = root;
    }

    /** With what reads the rest of the record behind it. */
    Orders text(String template) {
        return with("order/text.ftl", template + ALL);
    }

    Orders html(String template) {
        return text("").with("order/html.ftlh", template);
    }

    Orders with(String name, String content) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TemplateVerifier verifier() {
        if (!Files.exists(root.resolve("order/subject.ftl"))) {
            with("order/subject.ftl", "Your order");
        }
        return TemplateVerifier.of(new FreeMarkerConfig(Optional.of(root), Locale.ENGLISH, false, Map.of()))
                .type(new TemplateId("order"), Order.class);
    }

    List<TemplateProblem> problems() {
        return verifier().problems();
    }
}
