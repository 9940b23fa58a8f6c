package io.tidings.adapter.smtplegacy.dkim;

import io.tidings.error.InvalidArgumentException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who signs, and with which keys. Each key makes a signature of its own, so that a reader who does not know Ed25519 can
 * check the other. Immutable.
 *
 * @param domain the signing domain ({@code d=}), which should be that of the messages' authors, or above it; kept in
 *     lower case; international names in their {@code xn--} form
 * @param keys one or two, of different selectors
 */
public record DkimOptions(String domain, List<DkimKey> keys) {

    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile("(?=.{1,253}$)(" + LABEL + "\\.)+" + LABEL);

    public DkimOptions {
        domain = requireDomain(domain);
        keys = List.copyOf(keys);
        if (keys.isEmpty() || keys.size() > 2) {
            throw new InvalidArgumentException("dkim.private-key", "must be one key or two");
        }
        Set<String> selectors = new HashSet<>();
        if (!keys.stream().allMatch(key -> selectors.add(key.selector()))) {
            throw new InvalidArgumentException("dkim.selector", "must be another one for each key");
        }
    }

    /**
     * The domain in lower case, once it is known to be one.
     *
     * @throws InvalidArgumentException if it is no domain name in its ASCII form
     */
    public static String requireDomain(String domain) {
        String lower = domain.toLowerCase(Locale.ROOT);
        if (!DOMAIN.matcher(lower).matches()) {
            throw new InvalidArgumentException("dkim.domain", "must be a domain name such as example.gov");
        }
        return lower;
    }
}
