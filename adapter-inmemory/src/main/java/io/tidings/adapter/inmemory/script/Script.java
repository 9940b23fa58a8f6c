package io.tidings.adapter.inmemory.script;

import io.tidings.error.InvalidArgumentException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;

/** The answers that are still to be given: first those in the queue, one for each message, then always the same. */
public final class Script {

    /** How many answers can be waiting. */
    public static final int CAPACITY = 100_000;

    private final Queue<Answer> queue = new ArrayDeque<>();
    private Answer always = Answer.accepted();

    /**
     * Adds answers behind those that are waiting.
     *
     * @throws InvalidArgumentException if there would be more than {@link #CAPACITY}; none is then added
     */
    public synchronized void next(List<Answer> answers) {
        if (queue.size() + answers.size() > CAPACITY) {
            throw new InvalidArgumentException("answers", "must not be more than " + CAPACITY + " at a time");
        }
        queue.addAll(List.copyOf(answers));
    }

    /** What to answer when the queue is empty; at first {@link Answer#accepted()}. */
    public synchronized void always(Answer answer) {
        always = Objects.requireNonNull(answer, "answer");
    }

    /** The answer to the next message; it is used up if it was in the queue. */
    public synchronized Answer take() {
        Answer next = queue.poll();
        return next == null ? always : next;
    }
}
