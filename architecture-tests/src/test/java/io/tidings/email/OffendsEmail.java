package io.tidings.email;

import com.sendgrid.SendGrid;
import freemarker.template.Configuration;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.tidings.error.OffendsError;
import org.apache.http.HttpHost;
import org.apache.james.mime4j.stream.MimeConfig;

/** Breaks rules on purpose: a port that knows an SDK, in a circle of packages. */
public class OffendsEmail {
    Configuration configuration;
    SendGrid sendGrid;
    CircuitBreaker breaker;
    HttpHost host;
    MimeConfig mime;
    OffendsError error;
}
