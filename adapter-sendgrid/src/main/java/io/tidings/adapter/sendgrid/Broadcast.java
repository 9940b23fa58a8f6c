package io.tidings.adapter.sendgrid;

import io.tidings.adapter.sendgrid.http.HttpAnswer;
import io.tidings.adapter.sendgrid.http.HttpBody;
import io.tidings.adapter.sendgrid.http.HttpResult;
import io.tidings.adapter.sendgrid.http.HttpTransport;
import io.tidings.adapter.sendgrid.mail.MailLimits;
import io.tidings.adapter.sendgrid.mail.MailSendMapper;
import io.tidings.email.Attempt;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Limit;
import io.tidings.email.Outcome;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sends messages that are alike in as few requests as the limits allow, one group of them after the other. What a
 * request was refused for is sent again without what was at fault; what may have been sent never is. A provider that
 * proves to be of no use is not asked again on behalf of those that are left: they are deferred, so that another one
 * can be asked at once.
 */
final class Broadcast {

    private static final String PATH = "/v3/mail/send";

    /**
     * So many requests may be refused in a row on the search for what is at fault; then each refusal holds for all of
     * its request, until one is accepted again.
     */
    private static final int SEARCHES = 100;

    /** So many requests in a row that did not get through mean that the next will not either. */
    private static final int FAILURES_IN_A_ROW = 3;

    private final HttpTransport transport;
    private final MailSendMapper mapper;
    private final Answers answers;
    private final InstantSource clock;
    private final Deque<List<Parcel>> waiting = new ArrayDeque<>();
    private int searches;
    private int failures;
    private Optional<Failure> end = Optional.empty();

    Broadcast(HttpTransport transport, MailSendMapper mapper, Answers answers, InstantSource clock) {
        this.transport = transport;
        this.mapper = mapper;
        this.answers = answers;
        this.clock = clock;
    }

    /** Sends them all, and gives each its result. */
    void send(List<Parcel> alike) {
        divide(alike);
        while (!waiting.isEmpty()) {
            List<Parcel> parcels = fresh(waiting.removeFirst());
            if (end.isPresent()) {
                Failure failure = end.get();
                parcels.forEach(parcel -> parcel.failed(failure));
            } else if (!parcels.isEmpty()) {
                sendTogether(parcels);
            }
        }
    }

    /** By the number of recipients. */
    private void divide(List<Parcel> alike) {
        List<Parcel> request = new ArrayList<>();
        int recipients = 0;
        for (Parcel parcel : alike) {
            int more = parcel.message().recipients().size();
            if (recipients + more > MailLimits.RECIPIENTS) {
                waiting.addLast(request);
                request = new ArrayList<>();
                recipients = 0;
            }
            request.add(parcel);
            recipients += more;
        }
        waiting.addLast(request);
    }

    /** Those that are still worth sending. */
    private List<Parcel> fresh(List<Parcel> parcels) {
        Instant now = clock.instant();
        List<Parcel> fresh = new ArrayList<>(parcels.size());
        for (Parcel parcel : parcels) {
            if (parcel.message()
                    .expiry()
                    .filter(expiry -> !now.isBefore(expiry))
                    .isPresent()) {
                parcel.failed(Failure.of(Verdict.MESSAGE, FailureReason.EXPIRED));
            } else {
                fresh.add(parcel);
            }
        }
        return fresh;
    }

    private void sendTogether(List<Parcel> parcels) {
        Instant start = clock.instant();
        HttpBody body;
        try {
            body = mapper.map(messages(parcels), start);
        } catch (RuntimeException e) {
            // Only an attachment's source runs code of others here, when it is asked for its size.
            failAll(parcels, Failure.of(Verdict.MESSAGE, FailureReason.UNREADABLE_ATTACHMENT));
            return;
        }
        if (body.length() > MailLimits.REQUEST_OCTETS) {
            halveOr(parcels, Failure.unsupported(Limit.ENCODED_BYTES));
            return;
        }
        HttpResult result = transport.post(PATH, body);
        Instant now = clock.instant();
        Outcome outcome = answers.outcome(result, now);
        Duration took = now.isBefore(start) ? Duration.ZERO : Duration.between(start, now);
        Attempt attempt = new Attempt(SendGridEmailAdapter.NAME, outcome, start, took);
        parcels.forEach(parcel -> parcel.attempted(attempt));
        if (outcome instanceof Failure failure) {
            settle(parcels, failure, result);
        } else {
            searches = 0;
            failures = 0;
            String id = Answers.messageId((HttpAnswer) result);
            parcels.forEach(parcel -> parcel.accepted(id));
        }
    }

    private static List<EmailMessage> messages(List<Parcel> parcels) {
        return parcels.stream().map(Parcel::message).toList();
    }

    private void settle(List<Parcel> parcels, Failure failure, HttpResult result) {
        judge(failure);
        if (failure.reason() != FailureReason.INVALID_MESSAGE || !(result instanceof HttpAnswer answer)) {
            failAll(parcels, failure);
            return;
        }
        ErrorDetails details = ErrorDetails.read(answer.body());
        Set<Integer> faulty = details.personalizations();
        faulty.removeIf(number -> number >= parcels.size());
        if (details.areAboutAll() || parcels.size() == 1 || searches >= SEARCHES) {
            failAll(parcels, failure);
        } else if (faulty.isEmpty()) {
            searches++;
            halveOr(parcels, failure);
        } else {
            searches++;
            sendWithout(faulty, parcels, failure);
        }
    }

    /** What a failure means for the messages that are left. */
    private void judge(Failure failure) {
        Verdict verdict = failure.verdict();
        boolean isDown = (verdict == Verdict.TRANSPORT || verdict == Verdict.UNKNOWN)
                && failure.breakerEffect() != Verdict.BreakerEffect.IGNORE;
        failures = isDown ? failures + 1 : 0;
        if (verdict == Verdict.ACCOUNT || verdict == Verdict.RATE) {
            end = Optional.of(failure);
        } else if (failures == FAILURES_IN_A_ROW) {
            // What may be unknown of these messages is certain for the others: they were not sent.
            end = Optional.of(Failure.of(Verdict.TRANSPORT, failure.reason()));
        }
    }

    private void sendWithout(Set<Integer> faulty, List<Parcel> parcels, Failure failure) {
        List<Parcel> others = new ArrayList<>();
        for (int i = 0; i < parcels.size(); i++) {
            if (faulty.contains(i)) {
                parcels.get(i).failed(failure);
            } else {
                others.add(parcels.get(i));
            }
        }
        waiting.addFirst(others);
    }

    /** Two requests instead of one; a message alone fails. */
    private void halveOr(List<Parcel> parcels, Failure failure) {
        if (parcels.size() == 1) {
            failAll(parcels, failure);
            return;
        }
        int half = parcels.size() / 2;
        waiting.addFirst(List.copyOf(parcels.subList(half, parcels.size())));
        waiting.addFirst(List.copyOf(parcels.subList(0, half)));
    }

    private static void failAll(List<Parcel> parcels, Failure failure) {
        parcels.forEach(parcel -> parcel.failed(failure));
    }
}
