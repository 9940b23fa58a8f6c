package io.tidings.benchmarks.soak.farside;

import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.testkit.sendgrid.Answer;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import io.tidings.testkit.sendgrid.SimulatedMail;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SendGrid and a relay, which fail at random, each behind a line that fails at random. */
public final class Providers implements AutoCloseable {

    private static final String SENDGRID = "sendgrid";
    /** How many requests, sessions and messages go wrong. */
    private static final double SHARE = 0.1;
    /** How many connections break on the way. */
    private static final double SHARE_OF_LINES = 0.2;
    /** What the simulator can hold; all further ones go well. */
    private static final int SCRIPTED = 60_000;

    private final Copies copies = new Copies();
    private final List<Optional<HttpFault>> script;
    private final SendGridSimulator sendGrid;
    private final Relay relay;
    private final Faults<LineFault> lineFaults;
    private final Line toSendGrid;
    private final Line toRelay;

    /** Starts them. The faults follow from the seed, but not which message meets which. */
    public Providers(long seed) throws IOException {
        Faults<HttpFault> httpFaults = new Faults<>(seed, SHARE, List.of(HttpFault.values()));
        script = Stream.generate(httpFaults::next).limit(SCRIPTED).toList();
        sendGrid = SendGridSimulator.builder().keep(SCRIPTED).start();
        sendGrid.next(script.stream()
                .map(fault -> fault.map(HttpFault::answer).orElseGet(Answer::sendGrid))
                .toArray(Answer[]::new));
        relay = new Relay(seed + 1, SHARE, copies);
        lineFaults = new Faults<>(seed + 3, SHARE_OF_LINES, Arrays.asList(LineFault.values()));
        toSendGrid = new Line(sendGrid.baseUrl().getPort(), lineFaults);
        toRelay = new Line(relay.port(), lineFaults);
    }

    /** Where the adapters find them. */
    public Map<String, String> settings() {
        return Map.of(
                "tidings.sendgrid.api-key",
                sendGrid.apiKey(),
                "tidings.sendgrid.base-url",
                "http://127.0.0.1:" + toSendGrid.port(),
                "tidings.smtp-legacy.host",
                "127.0.0.1:" + toRelay.port(),
                "tidings.smtp-legacy.tls",
                "none",
                "tidings.smtp-legacy.username",
                "soak",
                "tidings.smtp-legacy.password",
                "soak");
    }

    /** How often each thing went wrong, by where. */
    public Map<String, Map<String, Integer>> faults() {
        Map<String, Integer> ofSendGrid = script.stream()
                .limit(sendGrid.traffic().requests())
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(HttpFault::name, fault -> 1, Integer::sum, TreeMap::new));
        Map<String, Map<String, Integer>> all = new LinkedHashMap<>();
        all.put(SENDGRID, ofSendGrid);
        all.put(Relay.NAME, relay.faults());
        all.put("lines", lineFaults.counts());
        return all;
    }

    /** Ends all that is under way; then says what they took. */
    public Copies settle() throws IOException {
        close();
        sendGrid.mails().forEach(this::count);
        return copies;
    }

    private void count(SimulatedMail mail) {
        String id = Objects.requireNonNull(mail.customArgs().get(EmailMessage.ID_METADATA_KEY), "id");
        Stream.of(mail.to(), mail.cc(), mail.bcc())
                .flatMap(List::stream)
                .map(EmailAddress::address)
                .forEach(recipient -> copies.taken(id, recipient, SENDGRID));
    }

    @Override
    public void close() throws IOException {
        toSendGrid.close();
        toRelay.close();
        relay.close();
        sendGrid.close();
    }
}
