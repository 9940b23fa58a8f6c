package io.tidings.benchmarks.smtp.sink;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Takes every message and keeps none, as a relay that is so far away. Prints its port, then for each line that it reads
 * how many round trips there were; ends when its input does.
 */
public final class SinkMain {

    private static final int BACKLOG = 256;

    private SinkMain() {}

    /**
     * Runs it.
     *
     * @param args how long anything takes each way, in milliseconds
     */
    public static void main(String[] args) throws IOException {
        Line line = new Line(Duration.ofMillis(Long.parseLong(args[0])));
        try (ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
            daemon(() -> accept(server, line)).start();
            System.out.println(server.getLocalPort());
            while (System.in.read() >= 0) {
                System.out.println(line.roundTrips());
            }
        }
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sink");
        thread.setDaemon(true);
        return thread;
    }

    private static void accept(ServerSocket server, Line line) {
        ExecutorService connections = Executors.newCachedThreadPool(SinkMain::daemon);
        try {
            while (true) {
                Socket socket = server.accept();
                connections.execute(() -> SinkConnection.serve(socket, line));
            }
        } catch (IOException e) {
            connections.shutdownNow();
        }
    }
}
