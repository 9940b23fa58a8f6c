package io.tidings.benchmarks.soak.farside;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;

/** An SMTP relay that fails. Thread-safe. */
final class Relay implements AutoCloseable {

    static final String NAME = "smtp-legacy";

    private final Copies copies;
    private final Faults<SmtpFault> ofSessions;
    private final Faults<SmtpFault> ofMessages;
    private final Listener listener;

    /** @param share how many of its sessions and of its messages fail, from 0 to 1 */
    Relay(long seed, double share, Copies copies) throws IOException {
        this.copies = copies;
        ofSessions = new Faults<>(seed, share, SmtpFault.ofSessions());
        ofMessages = new Faults<>(seed + 1, share, SmtpFault.ofMessages());
        listener = new Listener(this::serve);
    }

    int port() {
        return listener.port();
    }

    private void serve(Socket client) throws IOException {
        new RelaySession(client, ofSessions.next(), ofMessages::next, this::take).run();
    }

    private void take(String id, String recipient) {
        copies.taken(id, recipient, NAME);
    }

    Map<String, Integer> faults() {
        Map<String, Integer> all = new TreeMap<>(ofSessions.counts());
        all.putAll(ofMessages.counts());
        return all;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
