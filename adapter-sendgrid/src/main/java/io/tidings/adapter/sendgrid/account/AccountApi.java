package io.tidings.adapter.sendgrid.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tidings.adapter.sendgrid.http.HttpAnswer;
import io.tidings.adapter.sendgrid.http.HttpBody;
import io.tidings.adapter.sendgrid.http.HttpFailure;
import io.tidings.adapter.sendgrid.http.HttpResult;
import io.tidings.adapter.sendgrid.http.HttpTransport;
import io.tidings.email.EmailAddress;
import java.io.OutputStream;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What is asked of the server, and its answers as JSON. */
final class AccountApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * An answer, or what came instead.
     *
     * @param status 0 if there was no answer
     * @param json nothing if the answer was none, or too long to be read
     * @param failure in our own words
     */
    record Reply(int status, JsonNode json, String failure) {
        boolean isOk() {
            return status == 200 && json.isContainerNode();
        }
    }

    private static final HttpBody NOTHING = new HttpBody() {
        @Override
        public long length() {
            return 0;
        }

        @Override
        public void writeTo(OutputStream out) {}
    };

    private final HttpTransport transport;

    AccountApi(HttpTransport transport) {
        this.transport = transport;
    }

    Reply scopes() {
        return reply(transport.get("/v3/scopes"));
    }

    /** The entry for exactly this domain, the valid one if there are several. */
    Optional<JsonNode> domain(Reply domains, String name) {
        return StreamSupport.stream(domains.json().spliterator(), false)
                .filter(domain -> domain.path("domain").asText().equalsIgnoreCase(name))
                .reduce((one, other) -> one.path("valid").asBoolean() ? one : other);
    }

    Reply domains(EmailAddress sender) {
        return reply(transport.get("/v3/whitelabel/domains?limit=50&domain=" + sender.domain()));
    }

    /** Has SendGrid look at the domain's records now. */
    Reply validation(long domain) {
        return reply(transport.post("/v3/whitelabel/domains/" + domain + "/validate", NOTHING));
    }

    Reply verifiedSenders() {
        return reply(transport.get("/v3/verified_senders"));
    }

    private static Reply reply(HttpResult result) {
        if (result instanceof HttpFailure failure) {
            return new Reply(0, MissingNode.getInstance(), failure.reason().toString());
        }
        HttpAnswer answer = (HttpAnswer) result;
        return new Reply(answer.status(), json(answer.body()), "status " + answer.status());
    }

    private static JsonNode json(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
