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
 * <p>Always there: {@code portalName}, {@code portalUrl}, {@code teamName}, {@code primaryColour}, {@code signInUrl},
 * {@code submissionHistoryUrl} and {@code accessStatusUrl}; the last three are pages of the portal unless they are set.
 * There if they are set: {@code supportAddress}, {@code logoUrl}, and any other name.
 */
public final class Brand {

    private static final String KEY = "tidings.templates.brand.";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    /** Nothing that would mean something in a mailto link. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+");

    private static final Pattern WORD_START = Pattern.compile("-(.)");

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
        return problems;
    }

    static Map<String, Object> values(Map<String, String> configured) {
        Map<String, Object> brand = new HashMap<>();
        configured.forEach((name, value) -> brand.put(camelCase(name), value));
        brand.putIfAbsent("portalName", "Data Portal");
        brand.putIfAbsent("teamName", brand.get("portalName"));
        brand.putIfAbsent("primaryColour", "#1b4b82");
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
