package vn.nhain.plant;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
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
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import org.jspecify.annotations.NullMarked;

/** What may import what in this module. */
@AnalyzeClasses(packages = "vn.nhain.plant", importOptions = ImportOption.DoNotIncludeTests.class)
class PlantModelArchitectureTest {
    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("vn.nhain.plant.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nounsKnowTheJdkOnly = noClasses()
            .that()
            .resideOutsideOfPackage("vn.nhain.plant.file")
            .should()
            .dependOnClassesThat(
                    DescribedPredicate.not(resideInAnyPackage("java..", "vn.nhain.plant..", "org.jspecify..")));

    @ArchTest
    static final ArchRule onlyThePlantFileKnowsJackson = noClasses()
            .that()
            .resideOutsideOfPackage("vn.nhain.plant.file")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml..", "org.yaml..");

    @ArchTest
    static final ArchRule nobodyLeansOnThePlantFile = noClasses()
            .that()
            .resideOutsideOfPackage("vn.nhain.plant.file")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.nhain.plant.file");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes().should(resideInNullMarkedPackages());

    @ArchTest
    static final ArchRule timeAndChanceAreInjected = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callConstructor(Random.class);

    private static ArchCondition<JavaClass> resideInNullMarkedPackages() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, "%s: its package is not @NullMarked".formatted(type.getName())));
            }
        };
    }
}
