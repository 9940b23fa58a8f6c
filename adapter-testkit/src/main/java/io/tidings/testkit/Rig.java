package io.tidings.testkit;

import io.tidings.email.EmailPort;
import java.util.Objects;

/**
 * A port and its far side, ready to send, with nothing received so far.
 *
 * @param port the adapter to judge
 * @param farSide what its messages arrive at
 * @param stop stops the far side, after the port was closed
 */
public record Rig(EmailPort port, FarSide farSide, AutoCloseable stop) {

    public Rig {
        Objects.requireNonNull(port, "port");
        Objects.requireNonNull(farSide, "farSide");
        Objects.requireNonNull(stop, "stop");
    }

    /** A rig of which the far side needs no stopping. */
    public Rig(EmailPort port, FarSide farSide) {
        this(port, farSide, () -> {});
    }

    /** Closes the port, then stops the far side, even if the port cannot be closed. */
    void close() throws Exception {
        try {
            port.close();
        } finally {
            stop.close();
        }
    }
}
