package io.tidings.testkit.sendgrid;

import io.tidings.error.InvalidArgumentException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Queue;

/**
 * What one path answers: first the answers that are waiting, one for each request, then always the same. Thread-safe.
 */
public final class Script {

    private static final int CAPACITY = 100_000;

    private final Queue<Answer> queue = new ArrayDeque<>();
    private Answer always = Answer.sendGrid();

    Script() {}

    /** Adds answers, one for each request, behind those that are waiting. */
    public Script next(Answer... answers) {
        return add(List.of(answers));
    }

    /** Adds one answer for so many requests, behind those that are waiting. */
    public Script next(int times, Answer answer) {
        return add(Collections.nCopies(times, answer));
    }

    private synchronized Script add(List<Answer> answers) {
        if (queue.size() + answers.size() > CAPACITY) {
            throw new InvalidArgumentException("answers", "must not be more than " + CAPACITY + " at a time");
        }
        queue.addAll(answers);
        return this;
    }

    /** What to answer when none is waiting; at first {@link Answer#sendGrid()}. */
    public synchronized Script always(Answer answer) {
        always = Objects.requireNonNull(answer, "answer");
        return this;
    }

    synchronized Answer take() {
        Answer next = queue.poll();
        return next == null ? always : next;
    }
}
