package io.tidings.adapter.sendgrid.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.FailureReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS and proxies, against servers that say what each test needs. */
class HttpTransportTest {

    private static final String OK = "HTTP/1.1 202 Accepted\r\nX-Message-Id: id1\r\nContent-Length: 0\r\n\r\n";
    private static final char[] PASSWORD = "changeit".toCharArray();

    /** Trusts {@link #localhost} and {@link #elsewhere}. */
    private static SSLContext trusting;

    private static SSLContext localhost;
    private static SSLContext elsewhere;

    @BeforeAll
    static void makeCertificates(@TempDir Path directory) throws Exception {
        KeyStore own = certificate(directory.resolve("own.p12"), "dns:localhost");
        KeyStore other = certificate(directory.resolve("other.p12"), "dns:elsewhere.example");
        localhost = context(own, null);
        elsewhere = context(other, null);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("own", own.getCertificate("key"));
        trusted.setCertificateEntry("other", other.getCertificate("key"));
        trusting = context(null, trusted);
    }

    private static KeyStore certificate(Path file, String name) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "key",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=" + name,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling(file.getFileName() + ".log").toFile())
                .start();
        assertThat(keytool.waitFor(50, TimeUnit.SECONDS)).isTrue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static SSLContext context(KeyStore keys, KeyStore trusted) throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                keys == null ? null : managers.getKeyManagers(),
                trusted == null ? null : trust.getTrustManagers(),
                null);
        return context;
    }

    private static HttpOptions options(URI server, Optional<URI> proxy) {
        Duration patient = Duration.ofSeconds(20);
        return new HttpOptions(
                server, Map.of("Authorization", "Bearer k"), proxy, 2, patient, patient, patient, patient);
    }

    private static HttpBody body(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return new HttpBody() {
            @Override
            public long length() {
                return octets.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(octets);
            }
        };
    }

    private static HttpResult post(HttpOptions options, SSLContext tls, String body) {
        try (HttpTransport transport = new HttpTransport(options, tls)) {
            return transport.post("/v3/mail/send", body(body));
        }
    }

    private static URI https(Server server) {
        return URI.create("https://localhost:" + server.port());
    }

    @Test
    void aServerWhoseCertificateIsTrustedAndNamesItGetsTheRequest() throws Exception {
        try (Server server = new Server(localhost.getServerSocketFactory())) {
            HttpResult result = post(options(https(server), Optional.empty()), trusting, "hello");

            assertThat(result).isInstanceOfSatisfying(HttpAnswer.class, answer -> {
                assertThat(answer.status()).isEqualTo(202);
                assertThat(answer.messageId()).contains("id1");
            });
            assertThat(server.requests).singleElement().asString().contains("POST /v3/mail/send", "Bearer k", "hello");
        }
    }

    @Test
    void aConnectionWithTlsIsUsedAgain() throws Exception {
        try (Server server = new Server(localhost.getServerSocketFactory());
                HttpTransport transport = new HttpTransport(options(https(server), Optional.empty()), trusting)) {
            for (int i = 0; i < 60; i++) {
                assertThat(transport.post("/" + i, body("x".repeat(i * 1000 + 1))))
                        .isInstanceOf(HttpAnswer.class);
            }

            assertThat(server.requests).hasSize(60);
            assertThat(server.connections.get(0)).isNotNull();
            assertThat(server.connections).hasSize(1);
        }
    }

    @Test
    void aCertificateOfAnotherNameIsRefusedBeforeTheKeyTravels() throws Exception {
        try (Server server = new Server(elsewhere.getServerSocketFactory())) {
            assertThat(post(options(https(server), Optional.empty()), trusting, "hello"))
                    .isEqualTo(new HttpFailure(FailureReason.TLS_FAILED, false));
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() throws Exception {
        try (Server server = new Server(localhost.getServerSocketFactory())) {
            assertThat(post(options(https(server), Optional.empty()), SSLContext.getDefault(), "hello"))
                    .isEqualTo(new HttpFailure(FailureReason.TLS_FAILED, false));
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void aServerThatOffersOnlyOldTlsIsRefused() throws Exception {
        try (Server server = new Server(localhost.getServerSocketFactory(), "TLSv1.1")) {
            assertThat(post(options(https(server), Optional.empty()), trusting, "hello"))
                    .isEqualTo(new HttpFailure(FailureReason.TLS_FAILED, false));
        }
    }

    @Test
    void aServerThatKnowsNoTlsIsRefused() throws Exception {
        try (Server server = new Server(ServerSocketFactory.getDefault(), "HTTP/1.1 400 No\r\n\r\n", 1)) {
            assertThat(post(options(https(server), Optional.empty()), trusting, "hello"))
                    .isEqualTo(new HttpFailure(FailureReason.TLS_FAILED, false));
        }
    }

    @Test
    void aProxyIsTunnelledThroughAndNeverSeesTheKey() throws Exception {
        try (Server server = new Server(localhost.getServerSocketFactory());
                Proxy proxy = new Proxy("HTTP/1.1 200 Connected\r\n\r\n", server.port())) {
            assertThat(post(options(https(server), Optional.of(proxy.url())), trusting, "hello"))
                    .isInstanceOf(HttpAnswer.class);

            assertThat(proxy.head)
                    .startsWith("CONNECT localhost:" + server.port())
                    .doesNotContain("Bearer");
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void aProxyThatRefusesIsNotTheProvidersAnswer() throws Exception {
        try (Server server = new Server(localhost.getServerSocketFactory());
                Proxy proxy = new Proxy("HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n", server.port())) {
            assertThat(post(options(https(server), Optional.of(proxy.url())), trusting, "hello"))
                    .isEqualTo(new HttpFailure(FailureReason.CONNECT_FAILED, false));
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void withoutTlsAProxyIsToldTheWholeUri() throws Exception {
        try (Server proxy = new Server(ServerSocketFactory.getDefault())) {
            URI server = URI.create("http://localhost:1/base/");
            HttpOptions options = options(server, Optional.of(URI.create("http://127.0.0.1:" + proxy.port())));

            assertThat(post(options, trusting, "hello")).isInstanceOf(HttpAnswer.class);

            assertThat(proxy.requests.get(0)).startsWith("POST http://localhost:1/base/v3/mail/send HTTP/1.1");
        }
    }

    @Test
    void informationalAnswersAreNoAnswers() throws Exception {
        String hint = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n";
        try (Server server = new Server(ServerSocketFactory.getDefault(), hint + hint + OK, Integer.MAX_VALUE)) {
            URI url = URI.create("http://127.0.0.1:" + server.port());

            assertThat(post(options(url, Optional.empty()), trusting, "hello"))
                    .isInstanceOfSatisfying(HttpAnswer.class, answer -> assertThat(answer.status())
                            .isEqualTo(202));
        }
        try (Server server = new Server(ServerSocketFactory.getDefault(), hint.repeat(50), Integer.MAX_VALUE)) {
            URI url = URI.create("http://127.0.0.1:" + server.port());

            assertThat(post(options(url, Optional.empty()), trusting, "hello"))
                    .isEqualTo(new HttpFailure(FailureReason.PROTOCOL_ERROR, true));
        }
    }

    @Test
    void anAnswerThatNobodyAskedForIsNotTakenForTheNextOne() throws Exception {
        List<String> answers = new ArrayList<>(Collections.nCopies(TrustInIdle.PROOFS + 1, OK));
        answers.add(OK + OK.replace("id1", "canary"));
        try (Server server = Server.oneAfterTheOther(answers);
                HttpTransport transport = new HttpTransport(
                        options(URI.create("http://127.0.0.1:" + server.port()), Optional.empty()), trusting)) {
            for (int i = 0; i < answers.size(); i++) {
                assertThat(transport.post("/" + i, body("hello"))).isInstanceOf(HttpAnswer.class);
            }

            assertThat(transport.post("/next", body("hello")))
                    .isInstanceOfSatisfying(HttpAnswer.class, answer -> assertThat(answer.messageId())
                            .contains("id1"));
        }
    }

    @Test
    void aHeadWithoutEndIsAnAnswerThatCannotBeRead() throws Exception {
        String endless = "HTTP/1.1 202 Accepted\r\n" + "X-Filler: y\r\n".repeat(1_000) + "\r\n";
        try (Server server = new Server(ServerSocketFactory.getDefault(), endless, Integer.MAX_VALUE)) {
            URI url = URI.create("http://127.0.0.1:" + server.port());

            assertThat(post(options(url, Optional.empty()), trusting, "hello"))
                    .isEqualTo(new HttpFailure(FailureReason.PROTOCOL_ERROR, true));
        }
    }

    @Test
    void aClosedTransportSendsNothing() throws Exception {
        try (Server server = new Server(ServerSocketFactory.getDefault())) {
            HttpTransport transport = new HttpTransport(
                    options(URI.create("http://127.0.0.1:" + server.port()), Optional.empty()), trusting);
            transport.close();

            assertThat(transport.get("/")).isEqualTo(new HttpFailure(FailureReason.CONNECT_FAILED, false));
        }
    }

    /** Reads requests with a stated length and gives each the same answer. */
    private static final class Server implements AutoCloseable {

        private final List<String> requests = new CopyOnWriteArrayList<>();
        private final List<Socket> connections = new CopyOnWriteArrayList<>();
        private final ServerSocket socket;
        private final Thread thread;

        Server(ServerSocketFactory factory, String... protocols) throws IOException {
            this(factory, OK, Integer.MAX_VALUE, protocols);
        }

        /** @param octets after how many octets of a request to answer */
        Server(ServerSocketFactory factory, String answer, int octets, String... protocols) throws IOException {
            socket = factory.createServerSocket(0, 10, InetAddress.getLoopbackAddress());
            if (protocols.length > 0) {
                ((SSLServerSocket) socket).setEnabledProtocols(protocols);
            }
            thread = new Thread(() -> serve(requestNumber -> answer, octets));
            thread.start();
        }

        /** Gives each request an answer of its own, and {@link #OK} when there is none left. */
        static Server oneAfterTheOther(List<String> answers) throws IOException {
            return new Server(number -> number > answers.size() ? OK : answers.get(number - 1));
        }

        private Server(IntFunction<String> answers) throws IOException {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
            thread = new Thread(() -> serve(answers, Integer.MAX_VALUE));
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve(IntFunction<String> answers, int octets) {
            while (!socket.isClosed()) {
                try (Socket connection = socket.accept()) {
                    connections.add(connection);
                    InputStream in = connection.getInputStream();
                    for (String request = read(in, octets); !request.isEmpty(); request = read(in, octets)) {
                        requests.add(request);
                        String answer = answers.apply(requests.size());
                        connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    }
                } catch (IOException clientIsGone) {
                    // The test says what it expects.
                }
            }
        }

        private static String read(InputStream in, int octets) throws IOException {
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            String text = "";
            while (!text.contains("\r\n\r\n") && request.size() < octets) {
                int octet = in.read();
                if (octet < 0) {
                    return "";
                }
                request.write(octet);
                text = request.toString(StandardCharsets.ISO_8859_1);
            }
            String length = text.replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
            return length.equals(text)
                    ? text
                    : text + new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws Exception {
            socket.close();
            for (Socket connection : connections) {
                connection.close();
            }
            thread.join();
        }
    }

    /** Answers one CONNECT and then passes octets both ways. */
    private static final class Proxy implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final Thread thread;
        private volatile String head = "";

        Proxy(String answer, int to) throws IOException {
            thread = new Thread(() -> serve(answer, to));
            thread.start();
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        private void serve(String answer, int to) {
            try (Socket client = socket.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), to)) {
                head = Server.read(client.getInputStream(), Integer.MAX_VALUE);
                client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                Thread back = new Thread(() -> pass(server, client));
                back.start();
                pass(client, server);
                back.join();
            } catch (IOException clientIsGone) {
                // The test says what it expects.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void pass(Socket from, Socket to) {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
                to.shutdownOutput();
            } catch (IOException gone) {
                try {
                    from.close();
                    to.close();
                } catch (IOException alreadyClosed) {
                    // Both are gone.
                }
            }
        }

        @Override
        public void close() throws Exception {
            socket.close();
            thread.join();
        }
    }
}
