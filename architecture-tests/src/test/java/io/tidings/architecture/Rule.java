package io.tidings.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule and the class that breaks it on purpose, so that the rule is known to be able to fail.
 *
 * @param name what the rule says
 * @param rule the rule, with its reason
 * @param offender breaks it
 */
record Rule(String name, ArchRule rule, Class<?> offender) {

    static Rule of(String name, ArchRule rule, Class<?> offender) {
        return new Rule(name, rule.as(name), offender);
    }

    @Override
    public String toString() {
        return name;
    }
}
