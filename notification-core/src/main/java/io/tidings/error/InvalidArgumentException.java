package io.tidings.error;

/** An argument breaks a rule of the type it was given to. The message names the field and the rule, never the value. */
public final class InvalidArgumentException extends TidingsException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field what was wrong, in the words of the API, such as {@code "subject"}
     * @param rule what it must be or must not be, such as {@code "must not be blank"}
     */
    public InvalidArgumentException(String field, String rule) {
        super(field + " " + rule);
        this.field = field;
    }

    /** What was wrong, in the words of the API. */
    public String field() {
        return field;
    }
}
