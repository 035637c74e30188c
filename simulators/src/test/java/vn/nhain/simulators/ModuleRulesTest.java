package vn.nhain.simulators;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What may depend on what in this module. */
final class ModuleRulesTest {
    private static final String ROOT = "vn.nhain.simulators";

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void onlyTheDemoSeesTheOtherModules() {
        String[] others = {"vn.nhain.edge..", "vn.nhain.scheduler..", "vn.nhain.dashboard.."};
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".demo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("machines know nothing of those who listen to them")
                .check(classes);
    }

    @Test
    void theModelImportsThePlantModelOnly() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".press..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        ROOT + ".press..",
                        "vn.nhain.plant..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "org.jspecify..")
                .check(classes);
    }

    @Test
    void packagesSeeOnlyWhatTheyMust() {
        mayDependOn("wire", "press");
        mayDependOn("station", "press", "wire");
        mayDependOn("opcua", "press", "station", "wire");
        mayDependOn("mqtt", "press", "station", "wire");
        mayDependOn("scenario", "press");
        mayDependOn("control", "press", "station", "wire");
    }

    @Test
    void eachLibraryStaysInItsPackage() {
        only("org.eclipse.milo..", "opcua");
        only("org.eclipse.paho..", "mqtt");
        only("com.hivemq..", "broker");
        only("com.sun.net.httpserver..", "control");
    }

    @Test
    void jacksonStaysWithWiresAndFiles() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".wire..", ROOT + ".scenario..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(classes);
    }

    @Test
    void timeAndRandomnessAreInjected() {
        String[] composing = {ROOT + ".configure..", ROOT + ".demo.."};
        for (ArchRule rule : new ArchRule[] {
            noClasses()
                    .that()
                    .resideOutsideOfPackages(composing)
                    .should()
                    .callMethod(System.class, "currentTimeMillis"),
            noClasses().that().resideOutsideOfPackages(composing).should().callMethod(Instant.class, "now"),
            noClasses().that().resideOutsideOfPackages(composing).should().callMethod(Clock.class, "systemUTC"),
            noClasses().that().resideOutsideOfPackages(composing).should().callConstructor(Random.class)
        }) {
            rule.check(classes);
        }
    }

    @Test
    void everyPackageIsNullMarked() {
        JavaPackage root = classes.getPackage(ROOT);
        for (JavaPackage each : root.getSubpackagesInTree()) {
            assertTrue(
                    each.getClasses().isEmpty() || each.isAnnotatedWith(NullMarked.class),
                    each.getName() + " has no @NullMarked package-info.java");
        }
    }

    private static void mayDependOn(String name, String... others) {
        String[] allowed = new String[others.length + 1];
        allowed[0] = ROOT + "." + name + "..";
        for (int i = 0; i < others.length; i++) {
            allowed[i + 1] = ROOT + "." + others[i] + "..";
        }
        noClasses()
                .that()
                .resideInAPackage(allowed[0])
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))))
                .check(classes);
    }

    private static void only(String library, String name) {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(classes);
    }
}
