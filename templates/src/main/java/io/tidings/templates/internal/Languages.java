package io.tidings.templates.internal;

import freemarker.cache.TemplateLookupContext;
import freemarker.cache.TemplateLookupResult;
import freemarker.cache.TemplateLookupStrategy;
import io.tidings.templates.internal.Failures.RefusedNameException;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the file of a language: {@code es_MX}, {@code es}, the default language's, the one without a language. The same
 * for a template's parts and for what they include. Refuses names that could lead out of the roots.
 */
final class Languages extends TemplateLookupStrategy {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");

    private final Locale defaultLocale;

    Languages(Locale defaultLocale) {
        this.defaultLocale = defaultLocale;
    }

    /** Without what makes no difference to which file is found, so that the cache holds few entries. */
    Locale lookupLocale(Locale requested) {
        Locale locale = requested.getLanguage().isEmpty() ? defaultLocale : requested;
        if (locale.getVariant().isEmpty() && !locale.hasExtensions()) {
            return locale;
        }
        return new Locale.Builder()
                .setLanguage(locale.getLanguage())
                .setScript(locale.getScript())
                .setRegion(locale.getCountry())
                .build();
    }

    Locale defaultLocale() {
        return defaultLocale;
    }

    /** The language in a file's name, or the default one. */
    Locale languageOf(String file) {
        Locale inName = Part.languageOf(file);
        return inName.getLanguage().isEmpty() ? defaultLocale : inName;
    }

    /** In which locale values are written: the reader's, unless the file that was found is in another language. */
    Locale formatLocale(Locale requested, Locale found) {
        if (requested.getLanguage().equals(found.getLanguage())) {
            return requested;
        }
        return defaultLocale.getLanguage().equals(found.getLanguage()) ? defaultLocale : found;
    }

    /** Every name under which a file may stand, best first. */
    List<String> candidates(String name, Locale locale) {
        Set<String> suffixes = new LinkedHashSet<>();
        addSuffixes(suffixes, locale);
        addSuffixes(suffixes, defaultLocale);
        suffixes.add("");
        int dot = name.lastIndexOf('.');
        int end = dot < 0 ? name.length() : dot;
        return suffixes.stream()
                .map(suffix -> name.substring(0, end) + suffix + name.substring(end))
                .toList();
    }

    private static void addSuffixes(Set<String> suffixes, Locale locale) {
        if (locale.getLanguage().isEmpty()) {
            return;
        }
        String language = "_" + locale.getLanguage();
        String script = locale.getScript().isEmpty() ? "" : "_" + locale.getScript();
        String country = locale.getCountry().isEmpty() ? "" : "_" + locale.getCountry();
        suffixes.add(language + script + country);
        suffixes.add(language + script);
        suffixes.add(language + country);
        suffixes.add(language);
    }

    @Override
    public TemplateLookupResult lookup(TemplateLookupContext context) throws IOException {
        if (!SAFE.matcher(context.getTemplateName()).matches()) {
            throw new RefusedNameException();
        }
        for (String candidate : candidates(context.getTemplateName(), context.getTemplateLocale())) {
            TemplateLookupResult found = context.lookupWithAcquisitionStrategy(candidate);
            if (found.isPositive()) {
                return found;
            }
        }
        return context.createNegativeLookupResult();
    }
}
