package io.tidings.adapter.sendgrid.account;

import io.tidings.adapter.sendgrid.account.Finding.Level;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a check of an account found. Immutable.
 *
 * @param findings in the order in which things were looked at
 */
public record AccountReport(List<Finding> findings) {

    public AccountReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing stands in the way of sending. */
    public boolean canSend() {
        return findings.stream().noneMatch(finding -> finding.level() == Level.ERROR);
    }

    /** One line for each finding. */
    @Override
    public String toString() {
        return findings.stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }
}
