package io.tidings.benchmarks.smtp.sender;

/** One contender, set up as its own documentation says for many messages to one relay on loopback. Thread-safe. */
public interface Sender {

    /** Builds the {@link Letter} and returns when the relay has taken it. */
    void send() throws Exception;

    /** Takes leave of the relay. */
    void close() throws Exception;

    /**
     * A contender.
     *
     * @param name the name of its benchmark
     * @param port of the relay
     * @param inFlight how many threads will send
     */
    static Sender of(String name, int port, int inFlight) {
        return switch (name) {
            case "tidings" -> new TidingsSender(port, inFlight);
            case "angus" -> new AngusSender(port);
            case "simpleJavaMail" -> new SimpleJavaMailSender(port, inFlight);
            case "spring" -> new SpringSender(port);
            case "vertx" -> new VertxSender(port, inFlight);
            default -> throw new IllegalArgumentException("no contender " + name);
        };
    }
}
