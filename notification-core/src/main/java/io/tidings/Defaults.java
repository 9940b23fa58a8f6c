package io.tidings;

import io.tidings.email.EmailAddress;
import java.util.List;

/** What holds for every message that says nothing else. */
record Defaults(EmailAddress from, List<EmailAddress> replyTo) {}
