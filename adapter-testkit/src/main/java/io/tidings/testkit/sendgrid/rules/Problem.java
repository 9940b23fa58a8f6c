package io.tidings.testkit.sendgrid.rules;

/**
 * One error of SendGrid's list of errors.
 *
 * @param message may hold what was sent, addresses included: a client must not show it
 * @param field such as {@code personalizations.3.to}
 * @param help where SendGrid explains it
 */
public record Problem(String message, String field, String help) {

    private static final String HELP = "http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html#message.";

    static Problem at(String field, String message) {
        return new Problem(
                message, field, HELP + field.replaceAll("\\.\\d+", "").replaceAll("\\.email$", ""));
    }

    /** The field only. */
    @Override
    public String toString() {
        return "Problem[" + field + "]";
    }
}
