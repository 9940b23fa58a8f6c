package io.tidings.architecture;

import java.util.List;
import java.util.stream.Stream;

/** Every module of the parent pom, its package root, and what it may use beyond itself. */
enum Modules {
    CORE("notification-core", "io.tidings", List.of()),
    MIME("mime", "io.tidings.mime", List.of("io.tidings.email")),
    TEMPLATES(
            "templates",
            "io.tidings.templates",
            List.of("io.tidings.template", "io.tidings.spi", "io.tidings.error", "freemarker..", "org.jsoup..")),
    ADAPTER_INMEMORY("adapter-inmemory", "io.tidings.adapter.inmemory", adapter()),
    ADAPTER_SENDGRID(
            "adapter-sendgrid",
            "io.tidings.adapter.sendgrid",
            adapter("com.sendgrid", "org.apache.http..", "com.fasterxml.jackson..")),
    ADAPTER_SMTP_LEGACY("adapter-smtp-legacy", "io.tidings.adapter.smtplegacy", adapter("org.apache.james.mime4j..")),
    ADAPTER_FAILOVER("adapter-failover", "io.tidings.adapter.failover", adapter("io.github.resilience4j..")),
    ADAPTER_TESTKIT(
            "adapter-testkit",
            "io.tidings.testkit",
            List.of(
                    "io.tidings.email",
                    "io.tidings.template",
                    "io.tidings.delivery",
                    "io.tidings.spi",
                    "io.tidings.error",
                    "com.fasterxml.jackson..",
                    "com.networknt..",
                    "org.junit.jupiter..",
                    "org.assertj..")),
    ARCHITECTURE_TESTS("architecture-tests", "io.tidings.architecture", List.of()),
    EXAMPLES("examples", "io.tidings.examples", List.of()),
    BENCHMARKS("benchmarks", "io.tidings.benchmarks", List.of());

    /** What everybody may use. */
    private static final List<String> COMMON =
            List.of("java..", "javax.crypto..", "jakarta.inject..", "org.jspecify..", "org.slf4j..");

    private final String artifactId;
    private final String root;
    private final List<String> mayUse;

    Modules(String artifactId, String root, List<String> mayUse) {
        this.artifactId = artifactId;
        this.root = root;
        this.mayUse = mayUse;
    }

    /** What every adapter may use; its SDK comes on top. */
    private static List<String> adapter(String... sdk) {
        return Stream.concat(
                        Stream.of(
                                "io.tidings.email",
                                "io.tidings.delivery",
                                "io.tidings.spi",
                                "io.tidings.error",
                                "io.tidings.mime",
                                "javax.net..",
                                "javax.naming..",
                                "com.sun.net.httpserver.."),
                        Stream.of(sdk))
                .toList();
    }

    String artifactId() {
        return artifactId;
    }

    /** The package under which all its classes are. */
    String root() {
        return root;
    }

    /** The patterns of what its classes may depend on, itself and these included. */
    String[] allowed(String... more) {
        return Stream.of(Stream.of(root + ".."), COMMON.stream(), mayUse.stream(), Stream.of(more))
                .flatMap(patterns -> patterns)
                .toArray(String[]::new);
    }

    /** What a package of core may use: the common things and these packages. */
    static String[] core(String... packages) {
        return Stream.concat(COMMON.stream(), Stream.of(packages)).toArray(String[]::new);
    }
}
