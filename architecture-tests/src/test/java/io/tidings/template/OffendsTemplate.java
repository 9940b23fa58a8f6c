package io.tidings.template;

import io.tidings.email.EmailMessage;

/** Breaks a rule on purpose: templates that know e-mail. */
public class OffendsTemplate {
    EmailMessage message;
}
