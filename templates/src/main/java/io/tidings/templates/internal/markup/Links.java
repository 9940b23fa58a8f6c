package io.tidings.templates.internal.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Where an element's links lead: a reader of mail has no page that one could be relative to. */
public final class Links {

    private static final List<String> ATTRIBUTES = List.of("href", "src", "background", "action", "poster");
    private static final List<String> SCHEMES = List.of("https://", "mailto:", "tel:", "cid:");
    private static final Pattern STYLE_URL = Pattern.compile("url\\(\\s*[\"']?([^\"')]*)", Pattern.CASE_INSENSITIVE);

    private Links() {}

    /** A link, and the attribute that holds it; {@code style} also for a style sheet. */
    record Link(String attribute, String target) {}

    static List<Link> of(Element element) {
        List<Link> links = new ArrayList<>();
        for (String attribute : ATTRIBUTES) {
            if (element.hasAttr(attribute)) {
                links.add(new Link(attribute, element.attr(attribute).strip()));
            }
        }
        for (String candidate : element.attr("srcset").strip().split(",\\s+", -1)) {
            if (!candidate.isBlank()) {
                links.add(new Link("srcset", candidate.strip().split("\\s", 2)[0]));
            }
        }
        boolean sheet = element.normalName().equals("style");
        Matcher url = STYLE_URL.matcher(element.attr("style") + (sheet ? element.data() + element.ownText() : ""));
        while (url.find()) {
            links.add(new Link("style", url.group(1).strip()));
        }
        return links;
    }

    /** What is wrong with a link to somewhere else; null if nothing is, or if it leads to a place in the message. */
    public static @Nullable String problem(String attribute, String element, String target) {
        String lower = target.toLowerCase(Locale.ROOT);
        String subject = "the " + attribute + " of <" + element + "> ";
        if (lower.startsWith("http:")) {
            return subject + "begins with http: and must begin with https:";
        }
        if (lower.equals("#")) {
            return subject + "leads to no place in the message";
        }
        if (lower.startsWith("#") || SCHEMES.stream().anyMatch(lower::startsWith)) {
            return null;
        }
        return subject + "is no absolute link; a reader of mail has no page that it could be relative to";
    }
}
