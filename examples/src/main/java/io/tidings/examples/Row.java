package io.tidings.examples;

import io.tidings.Receipt;
import java.util.List;

/** What became of one event for one recipient. */
record Row(
        String event,
        String recipient,
        String template,
        String adapter,
        String result,
        String reason,
        boolean hasReceipt) {

    static final List<String> HEADINGS = List.of("EVENT", "RECIPIENT", "TEMPLATE", "ADAPTER", "RESULT", "REASON");

    List<String> cells() {
        return List.of(event, recipient, template, adapter, result, reason);
    }

    static Row of(String event, String recipient, Receipt receipt) {
        return new Row(
                event,
                recipient,
                receipt.template(),
                receipt.result().lastProvider().orElse("-"),
                receipt.result()
                        .fold(
                                accepted -> "accepted",
                                deferred -> "deferred",
                                rejected -> "rejected",
                                unconfirmed -> "unconfirmed"),
                receipt.result().problem().map(failure -> failure.summary()).orElse("-"),
                true);
    }

    static Row withoutReceipt(String event, String problem) {
        return new Row(event, "-", "-", "-", "not sent", problem, false);
    }
}
