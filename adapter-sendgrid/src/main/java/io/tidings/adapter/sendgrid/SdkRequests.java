package io.tidings.adapter.sendgrid;

import com.sendgrid.BaseInterface;
import com.sendgrid.Client;
import io.tidings.adapter.sendgrid.SendGridConfig.Region;
import io.tidings.adapter.sendgrid.http.HttpOptions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the SDK knows of requests: the regions' hosts, and the headers that authorise and identify them. */
final class SdkRequests extends BaseInterface {

    private static final String GLOBAL_HOST = "api.sendgrid.com";

    /** The SDK's own client is never used: it has no time-outs and two connections. */
    private static final @Nullable Client NO_CLIENT = null;

    @SuppressWarnings("NullAway") // the SDK only keeps it
    private SdkRequests() {
        super(NO_CLIENT);
    }

    static String host(Region region) {
        SdkRequests sdk = new SdkRequests();
        sdk.initialize("", GLOBAL_HOST);
        sdk.setDataResidency(region.name().toLowerCase(Locale.ROOT));
        return sdk.getHost();
    }

    static HttpOptions options(SendGridConfig config) {
        SdkRequests sdk = new SdkRequests();
        sdk.initialize("Bearer " + config.apiKey().reveal(), config.baseUrl().getHost());
        config.subuser().ifPresent(sdk::addImpersonateSubuser);
        return new HttpOptions(
                config.baseUrl(),
                sdk.getRequestHeaders(),
                config.proxy(),
                config.maxConnections(),
                config.timeLimits().connect(),
                config.timeLimits().read(),
                config.timeLimits().claim(),
                config.timeLimits().request());
    }
}
