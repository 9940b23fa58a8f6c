package io.tidings.adapter.inmemory;

import static io.tidings.adapter.inmemory.TestMessages.JANE;
import static io.tidings.adapter.inmemory.TestMessages.file;
import static io.tidings.adapter.inmemory.TestMessages.generated;
import static io.tidings.adapter.inmemory.TestMessages.message;

import io.tidings.adapter.inmemory.internal.Spool;
import io.tidings.adapter.inmemory.script.Answer;
import io.tidings.email.FailureReason;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Uses the adapter without AssertJ and JUnit. */
public final class PlainUse implements Callable<String> {

    /** For {@link ClassPathTest}. */
    public PlainUse() {}

    @Override
    public String call() {
        try (InMemoryEmailAdapter adapter = new InMemoryEmailAdapter()) {
            adapter.next(
                    Answer.deferred(Verdict.RATE, FailureReason.RATE_LIMITED).retryAfter(Duration.ofSeconds(1)));
            String first = adapter.send(message().build()).getClass().getSimpleName();
            var message = message(file("big.bin", generated(Spool.IN_MEMORY + 1)));
            String second = adapter.send(message).getClass().getSimpleName();
            adapter.events().delivered(message.id());
            return first + ", " + second + ", "
                    + adapter.mailbox().messagesTo(JANE).size() + " arrived";
        }
    }
}
