package io.tidings.templates.internal;

import org.jspecify.annotations.Nullable;

/** The files of one template for one locale, as far as there are any. */
public record TemplateFiles(
        @Nullable TemplateFile subject,
        @Nullable TemplateFile html,
        @Nullable TemplateFile text) {}
