package io.tidings.error;

import java.io.Serializable;
import java.util.Objects;

/**
 * One thing that is wrong with a template.
 *
 * @param template the file, such as {@code data-submitted/html_es.ftlh}; or the template, if no file is at fault
 * @param line counted from 1; 0 if the file as a whole is meant
 * @param column counted from 1; 0 if the file as a whole is meant
 * @param expression the template's own text at that place; empty if there is none
 * @param problem what is wrong and what to do
 */
public record TemplateProblem(String template, int line, int column, String expression, String problem)
        implements Serializable {

    public TemplateProblem {
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(expression, "expression");
        Objects.requireNonNull(problem, "problem");
    }

    @Override
    public String toString() {
        return template
                + (line > 0 ? ", line " + line + ", column " + column : "")
                + (expression.isEmpty() ? "" : ", at \"" + expression + "\"")
                + ": " + problem;
    }
}
