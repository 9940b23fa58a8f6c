package io.tidings.testkit.sendgrid;

import io.tidings.testkit.sendgrid.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/** What arrived, as long as there is room. Thread-safe. */
final class Records {

    private final int capacity;
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final List<SimulatedMail> mails = new ArrayList<>();
    private final List<SimulatedMail> sandboxed = new ArrayList<>();

    /** @param capacity how many requests to keep; 0 to count only */
    Records(int capacity) {
        this.capacity = capacity;
    }

    /** Whether there was room for it, or none is wanted. */
    synchronized boolean add(HttpRequest head, String body) {
        if (requests.size() < capacity) {
            requests.add(new RecordedRequest(head, body));
            return true;
        }
        return capacity == 0;
    }

    synchronized void addMails(List<SimulatedMail> accepted, boolean sandbox) {
        if (capacity > 0) {
            (sandbox ? sandboxed : mails).addAll(accepted);
        }
    }

    synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    synchronized List<SimulatedMail> mails() {
        return List.copyOf(mails);
    }

    synchronized List<SimulatedMail> sandboxed() {
        return List.copyOf(sandboxed);
    }

    synchronized void clear() {
        requests.clear();
        mails.clear();
        sandboxed.clear();
    }
}
