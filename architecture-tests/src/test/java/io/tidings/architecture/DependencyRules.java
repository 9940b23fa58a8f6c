package io.tidings.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Who may use whom. */
final class DependencyRules {

    private static final String ERROR = "io.tidings.error";
    private static final String EMAIL = "io.tidings.email";
    private static final String TEMPLATE = "io.tidings.template";
    private static final String DELIVERY = "io.tidings.delivery";
    private static final String SPI = "io.tidings.spi";
    private static final String INTERNAL = "io.tidings.internal";
    private static final String ROOT = "io.tidings";

    static final List<Rule> ALL = List.of(
            core("errors know nothing of the rest", ERROR, io.tidings.error.OffendsError.class, ERROR),
            core("the port for e-mail knows only errors", EMAIL, io.tidings.email.OffendsEmail.class, EMAIL, ERROR),
            core(
                    "the port for templates knows only errors",
                    TEMPLATE,
                    io.tidings.template.OffendsTemplate.class,
                    TEMPLATE,
                    ERROR),
            core(
                    "delivery knows e-mail and errors",
                    DELIVERY,
                    io.tidings.delivery.OffendsDelivery.class,
                    DELIVERY,
                    EMAIL,
                    ERROR),
            core(
                    "the SPI knows the ports, and neither the notifier nor how adapters are loaded",
                    SPI,
                    io.tidings.spi.OffendsSpi.class,
                    SPI,
                    EMAIL,
                    TEMPLATE,
                    DELIVERY,
                    ERROR),
            core(
                    "loading adapters knows the SPI and not the notifier",
                    INTERNAL,
                    io.tidings.internal.OffendsInternal.class,
                    INTERNAL,
                    SPI,
                    EMAIL,
                    TEMPLATE,
                    DELIVERY,
                    ERROR),
            core(
                    "the notifier knows core and no adapter",
                    ROOT,
                    io.tidings.OffendsRoot.class,
                    ROOT,
                    INTERNAL,
                    SPI,
                    EMAIL,
                    TEMPLATE,
                    DELIVERY,
                    ERROR),
            Rule.of(
                    "only core looks at its internals",
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(INTERNAL, ROOT)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(INTERNAL)
                            .because("they change without notice"),
                    io.tidings.adapter.inmemory.OffendsInternals.class),
            Rule.of(
                    "MIME knows messages and the JDK",
                    classes()
                            .that()
                            .resideInAPackage("io.tidings.mime..")
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(Modules.MIME.allowed())
                            .because("what goes over the wire must not depend on who sends it"),
                    io.tidings.mime.OffendsMime.class),
            Rule.of(
                    "an adapter uses the port, its SDK and no other adapter",
                    classes()
                            .that()
                            .resideInAPackage("io.tidings.adapter.inmemory..")
                            .and()
                            .resideOutsideOfPackages(
                                    "io.tidings.adapter.inmemory.assertj", "io.tidings.adapter.inmemory.junit")
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(Modules.ADAPTER_INMEMORY.allowed())
                            .because("one technology lives in one module, and swapping it touches no other"),
                    io.tidings.adapter.inmemory.OffendsAdapter.class,
                    "io.tidings.Notifier"),
            adapter(Modules.ADAPTER_SENDGRID, io.tidings.adapter.sendgrid.OffendsSendGrid.class),
            adapter(Modules.ADAPTER_FAILOVER, io.tidings.adapter.failover.OffendsFailover.class),
            Rule.of(
                    "only the SendGrid adapter looks at its internals",
                    noClasses()
                            .that()
                            .resideOutsideOfPackage("io.tidings.adapter.sendgrid..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "io.tidings.adapter.sendgrid.http",
                                    "io.tidings.adapter.sendgrid.mail",
                                    "io.tidings.adapter.sendgrid.webhook.event")
                            .because("they change without notice"),
                    io.tidings.adapter.inmemory.OffendsSendGridInternals.class),
            Rule.of(
                    "the SMTP adapter uses the port, MIME, Mime4j and no other adapter",
                    classes()
                            .that()
                            .resideInAPackage("io.tidings.adapter.smtplegacy..")
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(Modules.ADAPTER_SMTP_LEGACY.allowed())
                            .because("one technology lives in one module, and swapping it touches no other"),
                    io.tidings.adapter.smtplegacy.OffendsSmtpLegacy.class,
                    "io.tidings.Notifier",
                    "InMemoryEmailAdapter"),
            Rule.of(
                    "the concerns of the SMTP adapter do not know the adapter",
                    noClasses()
                            .that()
                            .resideInAPackage("io.tidings.adapter.smtplegacy.*..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("io.tidings.adapter.smtplegacy")
                            .because("each can be read and tested by itself"),
                    io.tidings.adapter.smtplegacy.pool.OffendsPool.class),
            Rule.of(
                    "AssertJ and JUnit are optional for the in-memory adapter",
                    noClasses()
                            .that()
                            .resideInAPackage("io.tidings.adapter.inmemory..")
                            .and()
                            .resideOutsideOfPackages(
                                    "io.tidings.adapter.inmemory.assertj", "io.tidings.adapter.inmemory.junit")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "org.assertj..",
                                    "org.junit..",
                                    "io.tidings.adapter.inmemory.assertj",
                                    "io.tidings.adapter.inmemory.junit")
                            .because("an application without them must load the adapter"),
                    io.tidings.adapter.inmemory.OffendsAdapter.class,
                    "org.assertj",
                    "org.junit",
                    "MailboxAssert",
                    "InMemoryMailbox"),
            forTests(
                    "the in-memory adapter's assertions know AssertJ and not JUnit",
                    "io.tidings.adapter.inmemory.assertj",
                    "org.assertj..",
                    io.tidings.adapter.inmemory.assertj.OffendsAssertj.class,
                    "org.junit",
                    "io.tidings.adapter.inmemory.junit",
                    "io.tidings.Notifier"),
            forTests(
                    "the in-memory adapter's extension knows JUnit and not AssertJ",
                    "io.tidings.adapter.inmemory.junit",
                    "org.junit.jupiter..",
                    io.tidings.adapter.inmemory.junit.OffendsJunit.class,
                    "org.assertj",
                    "io.tidings.adapter.inmemory.assertj",
                    "io.tidings.Notifier"),
            Rule.of(
                    "the template engine uses the port for templates and FreeMarker",
                    classes()
                            .that()
                            .resideInAPackage("io.tidings.templates..")
                            .and()
                            .resideOutsideOfPackage("io.tidings.templates.catalogue")
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(Modules.TEMPLATES.allowed())
                            .because("templates never touch an application's object"),
                    io.tidings.templates.OffendsTemplates.class),
            Rule.of(
                    "only the template module looks at its internals",
                    noClasses()
                            .that()
                            .resideOutsideOfPackage("io.tidings.templates..")
                            .or()
                            .resideInAPackage("io.tidings.templates.catalogue")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("io.tidings.templates.internal..")
                            .because("they change without notice"),
                    io.tidings.templates.catalogue.OffendsTemplateInternals.class),
            Rule.of(
                    "the catalogue holds notifications and knows no template engine",
                    classes()
                            .that()
                            .resideInAPackage("io.tidings.templates.catalogue")
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(Modules.core(ROOT, "io.tidings.templates.catalogue", TEMPLATE, ERROR))
                            .because("its records are to be copied by applications"),
                    io.tidings.templates.catalogue.OffendsCatalogue.class),
            Rule.of(
                    "the test kit knows the ports, JUnit, AssertJ and JSON",
                    classes()
                            .that()
                            .resideInAPackage("io.tidings.testkit..")
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(Modules.ADAPTER_TESTKIT.allowed())
                            .because("it is published for users, whatever adapter they write"),
                    io.tidings.testkit.OffendsTestkit.class,
                    "io.tidings.Notifier",
                    "io.tidings.adapter.inmemory.InMemoryEmailAdapter",
                    "freemarker.template.Template"),
            Rule.of(
                    "nothing that is published uses examples, benchmarks or these tests",
                    noClasses()
                            .that()
                            .resideInAPackage("io.tidings..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "io.tidings.examples..", "io.tidings.benchmarks..", "io.tidings.architecture..")
                            .because("they are leaves"),
                    io.tidings.OffendsRoot.class),
            vendor("freemarker..", "io.tidings.templates", io.tidings.email.OffendsEmail.class),
            vendor("io.github.resilience4j..", "io.tidings.adapter.failover", io.tidings.email.OffendsEmail.class),
            vendor("com.sendgrid..", "io.tidings.adapter.sendgrid", io.tidings.email.OffendsEmail.class),
            vendor("org.apache.http..", "io.tidings.adapter.sendgrid", io.tidings.email.OffendsEmail.class),
            vendor("org.apache.james..", "io.tidings.adapter.smtplegacy.bounce", io.tidings.email.OffendsEmail.class),
            Rule.of(
                    "packages are free of cycles",
                    slices().matching("io.tidings.(**)")
                            .should()
                            .beFreeOfCycles()
                            .because("a part that cannot be understood alone cannot be changed alone"),
                    io.tidings.error.OffendsError.class));

    private DependencyRules() {}

    private static Rule core(String name, String where, Class<?> offender, String... packages) {
        ArchRule rule = classes()
                .that()
                .resideInAPackage(where)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Modules.core(packages))
                .because("in core, dependencies point from the notifier to the ports and never back");
        return Rule.of(name, rule, offender);
    }

