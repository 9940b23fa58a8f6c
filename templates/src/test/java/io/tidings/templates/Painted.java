package io.tidings.templates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** An HTML part as a mail program paints it: each text with its colour and its ground. */
public final class Painted {

    private static final Pattern DARK =
            Pattern.compile("@media \\(prefers-color-scheme:dark\\)\\{\n(.*?)\n\\}", Pattern.DOTALL);
    private static final Pattern RULE =
            Pattern.compile("^([^{}\n]+)\\{([a-z-]+):([^;{}]+)!important\\}$", Pattern.MULTILINE);

    private final Document html;
    private final Map<Element, Map<String, String>> overrides = new HashMap<>();

    private Painted(String html) {
        this.html = Jsoup.parse(html);
    }

    /** By a program that drops style sheets. */
    public static Painted light(String html) {
        return new Painted(html);
    }

    public static Painted dark(String html) {
        Painted painted = new Painted(html);
        Matcher sheet = DARK.matcher(painted.html.select("style").html());
        if (!sheet.find()) {
            throw new AssertionError("there is no dark mode");
        }
        Matcher rule = RULE.matcher(sheet.group(1));
        while (rule.find()) {
            for (Element element : painted.html.select(rule.group(1))) {
                painted.overrides
                        .computeIfAbsent(element, key -> new HashMap<>())
                        .put(rule.group(2), rule.group(3));
            }
        }
        return painted;
    }

    /** Every text that can be seen, an image's alternative included. */
    public List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        for (Element element : html.body().getAllElements()) {
            String said = element.ownText() + element.attr("alt");
            if (!said.isBlank() && element.closest("[style*=display:none]") == null) {
                texts.add(new Text(
                        said, inherited(element, "color"), inherited(element, "background-color"), element.tagName()));
            }
        }
        return texts;
    }

    private String inherited(Element element, String property) {
        for (Element at = element; at != null; at = at.parent()) {
            String value = overrides.getOrDefault(at, Map.of()).get(property);
            if (value == null) {
                value = inline(at, property);
            }
            if (value != null) {
                return value;
            }
            if (property.equals("color") && at.tagName().equals("a")) {
                throw new AssertionError("a link has no colour of its own");
            }
        }
        throw new AssertionError("no " + property + " is set");
    }

    private static String inline(Element element, String property) {
        for (String declaration : element.attr("style").split(";")) {
            if (declaration.startsWith(property + ":")) {
                return declaration.substring(property.length() + 1);
            }
        }
        return null;
    }

    /** A text, its colour and its ground's, such as {@code #1b4b82}. */
    public record Text(String said, String colour, String ground, String tag) {

        /** The contrast ratio of WCAG 2.2, from 1 to 21. */
        public double contrast() {
            return contrast(colour, ground);
        }

        public static double contrast(String one, String other) {
            double a = luminance(one) + 0.05;
            double b = luminance(other) + 0.05;
            return a > b ? a / b : b / a;
        }

        private static double luminance(String colour) {
            double[] weights = {0.2126, 0.7152, 0.0722};
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                double share = Integer.valueOf(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
                sum += weights[i] * (share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4));
            }
            return sum;
        }
    }
}
