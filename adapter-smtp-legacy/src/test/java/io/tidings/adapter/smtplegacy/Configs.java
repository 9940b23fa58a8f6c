package io.tidings.adapter.smtplegacy;

import io.tidings.adapter.smtplegacy.options.Login;
import io.tidings.adapter.smtplegacy.options.TimeLimits;
import io.tidings.adapter.smtplegacy.options.TlsMode;
import io.tidings.adapter.smtplegacy.relay.Certificates;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.spi.Secret;
import java.time.Duration;
import java.util.stream.Stream;

/** Configurations for relays of tests. */
final class Configs {

    private Configs() {}

    /** Without TLS. */
    static SmtpLegacyConfig plain(RelayServer... relays) {
        return SmtpLegacyConfig.of(Stream.of(relays).map(RelayServer::address).toArray(String[]::new))
                .withTls(TlsMode.NONE);
    }

    /** With TLS and the login that relays know. */
    static SmtpLegacyConfig secured(RelayServer relay, TlsMode tls) {
        return SmtpLegacyConfig.of(relay.address())
                .withTls(tls)
                .withCa(Certificates.authority())
                .withLogin(login());
    }

    static Login login() {
        return new Login(RelayServer.USER, new Secret(RelayServer.PASSWORD));
    }

    /** So short for replies that a test can wait for the end, and long enough for a busy machine in between. */
    static TimeLimits impatient() {
        Duration reply = Duration.ofSeconds(1);
        TimeLimits usual = TimeLimits.defaults();
        return new TimeLimits(reply, reply, reply, reply, usual.claim(), usual.send());
    }
}
