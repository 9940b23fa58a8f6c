package io.tidings.benchmarks.smtp.sender;

/** What every contender sends: 2 KB of text and 2 KB of HTML. */
final class Letter {

    static final String FROM = "no-reply@portal.example.gov";
    static final String SENDER = "Data Portal";
    static final String TO = "juergen@example.org";
    static final String RECIPIENT = "Jürgen Müller";
    static final String SUBJECT = "Your data were submitted – thank you";
    static final String TEXT = "Your data were received, and are being checked now.\n".repeat(39);
    static final String HTML = "<p>Your data were received – and are being checked now.</p>\n".repeat(34);

    private Letter() {}
}
