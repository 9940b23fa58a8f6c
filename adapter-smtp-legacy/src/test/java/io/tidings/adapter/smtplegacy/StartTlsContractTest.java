package io.tidings.adapter.smtplegacy;

import io.tidings.adapter.smtplegacy.options.TlsMode;
import io.tidings.adapter.smtplegacy.relay.Certificates;
import io.tidings.testkit.EmailPortContract;
import io.tidings.testkit.Rig;

class StartTlsContractTest extends EmailPortContract {

    @Override
    protected Rig rig() {
        GreenMailServer server = GreenMailServer.plain();
        StartTlsFront front = new StartTlsFront(server.port());
        SmtpLegacyConfig config = SmtpLegacyConfig.of("localhost:" + front.port())
                .withTls(TlsMode.REQUIRED)
                .withCa(Certificates.authority())
                .withLogin(Configs.login());
        return new Rig(new SmtpLegacyEmailAdapter(config), server::received, () -> {
            front.close();
            server.close();
        });
    }
}
