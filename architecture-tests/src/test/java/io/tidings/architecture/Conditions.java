package io.tidings.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What the rules of shape look for and ArchUnit has no words for. */
final class Conditions {

    private Conditions() {}

    /** Uses one of these methods or fields, whether by a call or by a reference, and by whichever subtype. */
    static DescribedPredicate<JavaAccess<?>> uses(Class<?> owner, String... names) {
        return DescribedPredicate.describe(
                "uses " + owner.getSimpleName() + "." + String.join(" ", names),
                access -> access.getTargetOwner().isAssignableTo(owner)
                        && Set.of(names).contains(access.getTarget().getName()));
    }

    /** Asks a type of {@code java.time} for the present without saying by which clock. */
    static DescribedPredicate<JavaAccess<?>> takesTheSystemsTime() {
        return DescribedPredicate.describe(
                "takes the system's time",
                access -> access.getTargetOwner().getPackageName().startsWith("java.time")
                        && access.getTarget().getName().equals("now")
                        && access.getTarget() instanceof CodeUnitAccessTarget now
                        && now.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class)));
    }

    /** Not given by a type of somebody else, who may call accessors what they like. */
    static DescribedPredicate<JavaMethod> areOurOwn() {
        return DescribedPredicate.describe("are our own", method -> Stream.concat(
                        method.getOwner().getAllRawSuperclasses().stream(),
                        method.getOwner().getAllRawInterfaces().stream())
                .noneMatch(type -> type.getMethods().stream()
                        .anyMatch(inherited -> inherited.getName().equals(method.getName()))));
    }

    static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return condition("be in a package with a @NullMarked package-info", (type, problems) -> {
            if (type.getPackage().tryGetAnnotationOfType(NullMarked.class).isEmpty()) {
                problems.add(type.getName() + " is in a package that is not null-marked");
            }
        });
    }

    /** In whatever others can see of a type: what it is, and what its members take, give and throw. */
    static ArchCondition<JavaClass> nameOnlyTypesIn(String... packages) {
        DescribedPredicate<JavaClass> known = resideInAnyPackage(packages);
        return condition("name only types in " + List.of(packages), (type, problems) -> {
            Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
                    .flatMap(Conditions::raw)
                    .filter(DescribedPredicate.not(known))
                    .forEach(vendor -> problems.add(type.getName() + " is a " + vendor.getName()));
            for (JavaMember member : type.getMembers()) {
                if (member.getModifiers().contains(PUBLIC)
                        || member.getModifiers().contains(PROTECTED)) {
                    types(member)
                            .flatMap(Conditions::raw)
                            .filter(DescribedPredicate.not(known))
                            .distinct()
                            .forEach(vendor -> problems.add(member.getFullName() + " names " + vendor.getName()));
                }
            }
        });
    }

    static ArchCondition<JavaClass> haveOneConstructorForInjectionThatTakesItsConfig() {
        return condition("have one constructor for injection, which takes its configuration", (type, problems) -> {
            List<JavaConstructor> injected = type.getConstructors().stream()
                    .filter(constructor -> constructor.isAnnotatedWith(Inject.class))
                    .toList();
            if (injected.size() != 1) {
                problems.add(type.getName() + " has " + injected.size() + " constructors for injection");
            }
            for (JavaConstructor constructor : injected) {
                List<JavaClass> parameters = constructor.getRawParameterTypes();
                if (parameters.size() != 1 || !isConfigOf(type, parameters.get(0))) {
                    problems.add(constructor.getFullName() + " takes something else than its configuration");
                }
            }
        });
    }

    private static boolean isConfigOf(JavaClass type, JavaClass parameter) {
        return parameter.isRecord()
                && parameter.getSimpleName().endsWith("Config")
                && parameter.getPackage().equals(type.getPackage());
    }

    private static Stream<JavaType> types(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        return Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getExceptionTypes().stream())
                .flatMap(types -> types);
    }

    private static Stream<JavaClass> raw(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().map(JavaClass::getBaseComponentType);
    }

    private static ArchCondition<JavaClass> condition(String description, BiConsumer<JavaClass, List<String>> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<String> problems = new ArrayList<>();
                check.accept(type, problems);
                problems.forEach(problem -> events.add(SimpleConditionEvent.violated(type, problem)));
            }
        };
    }
}
