package io.tidings.templates.catalogue;

import io.tidings.templates.internal.Part;

/** Breaks a rule on purpose: a catalogue that looks at the engine's internals. */
public class OffendsTemplateInternals {

    Part part;
}
