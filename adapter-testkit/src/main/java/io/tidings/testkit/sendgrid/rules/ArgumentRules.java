package io.tidings.testkit.sendgrid.rules;

import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What tells SendGrid how to treat a mail: headers, categories, custom arguments, the time. */
final class ArgumentRules {

    private static final Set<String> RESERVED = Set.of(
            "x-sg-id",
            "x-sg-eid",
            "received",
            "dkim-signature",
            "content-type",
            "content-transfer-encoding",
            "to",
            "from",
            "subject",
            "reply-to",
            "cc",
            "bcc");
    private static final Pattern HEADER_NAME = Pattern.compile("[!-9;-~]+");
    private static final Pattern HEADER_VALUE = Pattern.compile("[ -~\\t]*");
    private static final int MAX_CATEGORIES = 10;
    private static final int MAX_CATEGORY = 255;
    private static final int CUSTOM_ARGS = 10_000;
    private static final int SUBSTITUTIONS = 10_000;
    private static final Duration AHEAD = Duration.ofDays(3);

    private ArgumentRules() {}

    static void checkHeaders(Node node, List<Problem> problems) {
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, ?> header : node.entries("headers").entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (RESERVED.contains(name)) {
                problems.add(node.problem("headers", "Header can not be one of the reserved keys."));
            }
            if (!HEADER_NAME.matcher(name).matches()) {
                problems.add(
                        node.problem("headers", "Header keys cannot contain non-ASCII characters and empty spaces."));
            }
            if (!seen.add(name)) {
                problems.add(node.problem("headers", "The headers cannot contain duplicate keys."));
            }
            if (!(header.getValue() instanceof String value)) {
                problems.add(node.problem("headers", "The header values must be strings."));
            } else if (!HEADER_VALUE.matcher(value).matches()) {
                problems.add(node.problem(
                        "headers", "The header values must be properly encoded and cannot contain CRLF characters."));
            }
        }
    }

    static void checkSubstitutions(Node personalization, List<Problem> problems) {
        Map<String, ?> substitutions = personalization.entries("substitutions");
        if (!substitutions.values().stream().allMatch(String.class::isInstance)) {
            problems.add(personalization.problem("substitutions", "The substitution values must be strings."));
        } else if (size(substitutions) > SUBSTITUTIONS) {
            problems.add(personalization.problem(
                    "substitutions", "The substitutions may not exceed 10,000 bytes per personalization block."));
        }
    }

    static void checkCategories(Node mail, List<Problem> problems) {
        List<String> categories = mail.texts("categories");
        CharsetEncoder ascii = StandardCharsets.US_ASCII.newEncoder();
        Set<String> seen = new HashSet<>();
        if (categories.size() > MAX_CATEGORIES) {
            problems.add(mail.problem(
                    "categories",
                    "There is a limit of 10 categories for each email that is sent. You provided " + categories.size()
                            + " categories."));
        }
        for (String category : categories) {
            if (category.length() > MAX_CATEGORY) {
                problems.add(mail.problem(
                        "categories",
                        "Each category must not be longer than 255 characters. " + category + " exceeds this limit"));
            }
            if (!seen.add(category)) {
                problems.add(mail.problem(
                        "categories",
                        "The categories must be a unique list, and you have included " + category
                                + " more than once."));
            }
            if (!ascii.canEncode(category)) {
                problems.add(mail.problem("categories", "Categories can not contain non-ASCII characters."));
            }
        }
    }

    /** Those of the mail; those of a personalization are checked with them. */
    static void checkCustomArgs(Node mail, List<Node> personalizations, List<Problem> problems) {
        checkCustomArgs(mail, problems);
        for (Node personalization : personalizations) {
            checkCustomArgs(personalization, problems);
            Map<String, Object> merged = new HashMap<>(mail.entries("custom_args"));
            merged.putAll(personalization.entries("custom_args"));
            if (size(merged) >= CUSTOM_ARGS) {
                problems.add(personalization.problem(
                        "custom_args",
                        "The combined size of both global and personalization custom arguments may not exceed 10,000"
                                + " bytes per personalization."));
            }
        }
    }

    private static void checkCustomArgs(Node node, List<Problem> problems) {
        Map<String, ?> args = node.entries("custom_args");
        if (node.has("custom_args") && args.isEmpty()) {
            problems.add(node.problem("custom_args", "custom_args cannot be empty."));
        }
        if (!args.values().stream().allMatch(String.class::isInstance)) {
            problems.add(node.problem("custom_args", "All values of custom arguments object must be strings"));
        }
    }

    /** As a JSON object without needless white space, which is the most that it can be taken for. */
    private static long size(Map<String, ?> args) {
        long size = 1;
        for (Map.Entry<String, ?> arg : args.entrySet()) {
            size += size(arg.getKey()) + 1 + size(String.valueOf(arg.getValue())) + 1;
        }
        return size;
    }

    private static long size(String text) {
        long escapes = text.chars().filter(c -> c == '"' || c == '\\').count();
        return text.getBytes(StandardCharsets.UTF_8).length + escapes + 2;
    }

    static void checkSendAt(Node node, Instant now, List<Problem> problems) {
        node.number("send_at")
                .filter(at -> at.longValue() > now.plus(AHEAD).getEpochSecond())
                .ifPresent(at -> problems.add(
                        node.problem("send_at", "Scheduling more than 72 hours in advance is forbidden.")));
    }
}
