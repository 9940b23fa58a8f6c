package io.tidings.email;

import freemarker.template.Configuration;
import io.tidings.error.OffendsError;

/** Breaks rules on purpose: a port that knows an SDK, in a circle of packages. */
public class OffendsEmail {
    Configuration configuration;
    OffendsError error;
}
