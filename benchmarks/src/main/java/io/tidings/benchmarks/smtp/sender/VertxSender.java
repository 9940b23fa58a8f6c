package io.tidings.benchmarks.smtp.sender;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.concurrent.TimeUnit;

/** Vert.x mail client with as many connections as threads, each of which waits for its message. */
final class VertxSender implements Sender {

    private final Vertx vertx = Vertx.vertx();
    private final MailClient client;

    VertxSender(int port, int inFlight) {
        client = MailClient.create(
                vertx,
                new MailConfig()
                        .setHostname("127.0.0.1")
                        .setPort(port)
                        .setStarttls(StartTLSOptions.DISABLED)
                        .setLogin(LoginOption.NONE)
                        .setMaxPoolSize(inFlight));
    }

    @Override
    public void send() throws Exception {
        await(client.sendMail(new MailMessage()
                .setFrom(Letter.FROM + " (" + Letter.SENDER + ")")
                .setTo(Letter.TO + " (" + Letter.RECIPIENT + ")")
                .setSubject(Letter.SUBJECT)
                .setText(Letter.TEXT)
                .setHtml(Letter.HTML)));
    }

    @Override
    public void close() throws Exception {
        await(client.close());
        await(vertx.close());
    }

    private static void await(Future<?> done) throws Exception {
        done.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
