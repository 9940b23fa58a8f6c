package io.tidings.adapter.sendgrid.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.http.message.BasicHeader;
import org.junit.jupiter.api.Test;

class OutgoingRequestTest {

    @Test
    void aRequestDoesNotShowTheKey() {
        OutgoingRequest request = new OutgoingRequest(
                "GET", "/v3/scopes", List.of(new BasicHeader("Authorization", "Bearer canary")), Optional.empty());

        assertThat(request).hasToString("OutgoingRequest[GET]");
    }
}
