package io.tidings.adapter.sendgrid.webhook.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One element of a batch as it came. */
final class RawReport {

    /** The longest that is kept, in characters; what is longer is cut. */
    private static final int LONGEST = 8_000;

    private final byte[] batch;
    private final int start;
    private final int end;
    private final JsonFactory factory;
    private final boolean clientData;

    /**
     * @param start where it begins in the batch, in octets
     * @param end behind it
     * @param factory of parsers and generators
     * @param clientData whether to keep what it says of readers
     */
    RawReport(byte[] batch, int start, int end, JsonFactory factory, boolean clientData) {
        this.batch = batch;
        this.start = start;
        this.end = end;
        this.factory = factory;
        this.clientData = clientData;
    }

    boolean keepsClientData() {
        return clientData;
    }

    /** As JSON. What it says of readers is left out at any depth. */
    String text() throws IOException {
        String text = clientData ? new String(batch, start, end - start, StandardCharsets.UTF_8) : withoutClientData();
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private String withoutClientData() throws IOException {
        StringWriter text = new StringWriter(end - start);
        try (JsonParser json = factory.createParser(batch, start, end - start);
                JsonGenerator copy = factory.createGenerator(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && Field.CLIENT.contains(json.currentName())) {
                    json.nextToken();
                    json.skipChildren();
                } else if (token.isNumeric()) {
                    // As it is written: to make a number of a million digits takes minutes.
                    copy.writeNumber(json.getText());
                } else {
                    copy.copyCurrentEvent(json);
                }
            }
        }
        return text.toString();
    }

    /** The same for the same octets. */
    String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(batch, start, end - start);
            return "sha256-" + HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
