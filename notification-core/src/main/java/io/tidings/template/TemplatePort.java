package io.tidings.template;

import io.tidings.error.TemplateException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/**
 * Renders a template's subject, HTML and text.
 *
 * <p>What an implementation owes its callers: it is thread-safe; templates see the model's values and nothing of Java
 * behind them; values are escaped for HTML in the HTML part; {@code java.time} values are shown in the given locale and
 * zone; errors name template, position and expression, and never a value.
 */
public interface TemplatePort extends AutoCloseable {

    /**
     * Renders all parts of one template.
     *
     * @param id which template
     * @param model what {@link TemplateModel} makes: maps, lists, strings, numbers, booleans and {@code java.time}
     *     values
     * @param locale the reader's; falls back to its language, then to the default language. {@link Locale#ROOT} asks
     *     for the default
     * @param zone in which instants are shown
     * @throws TemplateException if a part is missing, does not parse or does not fit the model
     */
    RenderedTemplate render(TemplateId id, Map<String, Object> model, Locale locale, ZoneId zone);

    /** Whether there is such a template, in any language. */
    boolean has(TemplateId id);

    /** Releases what the implementation holds, by default nothing. Idempotent. */
    @Override
    default void close() {}
}
