package io.tidings.benchmarks.soak.farside;

/** What befalls a connection on its way, some octets after it began. */
enum LineFault {
    /** It ends at once. */
    REFUSED,
    /** It ends in the middle of what the client sends. */
    REQUEST_CUT,
    /** It ends in the middle of what the provider sends. */
    ANSWER_CUT,
    /** Nothing more of what the client sends arrives. */
    REQUEST_LOST,
    /** Nothing more of what the provider sends arrives. */
    ANSWER_LOST;

    boolean isInRequest() {
        return this == REFUSED || this == REQUEST_CUT || this == REQUEST_LOST;
    }

    boolean isInAnswer() {
        return this == ANSWER_CUT || this == ANSWER_LOST;
    }

    boolean isCut() {
        return this == REFUSED || this == REQUEST_CUT || this == ANSWER_CUT;
    }
}
