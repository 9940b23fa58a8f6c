package io.tidings.templates.internal;

import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.core.StopException;
import freemarker.core.UnexpectedTypeException;
import freemarker.template.MalformedTemplateNameException;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNotFoundException;
import io.tidings.error.TemplateException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what FreeMarker throws into errors that hold no value. FreeMarker's own messages quote values, so only the
 * kind, the position and the template's own expression are taken over, and never a cause.
 */
final class Failures {

    private static final int MAX_EXPRESSION = 200;

    private Failures() {}

    /** @param file the part that was being rendered */
    static TemplateException of(String file, freemarker.template.TemplateException e) {
        Throwable cause = e.getCause();
        if (cause instanceof ParseException parse) {
            return of(file, parse);
        }
        return new TemplateException(
                e.getTemplateSourceName() == null ? file : e.getTemplateSourceName(),
                problem(e, cause),
                e.getLineNumber() == null ? 0 : e.getLineNumber(),
                e.getColumnNumber() == null ? 0 : e.getColumnNumber(),
                expression(e.getBlamedExpressionString()));
    }

    static TemplateException of(String file, IOException thrown) {
        // From the second time on, FreeMarker's cache throws what it threw first as the cause of another one.
        IOException e = thrown.getCause() instanceof IOException first ? first : thrown;
        if (e instanceof ParseException parse) {
            String name = parse.getTemplateName();
            return new TemplateException(
                    name == null ? file : name,
                    "the file does not follow FreeMarker's syntax here",
                    Math.max(0, parse.getLineNumber()),
                    Math.max(0, parse.getColumnNumber()),
                    "");
        }
        return new TemplateException(file, problem(e));
    }

    private static String problem(freemarker.template.TemplateException e, @Nullable Throwable cause) {
        if (e instanceof InvalidReferenceException) {
            return "there is no such value; correct the name, or give a default with ! or ??";
        }
        if (e instanceof StopException) {
            return "the template stopped itself";
        }
        if (e instanceof UnsupportedTypeException unsupported) {
            return "a template cannot show a value of the type " + unsupported.type();
        }
        if (e instanceof UnexpectedTypeException) {
            return "the value is of the wrong type here, or does not read as the type that is asked for";
        }
        if (cause instanceof ArithmeticException) {
            return "the calculation has no result";
        }
        if (cause instanceof IOException io) {
            return problem(io);
        }
        return "this cannot be evaluated with the values of the model";
    }

    private static String problem(IOException e) {
        if (e instanceof RefusedNameException || e instanceof MalformedTemplateNameException) {
            return "a template may use only files under the templates' roots, named by plain relative paths";
        }
        if (e instanceof TemplateNotFoundException) {
            return "a file that it includes is not under the templates' roots";
        }
        if (e instanceof InvalidSourceException invalid) {
            return invalid.problem();
        }
        if (e instanceof BoundedWriter.FullException) {
            return "its output is larger than " + Engine.MAX_OUTPUT + " characters";
        }
        return "the file could not be read";
    }

    private static String expression(@Nullable String expression) {
        if (expression == null) {
            return "";
        }
        return expression.length() <= MAX_EXPRESSION ? expression : expression.substring(0, MAX_EXPRESSION) + "…";
    }

    /** A name that leads, or could lead, out of the roots. */
    static final class RefusedNameException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** A file that cannot be a template. */
    static final class InvalidSourceException extends IOException {

        private static final long serialVersionUID = 1L;

        InvalidSourceException(String problem) {
            super(problem);
        }

        String problem() {
            return String.valueOf(getMessage());
        }
    }

    /** A value that is not of a model's types. */
    static final class UnsupportedTypeException extends TemplateModelException {

        private static final long serialVersionUID = 1L;

        private final String type;

        UnsupportedTypeException(Class<?> type) {
            super("unsupported type");
            this.type = type.getName();
        }

        String type() {
            return type;
        }
    }
}
