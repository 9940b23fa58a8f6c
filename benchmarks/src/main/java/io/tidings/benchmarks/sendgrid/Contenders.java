package io.tidings.benchmarks.sendgrid;

import io.tidings.adapter.sendgrid.SendGridConfig;
import io.tidings.adapter.sendgrid.SendGridEmailAdapter;
import io.tidings.benchmarks.FarSide;
import java.io.IOException;
import java.time.Duration;

/** A far side and those who send to it, all with a pool of the same size but for the SDK as documented. */
final class Contenders implements AutoCloseable {

    final FarSide farSide;
    final SendGridEmailAdapter tidings;
    final Sdk sdkAsDocumented;
    final Sdk sdkSamePool;

    Contenders(Duration delay, int connections) throws IOException {
        farSide = FarSide.start(FarSideMain.class, delay);
        tidings = new SendGridEmailAdapter(
                SendGridConfig.of(Notice.KEY).withBaseUrl(farSide.baseUrl()).withMaxConnections(connections));
        sdkAsDocumented = Sdk.asDocumented(farSide.port());
        sdkSamePool = Sdk.withPool(farSide.port(), connections);
    }

    @Override
    public void close() throws IOException {
        tidings.close();
        farSide.close();
    }
}
