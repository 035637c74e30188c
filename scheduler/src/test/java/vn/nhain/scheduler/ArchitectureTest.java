package vn.nhain.scheduler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.NullMarked;

/** Who may see whom in the scheduler. */
@AnalyzeClasses(packages = "vn.nhain.scheduler", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule noCycles =
            slices().matching("vn.nhain.scheduler.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule kernelIsPlainJava = classes()
            .that()
            .resideInAPackage("..scheduler.kernel..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util",
                    "java.util.function",
                    "java.util.random",
                    "java.util.stream",
                    "..scheduler.kernel..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule apiSpeaksOfThePlantOnly = classes()
            .that()
            .resideInAPackage("..scheduler.api")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "vn.nhain.plant..", "..scheduler.api", "org.jspecify..");

    @ArchTest
    static final ArchRule searchKnowsNoFrameworkAndNoFiles = classes()
            .that()
            .resideInAPackage("..scheduler.search")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..", "java.util..", "..scheduler.kernel..", "..scheduler.search", "org.jspecify..");

    /** A checker that shared code with the engine would share its mistakes. */
    @ArchTest
    static final ArchRule checkerKnowsNothingOfTheEngine = noClasses()
            .that()
            .resideInAPackage("..scheduler.check")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..scheduler.kernel..", "..scheduler.search", "..scheduler.planning", "..scheduler.instance..");

    /** What proves the engine's score must not be the engine's arithmetic. */
    @ArchTest
    static final ArchRule explanationSharesNothingWithTheEngine = noClasses()
            .that()
            .resideInAPackage("..scheduler.explain")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..scheduler.kernel..",
                    "..scheduler.search",
                    "..scheduler.planning",
                    "..scheduler.plantproblem",
                    "..scheduler.instance..");

    @ArchTest
    static final ArchRule optaPlannerBehindTwoPackages =
            only("org.optaplanner..", "..scheduler.planning", "..scheduler.explain");

    @ArchTest
    static final ArchRule jacksonReadsFiles = only("com.fasterxml..", "..scheduler.instance..", "..scheduler.check");

    @ArchTest
    static final ArchRule yamlOptionsWhereYamlIsRead =
            only("org.yaml.snakeyaml..", "..scheduler.instance.nhain", "..scheduler.check");

    @ArchTest
    static final ArchRule commandLineBehindOnePackage = only("picocli..", "..scheduler.configure");

    @ArchTest
    static final ArchRule nothingLogs = only("org.slf4j..", "..scheduler.configure");

    @ArchTest
    static final ArchRule onlyConfigureSeesAll = noClasses()
            .that()
            .resideOutsideOfPackage("..configure..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..configure..");

    @ArchTest
    static final ArchRule timeAndChanceAreInjected = noClasses()
            .that()
            .resideOutsideOfPackage("..configure..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callConstructor(Random.class);

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes().should(new ArchCondition<JavaClass>("be null-marked") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(
                    type, marked, "%s has no @NullMarked package-info".formatted(type.getPackageName())));
        }
    });

    private static ArchRule only(String library, String... homes) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .as("only %s imports %s".formatted(String.join(", ", homes), library));
    }
}
