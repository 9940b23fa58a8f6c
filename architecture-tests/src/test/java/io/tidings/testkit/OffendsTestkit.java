package io.tidings.testkit;

import freemarker.template.Template;

/** Breaks a rule on purpose: a test kit that knows an SDK. */
public class OffendsTestkit {
    Template template;
}
