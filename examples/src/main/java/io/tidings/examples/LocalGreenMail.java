package io.tidings.examples;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;

/** A mail server in this process, at the port that the settings name or at a free one. Keeps what it gets. */
final class LocalGreenMail implements LocalFarSide {

    private static final String HOST = "127.0.0.1";
    private static final SettingKey<Integer> PORT = SettingKey.integer(
                    "tidings.smtp-legacy.port", 1, 65_535, "Where the mail server listens.")
            .orElse(0);

    private final GreenMail server;

    private LocalGreenMail(GreenMail server) {
        this.server = server;
    }

    /** @throws IllegalStateException if the port cannot be had */
    static LocalGreenMail start(Settings settings) {
        GreenMail server = new GreenMail(new ServerSetup(settings.get(PORT), HOST, ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new LocalGreenMail(server);
    }

    @Override
    public String adapter() {
        return "smtp-legacy";
    }

    @Override
    public Map<String, String> whereItIs() {
        return Map.of(
                "tidings.smtp-legacy.host",
                HOST,
                "tidings.smtp-legacy.port",
                Integer.toString(port()),
                "tidings.smtp-legacy.tls",
                "none");
    }

    private int port() {
        return server.getSmtp().getPort();
    }

    /** What is in its mailboxes. */
    List<MimeMessage> messages() {
        return List.of(server.getReceivedMessages());
    }

    @Override
    public String report() {
        return "GreenMail at " + HOST + ":" + port() + ": " + messages().size() + " messages";
    }

    @Override
    public void close() {
        server.stop();
    }
}
