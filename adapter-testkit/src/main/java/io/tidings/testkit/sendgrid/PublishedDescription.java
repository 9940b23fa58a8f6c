package io.tidings.testkit.sendgrid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * SendGrid's own description of a mail, as a further check of everything that a test sends:
 * {@code SendGridSimulator.builder().checkedBy(PublishedDescription.read(file))}. Needs
 * {@code com.networknt:json-schema-validator} on the class path. Thread-safe.
 *
 * <p>The file is {@code tsg_mail_v3.json} of https://github.com/twilio/sendgrid-oai, in OpenAPI 3.1, whose schemas are
 * JSON Schema 2020-12. It says that {@code custom_args} of the request is a text; SendGrid takes an object and refuses
 * a text, so the same is expected as of {@code custom_args} of a personalization.
 */
public final class PublishedDescription implements Consumer<String> {

    private static final String BODY = "/components/requestBodies/PostMailSend/content/application~1json/schema";

    private final JsonSchema schema;

    private PublishedDescription(JsonSchema schema) {
        this.schema = schema;
    }

    /**
     * Reads the description.
     *
     * @throws IOException if it cannot be read, or is not that of Mail Send
     */
    public static PublishedDescription read(Path openApi) throws IOException {
        JsonNode description = Json.read(openApi);
        JsonNode properties = description.at(BODY + "/properties");
        if (!(properties instanceof ObjectNode fields)) {
            throw new IOException("This is not the description of SendGrid's Mail Send API: " + openApi);
        }
        fields.set("custom_args", fields.at("/personalizations/items/properties/custom_args"));
        JsonSchema whole = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        SchemaLocation.of("urn:sendgrid"),
                        description,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(false)
                                .build());
        return new PublishedDescription(
                whole.getSubSchema(SchemaLocation.of("urn:sendgrid#" + BODY).getFragment()));
    }

    /**
     * Checks one mail.
     *
     * @throws AssertionError that says where which keyword of the description is not kept, and nothing of the mail
     */
    @Override
    public void accept(String json) {
        Set<ValidationMessage> problems = schema.validate(Json.tree(json));
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.stream()
                    .map(problem -> problem.getInstanceLocation() + ": " + problem.getType())
                    .collect(Collectors.toCollection(TreeSet::new))
                    .toString());
        }
    }
}
