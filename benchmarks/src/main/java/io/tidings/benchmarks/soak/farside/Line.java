package io.tidings.benchmarks.soak.farside;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;

/** The way to a provider, on which some connections end or fall silent after any number of octets. */
final class Line implements AutoCloseable {

    /** Some requests. */
    private static final int LONGEST_REQUEST = 100_000;
    /** Some dozen answers. */
    private static final int LONGEST_ANSWER = 4_000;

    private final Listener listener;
    private final int provider;
    private final Faults<LineFault> faults;

    /** @param provider its port */
    Line(int provider, Faults<LineFault> faults) throws IOException {
        this.provider = provider;
        this.faults = faults;
        listener = new Listener(this::connect);
    }

    int port() {
        return listener.port();
    }

    private void connect(Socket client) throws IOException {
        Optional<LineFault> fault = faults.next();
        int request =
                fault.filter(LineFault::isInRequest).isPresent() ? faults.number(LONGEST_REQUEST) : Integer.MAX_VALUE;
        int answer =
                fault.filter(LineFault::isInAnswer).isPresent() ? faults.number(LONGEST_ANSWER) : Integer.MAX_VALUE;
        boolean cuts = fault.filter(LineFault::isCut).isPresent();
        if (fault.filter(LineFault.REFUSED::equals).isPresent()) {
            Listener.reset(client);
            return;
        }
        try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), provider)) {
            behind.setTcpNoDelay(true);
            listener.start(() -> pass(behind, client, answer, cuts));
            pass(client, behind, request, cuts);
        }
    }

    /** Until one side ends the connection, which then ends for both. */
    private static void pass(Socket from, Socket to, int most, boolean cuts) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8_192];
            int left = most;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int passing = Math.min(n, left);
                out.write(buffer, 0, passing);
                left -= passing;
                if (left == 0 && cuts) {
                    Listener.reset(from);
                    Listener.reset(to);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
