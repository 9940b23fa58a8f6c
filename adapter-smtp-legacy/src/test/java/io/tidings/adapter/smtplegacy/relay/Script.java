package io.tidings.adapter.smtplegacy.relay;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Where a relay departs from what it should do. Called by several threads. */
@FunctionalInterface
public interface Script {

    /**
     * What to do instead.
     *
     * @param connection 1 for the first one that was made to the relay
     */
    Optional<Answer> answer(Step step, String command, int connection);

    /** A relay that does what it should. */
    static Script none() {
        return (step, command, connection) -> Optional.empty();
    }

    /** The same at every such step. */
    static Script at(Step at, Answer answer) {
        return (step, command, connection) -> step == at ? Optional.of(answer) : Optional.empty();
    }

    /** At the so-many-th such step, counted from 1 over all connections, and only there. */
    static Script atNth(Step at, int nth, Answer answer) {
        AtomicInteger count = new AtomicInteger();
        return (step, command, connection) ->
                step == at && count.incrementAndGet() == nth ? Optional.of(answer) : Optional.empty();
    }

    /** Where a command holds a text. */
    static Script where(String text, Answer answer) {
        return (step, command, connection) -> command.contains(text) ? Optional.of(answer) : Optional.empty();
    }

    /** This one, and where it has nothing to say, another one. */
    default Script or(Script other) {
        return (step, command, connection) ->
                answer(step, command, connection).or(() -> other.answer(step, command, connection));
    }
}
