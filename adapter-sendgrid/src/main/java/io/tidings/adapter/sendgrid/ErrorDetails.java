package io.tidings.adapter.sendgrid;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the body of an error says:
 * {@code {"errors":[{"message":"…","field":"personalizations.0.to.0.email","help":null}]}}. It is looked at and never
 * handed on. A body that is anything else, or breaks off, says as much as could be read of it.
 *
 * @param fields what is at fault; empty text where the provider names nothing
 * @param messages in lower case
 */
record ErrorDetails(List<String> fields, List<String> messages) {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(64 * 1024)
                    .build())
            .build();

    /** Six digits are more than a request can hold. */
    private static final Pattern PERSONALIZATION = Pattern.compile("personalizations[.\\[](\\d{1,6})(\\D.*)?");

    static ErrorDetails read(String body) {
        List<String> fields = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        try (JsonParser json = JSON.createParser(body)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_ARRAY && "errors".equals(json.currentName())) {
                    readErrors(json, fields, messages);
                }
            }
        } catch (IOException e) {
            // It is no JSON, or not to its end.
            return new ErrorDetails(fields, messages);
        }
        return new ErrorDetails(fields, messages);
    }

    private static void readErrors(JsonParser json, List<String> fields, List<String> messages) throws IOException {
        String field = "";
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token == null) {
                return;
            }
            if (token == JsonToken.START_OBJECT && depth == 1) {
                field = "";
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
                if (depth == 1) {
                    fields.add(field);
                }
            } else if (token == JsonToken.VALUE_STRING && depth == 2) {
                String name = json.currentName();
                if ("field".equals(name)) {
                    field = json.getText().equals("null") ? "" : json.getText();
                } else if ("message".equals(name)) {
                    messages.add(json.getText().toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    /** How many there are. */
    @Override
    public String toString() {
        return "ErrorDetails[" + fields.size() + "]";
    }

    /** Whether any message has this in it. */
    boolean mention(String lowerCase) {
        return messages.stream().anyMatch(message -> message.contains(lowerCase));
    }

    /** The author's address is at fault. */
    boolean areAboutTheSender() {
        return fields.stream().anyMatch(field -> field.equals("from") || field.startsWith("from."))
                || mention("verified sender identity");
    }

    /** Something that all messages of the request share is at fault. */
    boolean areAboutAll() {
        return fields.stream().anyMatch(field -> !field.isEmpty() && !field.startsWith("personalizations"));
    }

    /** The personalizations that are at fault, by their number in the request. */
    Set<Integer> personalizations() {
        Set<Integer> numbers = new TreeSet<>();
        for (String field : fields) {
            Matcher matcher = PERSONALIZATION.matcher(field);
            if (matcher.matches()) {
                numbers.add(Integer.valueOf(matcher.group(1)));
            }
        }
        return numbers;
    }
}
