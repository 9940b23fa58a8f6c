package io.tidings.adapter.smtplegacy;

import io.tidings.adapter.smtplegacy.options.TlsMode;
import io.tidings.adapter.smtplegacy.relay.Certificates;
import io.tidings.testkit.EmailPortContract;
import io.tidings.testkit.Rig;

class ImplicitTlsContractTest extends EmailPortContract {

    @Override
    protected Rig rig() {
        GreenMailServer server = GreenMailServer.implicit();
        SmtpLegacyConfig config = SmtpLegacyConfig.of("localhost:" + server.port())
                .withTls(TlsMode.IMPLICIT)
                .withCa(Certificates.authority())
                .withLogin(Configs.login());
        return new Rig(new SmtpLegacyEmailAdapter(config), server::received, server);
    }
}
