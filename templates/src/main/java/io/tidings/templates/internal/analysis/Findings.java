package io.tidings.templates.internal.analysis;

import io.tidings.error.TemplateProblem;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The problems that were found, each once. */
public final class Findings {

    private static final int MAX_EXPRESSION = 120;
    private static final Comparator<TemplateProblem> ORDER = Comparator.comparing(TemplateProblem::template)
            .thenComparing(TemplateProblem::line)
            .thenComparing(TemplateProblem::column)
            .thenComparing(TemplateProblem::problem);

    private final Set<TemplateProblem> problems = new LinkedHashSet<>();

    /** A problem at a place in a file. */
    void add(Span span, String problem) {
        String expression = span.text().strip();
        int end = expression.indexOf('\n') < 0 ? expression.length() : expression.indexOf('\n');
        problems.add(new TemplateProblem(
                span.source().name(),
                span.line(),
                span.column(),
                expression.substring(0, Math.min(end, MAX_EXPRESSION)),
                problem));
    }

    /** A problem of a file or template as a whole, unless its place is known. */
    public void add(String template, String problem) {
        boolean known = problems.stream()
                .anyMatch(found ->
                        found.template().equals(template) && found.problem().equals(problem));
        if (!known) {
            add(new TemplateProblem(template, 0, 0, "", problem));
        }
    }

    /** A problem, unless there is one at its place. */
    public void add(TemplateProblem problem) {
        boolean known = problem.line() > 0
                && problems.stream()
                        .anyMatch(found -> found.template().equals(problem.template())
                                && found.line() == problem.line()
                                && found.column() == problem.column());
        if (!known) {
            problems.add(problem);
        }
    }

    /** All of them, in the order of files and lines. */
    public List<TemplateProblem> sorted() {
        return problems.stream().sorted(ORDER).toList();
    }
}
