package io.tidings.benchmarks.soak;

import io.tidings.benchmarks.soak.farside.Copies;
import io.tidings.benchmarks.soak.farside.Copies.Copy;
import java.util.ArrayList;
import java.util.List;

/** What the library said, held against what the providers have. */
final class Findings {

    private final List<Sent> sent;
    private final Copies copies;
    private final List<String> broken = new ArrayList<>();

    /** @param wanted how many messages there should be */
    Findings(int wanted, List<Sent> sent, Copies copies) {
        this.sent = List.copyOf(sent);
        this.copies = copies;
        if (sent.size() != wanted) {
            broken.add("Only " + sent.size() + " of " + wanted + " messages were sent in time");
        }
        sent.forEach(message -> message.copies().forEach(copy -> check(message, copy)));
        int strays = copies.count() - sent.stream().mapToInt(this::taken).sum();
        if (strays != 0) {
            broken.add(strays + " copies are for nobody to whom a message was");
        }
    }

    private void check(Sent message, Copy copy) {
        int count = copies.takersOf(copy).size();
        if (count < message.least(copy.recipient())) {
            broken.add("Lost: " + told(message, copy));
        } else if (count > 1) {
            broken.add("Doubled: " + told(message, copy));
        } else if (count > message.most(copy.recipient())) {
            broken.add("Sent although the result says that it was not: " + told(message, copy));
        }
    }

    private String told(Sent message, Copy copy) {
        return copy.id() + ", taken by " + copies.takersOf(copy) + ", " + message.result();
    }

    /** Every promise that was not kept, so that somebody can look for the message; empty if all is well. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    List<Sent> sent() {
        return sent;
    }

    /** How many copies of one message the providers have. */
    int taken(Sent message) {
        return message.copies().stream()
                .mapToInt(copy -> copies.takersOf(copy).size())
                .sum();
    }
}
