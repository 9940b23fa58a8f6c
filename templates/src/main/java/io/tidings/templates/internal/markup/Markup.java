package io.tidings.templates.internal.markup;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/** Finds links that lead nowhere, images without words, and attributes that a value can break out of. */
public final class Markup {

    /** Stands in a template's text for what is known only when it is sent. */
    public static final char UNKNOWN = '\ue000';

    private Markup() {}

    /**
     * What is wrong.
     *
     * @param from where the element begins in the text
     * @param to where its start tag ends
     */
    public record Problem(int from, int to, String text) {}

    /** Of a whole message. */
    public static List<Problem> ofMessage(String html) {
        Document document = Jsoup.parse(html);
        List<Problem> problems = new ArrayList<>();
        for (Element element : document.getAllElements()) {
            check(element, problems);
            for (Links.Link link : Links.of(element)) {
                if (isDead(link, document)) {
                    problems.add(new Problem(
                            0,
                            0,
                            "the " + link.attribute() + " of <" + element.tagName()
                                    + "> leads to no place in the message"));
                }
            }
        }
        return problems;
    }

    private static boolean isDead(Links.Link link, Document document) {
        if (!link.target().startsWith("#") || link.target().length() == 1) {
            return false;
        }
        String name = link.target().substring(1);
        return document.getElementById(name) == null
                && document.getElementsByAttributeValue("name", name).isEmpty();
    }

    /** Of a template's text, in which {@link #UNKNOWN} stands for each character of what a value takes the place of. */
    public static List<Problem> ofSource(String html) {
        // As XML, since a file can begin in the middle of a table.
        Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault).setTrackPosition(true);
        List<Problem> problems = new ArrayList<>();
        for (Element element : parser.parseInput(html, "").getAllElements()) {
            if (!(element instanceof Document)) {
                check(element, problems);
                checkQuotes(html, element, problems);
            }
        }
        return problems;
    }

    private static void check(Element element, List<Problem> problems) {
        boolean mayHaveMore = element.attributes().asList().stream()
                .anyMatch(attribute -> attribute.getKey().indexOf(UNKNOWN) >= 0);
        if (element.normalName().equals("img") && !element.hasAttr("alt") && !mayHaveMore) {
            problems.add(problem(element, "an image has no alt text: <img>"));
        }
        for (Links.Link link : Links.of(element)) {
            String problem = link.target().indexOf(UNKNOWN) == 0
                    ? null
                    : Links.problem(link.attribute(), element.tagName(), link.target());
            if (problem != null) {
                problems.add(problem(element, problem));
            }
        }
    }

    private static void checkQuotes(String html, Element element, List<Problem> problems) {
        for (Attribute attribute : element.attributes()) {
            int value = attribute.sourceRange().valueRange().startPos();
            boolean quoted = value > 0 && "\"'".indexOf(html.charAt(value - 1)) >= 0;
            if (attribute.getValue().indexOf(UNKNOWN) >= 0 && !quoted) {
                problems.add(problem(element, "an attribute's value needs quotes around it"));
            }
        }
    }

    private static Problem problem(Element element, String text) {
        return new Problem(
                Math.max(0, element.sourceRange().startPos()),
                Math.max(0, element.sourceRange().endPos()),
                text);
    }
}
