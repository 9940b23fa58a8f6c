package io.tidings.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.tidings.architecture.offenders.Careless;
import io.tidings.architecture.offenders.CarelessException;
import io.tidings.architecture.offenders.NotMarked;
import io.tidings.error.TidingsException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What a type must look like. */
final class ShapeRules {

    private static final String[] VENDORS = {
        "freemarker..", "com.sendgrid..", "jakarta.mail..", "org.eclipse.angus..", "io.github.resilience4j.."
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
                    Careless.class),
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
                    CarelessException.class),
            Rule.of(
                    "time comes from an injected clock",
                    noClasses()
                            .that()
                            .resideOutsideOfPackage("io.tidings.testkit..")
                            .should()
                            .callMethod(Instant.class, "now")
                            .orShould()
                            .callMethod(System.class, "currentTimeMillis")
                            .orShould()
                            .callMethod(Clock.class, "systemUTC")
                            .because("what depends on the time must be tested without waiting for it"),
                    Careless.class),
            Rule.of(
                    "nothing sleeps but what a test asked to be slow",
                    noClasses()
                            .that()
                            .doNotHaveFullyQualifiedName("io.tidings.adapter.inmemory.script.Delay")
                            .should()
                            .callMethod(Thread.class, "sleep", long.class)
                            .because("waits are conditions with a limit"),
                    Careless.class),
            Rule.of(
                    "nothing prints",
                    noClasses()
                            .should()
                            .accessField(System.class, "out")
                            .orShould()
                            .accessField(System.class, "err")
                            .orShould()
                            .callMethod(Throwable.class, "printStackTrace")
                            .because("an application decides where its log goes"),
                    Careless.class),
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
                    methods()
                            .that()
                            .areDeclaredInClassesThat(isPublic())
                            .and()
                            .arePublic()
                            .should(notName(VENDORS))
                            .because("the SDK can change or go without a change for the application"),
                    Careless.class));

    private ShapeRules() {}

    private static DescribedPredicate<JavaClass> isPublic() {
        return DescribedPredicate.describe(
                "are public", type -> type.getModifiers().contains(JavaModifier.PUBLIC));
    }

    /** Not given by a type of somebody else, who may call accessors what they like. */
    private static DescribedPredicate<JavaMethod> areOurOwn() {
        return DescribedPredicate.describe("are our own", method -> Stream.concat(
                        method.getOwner().getAllRawSuperclasses().stream(),
                        method.getOwner().getAllRawInterfaces().stream())
                .noneMatch(type -> type.getMethods().stream()
                        .anyMatch(inherited -> inherited.getName().equals(method.getName()))));
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package with a @NullMarked package-info") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetAnnotationOfType(NullMarked.class)
                        .isPresent();
                events.add(new SimpleConditionEvent(
                        type, marked, type.getPackageName() + (marked ? " is" : " is not") + " null-marked"));
            }
        };
    }

    private static ArchCondition<JavaMethod> notName(String... packages) {
        DescribedPredicate<JavaClass> vendor = JavaClass.Predicates.resideInAnyPackage(packages);
        return new ArchCondition<>("not name types of vendors") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean names = Stream.concat(
                                Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                        .anyMatch(vendor);
                events.add(new SimpleConditionEvent(
                        method, !names, method.getFullName() + (names ? " names" : " does not name") + " a vendor"));
            }
        };
    }
}
