package io.tidings.architecture.offenders;

import io.tidings.adapter.inmemory.InMemoryConfig;
import io.tidings.email.Capabilities;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailPort;
import io.tidings.email.SendResult;
import jakarta.inject.Inject;

/** Breaks a rule on purpose: two constructors for injection, neither with a configuration of its own. */
public final class CarelessAdapter implements EmailPort {

    @Inject
    public CarelessAdapter(String host) {}

    @Inject
    public CarelessAdapter(InMemoryConfig config) {}

    @Override
    public String name() {
        return "careless";
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.unlimited();
    }

    @Override
    public SendResult send(EmailMessage message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
