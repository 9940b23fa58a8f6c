package io.tidings.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A rule and the class that breaks it on purpose, so that the rule is known to be able to fail.
 *
 * @param name what the rule says
 * @param rule the rule, with its reason
 * @param offender breaks it
 * @param offences what the rule must hold against the offender, each on its own
 */
record Rule(String name, ArchRule rule, Class<?> offender, List<String> offences) {

    /** @param offences need be given only if the offender breaks the rule in several ways, or others, too */
    static Rule of(String name, ArchRule rule, Class<?> offender, String... offences) {
        return new Rule(name, rule.as(name), offender, offences.length == 0 ? List.of("") : List.of(offences));
    }

    @Override
    public String toString() {
        return name;
    }
}
