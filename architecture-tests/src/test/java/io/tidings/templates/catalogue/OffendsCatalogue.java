package io.tidings.templates.catalogue;

import freemarker.template.Template;

/** Breaks a rule on purpose: a catalogue that knows the template engine. */
public class OffendsCatalogue {
    Template template;
}