    /** One may be on the class path without the other. */
    private static Rule forTests(String name, String where, String library, Class<?> offender, String... offences) {
        ArchRule rule = classes()
                .that()
                .resideInAPackage(where)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Modules.core(
                        where,
                        "io.tidings.adapter.inmemory",
                        "io.tidings.adapter.inmemory.script",
                        EMAIL,
                        DELIVERY,
                        SPI,
                        ERROR,
                        library))
                .because("who asserts with one library must not need the other");
        return Rule.of(name, rule, offender, offences);
    }

    /** The offender knows the notifier and the in-memory adapter. */
    private static Rule adapter(Modules module, Class<?> offender) {
        return Rule.of(
                module.artifactId() + " uses the port, its SDK and no other adapter",
                classes()
                        .that()
                        .resideInAPackage(module.root() + "..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(module.allowed())
                        .because("one technology lives in one module, and swapping it touches no other"),
                offender,
                "io.tidings.Notifier",
                "io.tidings.adapter.inmemory.InMemoryEmailAdapter");
    }

    private static Rule vendor(String sdk, String home, Class<?> offender) {
        return Rule.of(
                sdk + " is known only to " + home,
                noClasses()
                        .that()
                        .resideOutsideOfPackage(home + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(sdk)
                        .because("a change of the SDK must stay in the module that adapts it"),
                offender);
    }
}
