package io.tidings.benchmarks.sendgrid;

import io.tidings.testkit.sendgrid.http.HttpExchange;
import io.tidings.testkit.sendgrid.http.HttpReply;
import io.tidings.testkit.sendgrid.http.HttpServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** Accepts every mail without looking at it, and ends when its input does. Prints its port, then a count per line. */
final class FarSideMain {

    private static final HttpReply ACCEPTED =
            new HttpReply(202, Map.of("Server", "nginx", "X-Message-Id", "benchmark"), new byte[0]);

    private FarSideMain() {}

    public static void main(String[] args) throws IOException {
        Duration delay = Duration.ofMillis(Long.parseLong(args[0]));
        try (HttpServer server = HttpServer.start(0, exchange -> accept(exchange, delay))) {
            System.out.println(server.port());
            while (System.in.read() >= 0) {
                System.out.println(server.traffic().requests());
            }
        }
    }

    private static void accept(HttpExchange exchange, Duration delay) throws IOException, InterruptedException {
        exchange.body(0);
        exchange.pause(delay);
        exchange.reply(ACCEPTED);
    }
}
