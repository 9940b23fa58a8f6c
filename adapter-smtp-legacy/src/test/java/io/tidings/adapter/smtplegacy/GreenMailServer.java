package io.tidings.adapter.smtplegacy;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tidings.adapter.smtplegacy.relay.Certificates;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.testkit.ReceivedMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A mail server that others wrote, with the certificate and the login of the tests. */
final class GreenMailServer implements AutoCloseable {

    static {
        // It reads its certificate once, from a file.
        try {
            Path file = Files.createTempFile("tidings", ".p12");
            file.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(file)) {
                Certificates.GOOD.store(out, Certificates.STORE_PASSWORD.toCharArray());
            }
            System.setProperty("greenmail.tls.keystore.file", file.toString());
            System.setProperty("greenmail.tls.keystore.password", Certificates.STORE_PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private final GreenMail server;
    private final GreenMailUser user;

    /** In the order of arrival; one object for each time that a message was sent. Guarded by itself. */
    private final Map<MovingMessage, Set<String>> arrived = new LinkedHashMap<>();

    private GreenMailServer(String protocol) {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol).dynamicPort());
        server.start();
        user = server.setUser("relay@example.gov", RelayServer.USER, RelayServer.PASSWORD);
        server.getUserManager().setAuthRequired(true);
        server.getUserManager().setMessageDeliveryHandler(this::arrived);
    }

    /** Without TLS, to stand behind a {@link StartTlsFront}. */
    static GreenMailServer plain() {
        return new GreenMailServer(ServerSetup.PROTOCOL_SMTP);
    }

    /** With TLS from the first octet. */
    static GreenMailServer implicit() {
        return new GreenMailServer(ServerSetup.PROTOCOL_SMTPS);
    }

    private GreenMailUser arrived(MovingMessage message, MailAddress recipient) throws UserException {
        synchronized (arrived) {
            arrived.computeIfAbsent(message, each -> new LinkedHashSet<>()).add(recipient.getEmail());
        }
        return user;
    }

    int port() {
        return (server.getSmtp() == null ? server.getSmtps() : server.getSmtp()).getPort();
    }

    List<ReceivedMessage> received() {
        synchronized (arrived) {
            List<ReceivedMessage> messages = new ArrayList<>();
            arrived.forEach((message, envelope) -> messages.add(MessageReader.read(message.getMessage(), envelope)));
            return messages;
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
