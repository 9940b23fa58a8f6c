package io.tidings.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.tidings.architecture.Conditions.areOurOwn;
import static io.tidings.architecture.Conditions.beInANullMarkedPackage;
import static io.tidings.architecture.Conditions.haveOneConstructorForInjectionThatTakesItsConfig;
import static io.tidings.architecture.Conditions.nameOnlyTypesIn;
import static io.tidings.architecture.Conditions.takesTheSystemsTime;
import static io.tidings.architecture.Conditions.uses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.tidings.architecture.offenders.Careless;
import io.tidings.architecture.offenders.CarelessAdapter;
import io.tidings.architecture.offenders.CarelessCheckedException;
import io.tidings.architecture.offenders.CarelessClock;
import io.tidings.architecture.offenders.CarelessException;
import io.tidings.architecture.offenders.CarelessSignature;
import io.tidings.architecture.offenders.NotMarked;
import io.tidings.email.EmailPort;
import io.tidings.error.TidingsException;
import io.tidings.template.TemplatePort;
import java.io.IOException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;

/** What a type must look like. */
final class ShapeRules {

    /** What public types may name, AssertJ, JUnit and the JDK's HTTP server being what some of them are made for. */
    private static final String[] KNOWN = {
        "io.tidings..", "java..", "com.sun.net.httpserver..", "org.assertj..", "org.junit.."
    };

    static final List<Rule> ALL = List.of(
            Rule.of(
                    "every package says for whom it is and is null-marked",
                    classes().should(beInANullMarkedPackage()).because("null is no value unless a type says so"),
                    NotMarked.class),
            Rule.of(
                    "classes are final or sealed unless they are abstract",
                    classes()
                            .that()
                            .areTopLevelClasses()
                            .and()
                            .areNotInterfaces()
                            .and()
                            .doNotHaveModifier(ABSTRACT)
                            .should()
                            .haveModifier(FINAL)
                            .because("inheritance that nobody planned for breaks with the next change"),
                    Careless.class),
            Rule.of(
                    "no field is visible to other packages",
                    fields().that()
                            .areNotStatic()
                            .should()
                            .notBePublic()
                            .andShould()
                            .notBeProtected()
                            .because("state is nobody else's business"),
                    Careless.class,
                    "Careless.open",
                    "Careless.ajar"),
            Rule.of(
                    "static fields are final",
                    fields().that().areStatic().should().beFinal().because("two notifiers must not affect each other"),
                    Careless.class),
            Rule.of(
                    "accessors have no get",
                    methods()
                            .that()
                            .arePublic()
                            .and()
                            .areDeclaredInClassesThat(not(assignableTo(Throwable.class)))
                            .and(areOurOwn())
                            .should()
                            .haveNameNotMatching("get[A-Z].*")
                            .because("values are records, and services read the same"),
                    Careless.class),
            Rule.of(
                    "what is thrown is a TidingsException",
                    classes()
                            .that()
                            .areAssignableTo(RuntimeException.class)
                            .should()
                            .beAssignableTo(TidingsException.class)
                            .because("an application catches one root, and knows that its text is safe to log"),
                    CarelessException.class),
            Rule.of(
                    "checked exceptions are failures of input and output",
                    classes()
                            .that()
                            .areAssignableTo(Exception.class)
                            .and()
                            .arePublic()
                            .and()
                            .resideOutsideOfPackage("..internal")
                            .should()
                            .beAssignableTo(TidingsException.class)
                            .orShould()
                            .beAssignableTo(IOException.class)
                            .because("a delivery problem is a result, and a mistake is unchecked"),
                    CarelessCheckedException.class),
            Rule.of(
                    "time comes from an injected clock",
                    noClasses()
                            .that()
                            .resideOutsideOfPackage("io.tidings.testkit..")
                            .should()
                            .accessTargetWhere(takesTheSystemsTime())
                            .orShould()
                            .accessTargetWhere(uses(System.class, "currentTimeMillis"))
                            .orShould()
                            .accessTargetWhere(uses(Clock.class, "systemUTC", "systemDefaultZone", "system"))
                            .orShould()
                            .callConstructor(Date.class)
                            .because("what depends on the time must be tested without waiting for it"),
                    CarelessClock.class,
                    "Instant.now()",
                    "LocalDate.now()",
                    "LocalDateTime.now()",
                    "ZonedDateTime.now()",
                    "ZonedDateTime.now(java.time.ZoneId)",
                    "System.currentTimeMillis()",
                    "Clock.systemUTC()",
                    "Clock.systemDefaultZone()",
                    "java.util.Date"),
            Rule.of(
                    "nothing sleeps but what a test asked to be slow, and between two attempts",
                    noClasses()
                            .that()
                            .doNotHaveFullyQualifiedName("io.tidings.adapter.inmemory.script.Delay")
                            .and()
                            .doNotHaveFullyQualifiedName("io.tidings.adapter.failover.Sleeper")
                            .should()
                            .accessTargetWhere(uses(Thread.class, "sleep"))
                            .orShould()
                            .accessTargetWhere(uses(TimeUnit.class, "sleep"))
                            .because("waits are conditions with a limit"),
                    Careless.class,
                    "Thread.sleep",
                    "TimeUnit.sleep"),
            Rule.of(
                    "nothing prints",
                    noClasses()
                            .should()
                            .accessTargetWhere(uses(System.class, "out", "err"))
                            .orShould()
                            .accessTargetWhere(uses(Throwable.class, "printStackTrace"))
                            .because("an application decides where its log goes"),
                    Careless.class,
                    "System.out",
                    "System.err",
                    "printStackTrace"),
            Rule.of(
                    "logging goes through SLF4J",
                    noClasses()
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..")
                            .because("an application decides where its log goes"),
                    Careless.class),
            Rule.of(
                    "adapters are discovered in one place",
                    noClasses()
                            .that()
                            .doNotHaveFullyQualifiedName("io.tidings.internal.ProviderLoader")
                            .should()
                            .dependOnClassesThat()
                            .areAssignableTo(ServiceLoader.class)
                            .because("what is found must not depend on who asks"),
                    io.tidings.internal.OffendsInternal.class),
            Rule.of(
                    "no signature that others see names a vendor's type",
                    classes()
                            .that()
                            .arePublic()
                            .and()
                            .resideOutsideOfPackage("io.tidings.templates.internal..")
                            .should(nameOnlyTypesIn(KNOWN))
                            .because("the SDK can change or go without a change for the application"),
                    CarelessSignature.class,
                    "StringTemplateLoader",
                    "TemplateModel",
                    "versions",
                    "<init>",
                    "given",
                    "taken",
                    "thrown"),
            Rule.of(
                    "a container makes what implements a port from its configuration",
                    classes()
                            .that(areAPortsImplementation())
                            .should(haveOneConstructorForInjectionThatTakesItsConfig())
                            .andShould()
                            .haveModifier(FINAL)
                            .because("whoever uses a container writes no code to get an adapter"),
                    CarelessAdapter.class,
                    "2 constructors",
                    "<init>(java.lang.String) takes",
                    "<init>(io.tidings.adapter.inmemory.InMemoryConfig) takes"));

    private ShapeRules() {}

    private static DescribedPredicate<JavaClass> areAPortsImplementation() {
        return DescribedPredicate.describe(
                "are a port's implementation",
                type -> (type.isAssignableTo(EmailPort.class) || type.isAssignableTo(TemplatePort.class))
                        && type.getModifiers().contains(PUBLIC)
                        && !type.isInterface()
                        && !type.getPackageName()
                                .matches("io\\.tidings(\\.internal|\\.email|\\.template|\\.testkit)?"));
    }
}
