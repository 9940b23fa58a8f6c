package io.tidings.error;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The configuration cannot work. Lists every problem that was found, so that one start shows all of them; no value is
 * printed, because any of them may be a secret or an address.
 */
public final class ConfigurationException extends TidingsException {

    private static final long serialVersionUID = 1L;

    private final List<ConfigurationProblem> problems;

    /** @param problems at least one */
    public ConfigurationException(List<ConfigurationProblem> problems) {
        super(describe(problems));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order in which it was found. */
    public List<ConfigurationProblem> problems() {
        return problems;
    }

    private static String describe(List<ConfigurationProblem> problems) {
        if (problems.isEmpty()) {
            throw new InvalidArgumentException("problems", "must not be empty");
        }
        String heading = problems.size() == 1
                ? "The configuration has a problem:"
                : "The configuration has " + problems.size() + " problems:";
        return problems.stream().map(problem -> "\n  - " + problem).collect(Collectors.joining("", heading, ""));
    }
}
