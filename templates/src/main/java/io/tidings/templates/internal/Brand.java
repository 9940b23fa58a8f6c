package io.tidings.templates.internal;

import io.tidings.error.ConfigurationProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What templates see as {@code brand}: {@code portal-name} of the configuration is {@code brand.portalName}.
 *
 * <p>Always there: {@code portalName}, {@code portalUrl}, {@code teamName}, the colours below, {@code signInUrl},
 * {@code submissionHistoryUrl} and {@code accessStatusUrl}; the last three are pages of the portal unless they are set.
 * There if they are set: {@code supportAddress}, {@code logoUrl}, and any other name.
 *
 * <p>{@code primaryColour} fills the header and buttons, and may be any colour. The others follow from it unless they
 * are set, so that all text has the contrast of 4.5:1 that WCAG 2 asks for at level AA (success criterion 1.4.3):
 * {@code onPrimaryColour}, of text on it, is white or else black; {@code linkColour}, of links on white, and
 * {@code darkLinkColour}, of links on the card of the dark mode, are the primary colour itself or else a blue. One that
 * is set to less than 4.5:1 is a problem of the configuration.
 */
public final class Brand {

    private static final String KEY = "tidings.templates.brand.";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    /** Nothing that would mean something in a mailto link. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+");

    private static final Pattern WORD_START = Pattern.compile("-(.)");

    private static final String PRIMARY = "#1b4b82";
    private static final String WHITE = "#ffffff";
    /** Where white is too faint, black never is; of anything lighter than #060606 that is not true. */
    private static final String BLACK = "#000000";
    /** The card of the dark mode in layout/theme.ftlh. */
    private static final String DARK_CARD = "#1c2229";

    private static final String DARK_LINK = "#8ab8f0";

    private Brand() {}

    /** What is wrong with the names and values of a configuration. */
    public static List<ConfigurationProblem> problems(Map<String, String> configured) {
        List<ConfigurationProblem> problems = new ArrayList<>();
        configured.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                problems.add(new ConfigurationProblem(KEY + "*", "must have a name such as portal-name"));
            } else if (name.endsWith("-url") && !value.startsWith("https://")) {
                problems.add(new ConfigurationProblem(KEY + name, "must begin with https://"));
            } else if (name.endsWith("-colour") && !COLOUR.matcher(value).matches()) {
                problems.add(new ConfigurationProblem(KEY + name, "must be a colour such as #1b4b82"));
            } else if (name.endsWith("-address") && !ADDRESS.matcher(value).matches()) {
                problems.add(new ConfigurationProblem(KEY + name, "must be a plain address such as help@example.gov"));
            }
        });
        addFaint(problems, configured, "on-primary-colour", configured.getOrDefault("primary-colour", PRIMARY));
        addFaint(problems, configured, "link-colour", WHITE);
        addFaint(problems, configured, "dark-link-colour", DARK_CARD);
        return problems;
    }

    private static void addFaint(
            List<ConfigurationProblem> problems, Map<String, String> configured, String name, String ground) {
        String text = configured.getOrDefault(name, "");
        boolean colours =
                COLOUR.matcher(text).matches() && COLOUR.matcher(ground).matches();
        if (colours && !Contrast.suffices(text, ground)) {
            problems.add(new ConfigurationProblem(
                    KEY + name,
                    "must have a contrast of 4.5:1 with what it stands on; without it, a colour is chosen"));
        }
    }

    static Map<String, Object> values(Map<String, String> configured) {
        Map<String, Object> brand = new HashMap<>();
        configured.forEach((name, value) -> brand.put(camelCase(name), value));
        brand.putIfAbsent("portalName", "Data Portal");
        brand.putIfAbsent("teamName", brand.get("portalName"));
        String primary = configured.getOrDefault("primary-colour", PRIMARY);
        brand.put("primaryColour", primary);
        brand.putIfAbsent("onPrimaryColour", Contrast.suffices(WHITE, primary) ? WHITE : BLACK);
        brand.putIfAbsent("linkColour", Contrast.suffices(primary, WHITE) ? primary : PRIMARY);
        brand.putIfAbsent("darkLinkColour", Contrast.suffices(primary, DARK_CARD) ? primary : DARK_LINK);
        String url = configured.getOrDefault("portal-url", "https://portal.example.gov");
        String portal = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        brand.put("portalUrl", portal);
        brand.putIfAbsent("signInUrl", portal + "/sign-in");
        brand.putIfAbsent("submissionHistoryUrl", portal + "/submission-history");
        brand.putIfAbsent("accessStatusUrl", portal + "/profile");
        return Map.copyOf(brand);
    }

    private static String camelCase(String name) {
        return WORD_START.matcher(name).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }
}
