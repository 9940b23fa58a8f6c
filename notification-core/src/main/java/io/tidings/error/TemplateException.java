package io.tidings.error;

import java.util.Optional;

/**
 * A template is missing, does not parse, or does not fit the model that it was given. Names template, position and
 * expression; never a value of the model.
 */
public final class TemplateException extends TidingsException {

    private static final long serialVersionUID = 1L;

    private final TemplateProblem problem;

    /**
     * @param template the template's name, such as {@code data-submitted/html_es.ftlh}
     * @param problem what is wrong, without any value of the model
     */
    public TemplateException(String template, String problem) {
        this(template, problem, 0, 0, "");
    }

    /**
     * @param template the template's name, such as {@code data-submitted/html_es.ftlh}
     * @param problem what is wrong, without any value of the model
     * @param line counted from 1; 0 if not known
     * @param column counted from 1; 0 if not known
     * @param expression the template's own expression that failed; empty if not known
     */
    public TemplateException(String template, String problem, int line, int column, String expression) {
        this(new TemplateProblem(template, line, column, expression, problem));
    }

    private TemplateException(TemplateProblem problem) {
        super("Template " + problem);
        this.problem = problem;
    }

    /** What is wrong, and where. */
    public TemplateProblem problem() {
        return problem;
    }

    /** The template's name. */
    public String template() {
        return problem.template();
    }

    /** The line, counted from 1; 0 if not known. */
    public int line() {
        return problem.line();
    }

    /** The column, counted from 1; 0 if not known. */
    public int column() {
        return problem.column();
    }

    /** The template's own expression that failed. */
    public Optional<String> expression() {
        return Optional.of(problem.expression()).filter(expression -> !expression.isEmpty());
    }
}
