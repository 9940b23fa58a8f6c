package io.tidings;

import io.tidings.email.EmailPort;
import io.tidings.spi.EmailPortProvider;
import io.tidings.spi.ProviderContext;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Found on the class path of the tests as {@code test}. Hands its ports to the test that names them. */
public final class TestEmailProvider implements EmailPortProvider {

    static final SettingKey<String> ID = SettingKey.text("tidings.test.id", "Names the test.");
    static final Map<String, FakeEmailPort> PORTS = new ConcurrentHashMap<>();
    static final Map<String, ProviderContext> CONTEXTS = new ConcurrentHashMap<>();

    static Settings settings(String id, Map<String, String> more) {
        return Settings.of(Map.of(
                        "tidings.email.adapter", "test",
                        "tidings.email.from", "Portal <portal@example.gov>",
                        "tidings.test.id", id))
                .with(more);
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(ID);
    }

    @Override
    public EmailPort create(ProviderContext context) {
        String id = context.settings().get(ID);
        CONTEXTS.put(id, context);
        return PORTS.computeIfAbsent(id, unknown -> new FakeEmailPort());
    }
}
