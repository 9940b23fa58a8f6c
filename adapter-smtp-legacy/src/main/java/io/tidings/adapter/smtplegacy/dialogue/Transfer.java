package io.tidings.adapter.smtplegacy.dialogue;

import io.tidings.email.EmailAddress;
import io.tidings.email.Failure;
import java.util.List;
import java.util.Map;

/**
 * What came of one transaction.
 *
 * @param accepted whether the relay took the message over, for all recipients that the other two do not name
 * @param refused why, for each recipient that the relay refused
 * @param left the recipients for whom another transaction is needed, because they were too many for this one
 */
public record Transfer(boolean accepted, Map<EmailAddress, Failure> refused, List<EmailAddress> left) {}
