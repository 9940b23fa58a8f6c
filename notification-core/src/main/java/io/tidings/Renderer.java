package io.tidings;

import io.tidings.email.Content;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Rejected;
import io.tidings.email.Verdict;
import io.tidings.error.InvalidArgumentException;
import io.tidings.error.TemplateException;
import io.tidings.template.RenderedTemplate;
import io.tidings.template.TemplateId;
import io.tidings.template.TemplatePort;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders one notification for any number of recipients: once for each locale and zone among them. Used by one thread.
 */
final class Renderer {

    private static final Logger LOG = LoggerFactory.getLogger("io.tidings");

    private final TemplatePort templates;
    private final TemplateId template;
    private final Map<String, Object> model;
    private final Map<Audience, Rendering> renderings = new HashMap<>();

    Renderer(TemplatePort templates, TemplateId template, Map<String, Object> model) {
        this.templates = templates;
        this.template = template;
        this.model = model;
    }

    Rendering render(Recipient recipient) {
        return renderings.computeIfAbsent(new Audience(recipient.locale(), recipient.zone()), this::render);
    }

    private Rendering render(Audience audience) {
        try {
            RenderedTemplate rendered = templates.render(template, model, audience.locale(), audience.zone());
            return new Rendering(
                    Optional.of(new Content(rendered.subject(), rendered.html(), rendered.text())), Optional.empty());
        } catch (TemplateException | InvalidArgumentException e) {
            LOG.error("Template {} could not be rendered: {}", template, e.getMessage());
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            // Its own text may hold values of the model.
            LOG.error(
                    "Template {} could not be rendered: {}",
                    template,
                    e.getClass().getName());
        }
        return new Rendering(
                Optional.empty(),
                Optional.of(new Rejected(Failure.of(Verdict.MESSAGE, FailureReason.TEMPLATE_FAILED), List.of())));
    }

    private record Audience(Locale locale, ZoneId zone) {}

    /** Either the content or why there is none. */
    record Rendering(Optional<Content> content, Optional<Rejected> rejected) {}
}
