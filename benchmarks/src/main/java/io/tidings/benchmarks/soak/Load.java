package io.tidings.benchmarks.soak;

import io.tidings.Receipt;
import io.tidings.Recipient;
import io.tidings.SendOptions;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.templates.catalogue.AccessRequestApproved;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** One who sends until all messages are sent: to one recipient, to some at once, and as broadcasts. For one thread. */
final class Load {

    private static final int LARGEST_BROADCAST = 40;
    private static final int MOST_RECIPIENTS = 5;
    /** After a message that found all breakers open; else many would, and say nothing. */
    private static final int BREATH_MILLIS = 30;

    private static final AccessRequestApproved NEWS =
            new AccessRequestApproved("Jane", "Data Analyst", "Office of Example");

    private final Random random;
    private final List<Route> routes;
    private final AtomicInteger left;
    private final List<Sent> sent = new ArrayList<>();

    /** @param left how many messages all of them together still have to send */
    Load(long seed, List<Route> routes, AtomicInteger left) {
        this.random = new Random(seed);
        this.routes = routes;
        this.left = left;
    }

    /** Sends, and says what became of each message. */
    List<Sent> run(BooleanSupplier inTime) throws InterruptedException {
        while (inTime.getAsBoolean()) {
            Route route = routes.get(random.nextInt(routes.size()));
            int kind = random.nextInt(100);
            int wanted = kind < 2 ? 1 + random.nextInt(LARGEST_BROADCAST) : 1;
            int messages = Math.min(wanted, left.getAndAdd(-wanted));
            if (messages <= 0) {
                return sent;
            }
            if (kind < 2) {
                broadcast(route, addresses(messages));
            } else if (kind < 25) {
                toSome(route, addresses(2 + random.nextInt(MOST_RECIPIENTS - 1)));
            } else {
                List<String> address = addresses(1);
                keep(route, route.notifier().send(NEWS, Recipient.of(address.get(0))), address);
            }
            if (sent.get(sent.size() - 1).attempts().isEmpty()) {
                Thread.sleep(BREATH_MILLIS);
            }
        }
        return sent;
    }

    private void broadcast(Route route, List<String> addresses) {
        List<Recipient> recipients = addresses.stream().map(Recipient::of).toList();
        List<Receipt> receipts = route.notifier().sendAll(NEWS, recipients, SendOptions.none());
        for (int i = 0; i < receipts.size(); i++) {
            keep(route, receipts.get(i), List.of(addresses.get(i)));
        }
    }

    private void toSome(Route route, List<String> addresses) {
        List<EmailAddress> recipients = addresses.stream().map(EmailAddress::of).toList();
        EmailMessage message = EmailMessage.builder()
                .from(EmailAddress.of("portal@example.gov"))
                .to(recipients.get(0))
                .cc(recipients.subList(1, recipients.size() - 1))
                .bcc(recipients.get(recipients.size() - 1))
                .subject("Your access request was approved")
                .text("Your request was approved; see the portal.\n".repeat(1 + random.nextInt(100)))
                .build();
        keep(route, route.notifier().send(message), addresses);
    }

    private void keep(Route route, Receipt receipt, List<String> addresses) {
        sent.add(new Sent(route.first(), receipt, addresses));
    }

    private List<String> addresses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "r" + Long.toUnsignedString(random.nextLong(), 36) + "@example.org")
                .toList();
    }
}
