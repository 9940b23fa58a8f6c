package io.tidings.error;

import java.util.List;
import java.util.stream.Collectors;

/** Templates do not fit what they are for. Lists every problem that was found, so that one run shows all of them. */
public final class InvalidTemplatesException extends TidingsException {

    private static final long serialVersionUID = 1L;

    private final List<TemplateProblem> problems;

    /** @param problems at least one */
    public InvalidTemplatesException(List<TemplateProblem> problems) {
        super(describe(problems));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order of files and lines. */
    public List<TemplateProblem> problems() {
        return problems;
    }

    private static String describe(List<TemplateProblem> problems) {
        if (problems.isEmpty()) {
            throw new InvalidArgumentException("problems", "must not be empty");
        }
        String heading = problems.size() == 1
                ? "The templates have a problem:"
                : "The templates have " + problems.size() + " problems:";
        return problems.stream().map(problem -> "\n  - " + problem).collect(Collectors.joining("", heading, ""));
    }
}
