package io.tidings.testkit.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.testkit.sendgrid.http.Traffic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP as it is on the wire. */
class ServerTest {

    private static final String MAIL = Json.write(Mails.mail());
    private static final Duration SOON = Duration.ofSeconds(30);

    private final SendGridSimulator simulator = SendGridSimulator.start();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThat(simulator.baseUrl()).hasScheme("http").hasHost("127.0.0.1");
        assertThatThrownBy(() -> SendGridSimulator.builder()
                        .port(simulator.baseUrl().getPort())
                        .start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be had");
    }

    @Test
    void keepsConnectionsAndCounts() throws IOException {
        try (RawClient one = new RawClient(simulator);
                RawClient two = new RawClient(simulator)) {
            for (int i = 0; i < 3; i++) {
                one.send(MAIL);
                assertThat(one.readHead()).startsWith("HTTP/1.1 202");
            }
            two.send(MAIL);
            assertThat(two.readHead()).startsWith("HTTP/1.1 202");
        }
        assertThat(simulator.awaitTraffic(traffic -> traffic.open() == 0, SOON)).isEqualTo(new Traffic(2, 0, 2, 4));
        assertThatThrownBy(() -> simulator.awaitTraffic(traffic -> traffic.open() == 9, Duration.ZERO))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void closesWhenAskedTo() throws IOException {
        try (RawClient client = new RawClient(simulator)) {
            client.write("POST /v3/mail/send HTTP/1.1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 401 Unauthorized\r\n");
        }
    }

    @Test
    void readsBodiesInChunks() throws IOException {
        String text = "{\"a\":\"Größe\"}";
        try (RawClient client = new RawClient(simulator)) {
            client.write("POST /v3/mail/send HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + "3;x=y\r\n{\"a\r\n"
                    + "C\r\n" + text.substring(3) + "\r\n0\r\nX-Trailer: 1\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 401");
            client.write("GET /v3/scopes HTTP/1.1\r\n\r\n");
            assertThat(client.readHead()).contains("HTTP/1.1 401");
        }
        assertThat(simulator.requests().get(0).body()).isEqualTo(text);
    }

    @Test
    void asksForTheBodyIfItIsExpectedTo() throws IOException {
        try (RawClient client = new RawClient(simulator)) {
            client.write("POST /v3/mail/send HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
            assertThat(client.readHead()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            client.write("a");
            assertThat(client.readHead()).startsWith("HTTP/1.1 401");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n",
                "GET / HTTP/2\r\n",
                "GET / HTTP/1.1\r\nno colon\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n"
            })
    void refusesWhatIsNotHttp(String text) throws IOException {
        try (RawClient client = new RawClient(simulator)) {
            client.write(text);
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 400 Bad Request\r\n");
        }
    }

    @Test
    void readsNoLineAndNoHeadWithoutEnd() throws IOException {
        for (String text : List.of("GET /" + "x".repeat(16_384), "GET / HTTP/1.1\r\n" + "a: b\r\n".repeat(201))) {
            try (RawClient client = new RawClient(simulator)) {
                client.write(text);
                assertThat(client.readToEnd()).startsWith("HTTP/1.1 400 Bad Request\r\n");
            }
        }
    }

    @Test
    void closingClosesEveryConnection() throws IOException {
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clients.add(new RawClient(simulator));
        }
        simulator.awaitTraffic(traffic -> traffic.open() == 20, SOON);

        simulator.close();

        assertThat(simulator.traffic().open()).isZero();
        for (RawClient client : clients) {
            assertThat(client.readToEnd()).isEmpty();
            client.close();
        }
    }
}
