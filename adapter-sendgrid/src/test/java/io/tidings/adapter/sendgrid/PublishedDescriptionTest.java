package io.tidings.adapter.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.email.EmailMessage;
import io.tidings.testkit.MessageGenerator;
import io.tidings.testkit.Messages;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Where SendGrid's published description lies beside the checkout, every simulator of these tests checks every request
 * against it, and fails its test when it is closed.
 */
class PublishedDescriptionTest {

    @BeforeEach
    void requireDescription() {
        Path file = Path.of(System.getProperty("sendgrid.description", ""));
        Assumptions.assumeTrue(Files.isRegularFile(file), () -> "SendGrid's description is not at " + file);
    }

    @Test
    void aRequestThatDiffersFromItIsFound() throws Exception {
        SendGridSimulator simulator = SendGridSimulator.start();
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/v3/mail/send"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"subject\":\"\"}"))
                .build();

        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());

        assertThatThrownBy(simulator::close).isInstanceOf(AssertionError.class).hasMessageContaining("minLength");
    }

    @Test
    void everyKindOfRequestKeepsIt() {
        MessageGenerator generator = new MessageGenerator(4711);
        List<EmailMessage> messages = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            messages.add(generator.next());
        }
        messages.add(Messages.message()
                .tags("reports", "daily")
                .metadata(Map.of("case", "4711"))
                .sendAt(Instant.now().plusSeconds(3600))
                .build());

        try (SendGridSimulator simulator = SendGridSimulator.start();
                SendGridEmailAdapter adapter = new SendGridEmailAdapter(Adapters.config(simulator))) {
            adapter.sendAll(messages);
            assertThat(simulator.requests()).isNotEmpty();
        }
    }
}
