package io.tidings.testkit.sendgrid.rules;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Subject, bodies and files. */
final class ContentRules {

    /** What the documentation keeps out of types, file names and content ids. */
    private static final Pattern SEPARATOR = Pattern.compile("[;,\\r\\n]");

    private static final List<String> ORDER = List.of("text/plain", "text/html");

    private ContentRules() {}

    static void checkSubjects(Node mail, List<Node> personalizations, List<Problem> problems) {
        checkSubject(mail, problems);
        personalizations.forEach(personalization -> checkSubject(personalization, problems));
        if (!mail.has("subject")
                && !personalizations.stream().allMatch(personalization -> personalization.has("subject"))) {
            problems.add(mail.problem(
                    "subject",
                    "The subject is required. You can get around this requirement if you use a template with a subject"
                            + " defined or if every personalization has a subject defined."));
        }
    }

    private static void checkSubject(Node node, List<Problem> problems) {
        if (node.text("subject").filter(String::isEmpty).isPresent()) {
            problems.add(node.problem(
                    "subject", "The subject of your email must be a string at least one character in length."));
        }
    }

    static void checkBodies(Node mail, List<Problem> problems) {
        List<Node> bodies = mail.objects("content");
        if (bodies.isEmpty()) {
            problems.add(mail.problem(
                    "content",
                    "Unless a valid template_id is provided, the content parameter is required. There must be at least"
                            + " one defined content block. We typically suggest both text/plain and text/html blocks"
                            + " are included, but only one block is required."));
        }
        int last = 0;
        for (Node body : bodies) {
            String type = body.text("type").orElse("");
            if (type.isEmpty()) {
                problems.add(body.problem(
                        "type", "Your content type must be a string with length of at least one character."));
            } else if (SEPARATOR.matcher(type).find()) {
                problems.add(body.problem("type", "The content type cannot contain ';', or CRLF characters."));
            }
            if (body.text("value").orElse("").isEmpty()) {
                problems.add(
                        body.problem("value", "The content value must be a string at least one character in length."));
            }
            int rank = ORDER.contains(type) ? ORDER.indexOf(type) : ORDER.size();
            if (rank < last) {
                problems.add(mail.problem(
                        "content",
                        "Following RFC 1341, section 7.2, if either text/html or text/plain are to be sent in your"
                                + " email: text/plain needs to be first, followed by text/html, followed by any other"
                                + " content."));
            }
            last = rank;
        }
    }

    static void checkAttachments(Node mail, List<Problem> problems) {
        for (Node attachment : mail.objects("attachments")) {
            String content = attachment.text("content").orElse("");
            if (content.isEmpty()) {
                problems.add(attachment.problem(
                        "content", "The attachment content must be a string at least one character in length."));
            } else if (!isBase64(content)) {
                problems.add(attachment.problem("content", "The attachment content must be base64 encoded."));
            }
            if (attachment.text("filename").orElse("").isEmpty()) {
                problems.add(attachment.problem("filename", "filename is required."));
            }
            checkSeparators(
                    attachment,
                    "filename",
                    "The filename of your attachment cannot contain ';', ',' or CRLF characters.",
                    problems);
            checkSeparators(
                    attachment,
                    "content_id",
                    "The content ID of your attachment cannot contain ';', ',' or CRLF characters.",
                    problems);
            checkSeparators(
                    attachment, "type", "The attachment type cannot contain ';', or CRLF characters.", problems);
            if (attachment.text("type").filter(String::isEmpty).isPresent()) {
                problems.add(attachment.problem(
                        "type", "The attachment type must be a string and at least one character in length."));
            }
            attachment
                    .text("disposition")
                    .filter(disposition -> !Set.of("inline", "attachment").contains(disposition))
                    .ifPresent(disposition -> problems.add(attachment.problem(
                            "disposition",
                            "The disposition of your attachment can be either \"inline\" or \"attachment\". You"
                                    + " provided " + disposition + ".")));
        }
    }

    private static void checkSeparators(Node attachment, String name, String message, List<Problem> problems) {
        if (attachment.text(name).filter(SEPARATOR.asPredicate()).isPresent()) {
            problems.add(attachment.problem(name, message));
        }
    }

    private static boolean isBase64(String text) {
        try {
            return text.length() % 4 == 0 && Base64.getDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
