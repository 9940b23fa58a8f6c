package io.tidings.templates;

import io.tidings.Notification;

/** Breaks a rule on purpose: a template engine that knows notifications. */
public class OffendsTemplates {
    Notification notification;
}
