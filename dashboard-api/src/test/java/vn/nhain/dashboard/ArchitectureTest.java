package vn.nhain.dashboard;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows of this module, as a list. */
class ArchitectureTest {
    private static final String ROOT = "vn.nhain.dashboard";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void packagesFormNoCycles() {
        // sub-packages count by themselves: machine.http may see machine, machine may not see machine.http
        check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void javalinStaysInHttpAndWeb() {
        confine("io.javalin..", "..dashboard.web", "..http", "..dashboard.configure");
        confine("org.eclipse.jetty..", "..dashboard.web");
        confine("jakarta.servlet..", "..dashboard.web");
    }

    @Test
    void jacksonStaysInJson() {
        confine("com.fasterxml.jackson..", "..dashboard.json");
    }

    @Test
    void theBusinessStoreStaysInStoresAndDatabase() {
        confine("org.jdbi..", "..store", "..dashboard.database", "..dashboard.configure");
        confine("org.flywaydb..", "..dashboard.database");
        confine("com.zaxxer.hikari..", "..dashboard.database");
        confine("java.sql..", "..store", "..dashboard.database");
    }

    @Test
    void telemetryStoresStayInTheirPackages() {
        confine("io.questdb..", "..telemetry.questdb");
        confine("com.influxdb..", "..telemetry.influx");
        confine("okhttp3..", "..telemetry.influx");
    }

    @Test
    void mqttAndSparkplugStayInSparkplug() {
        confine("org.eclipse.paho..", "..dashboard.sparkplug");
        confine("org.eclipse.tahu..", "..dashboard.sparkplug");
    }

    @Test
    void theCommandLineStaysInMain() {
        check(noClasses()
                .that(not(nameMatching(ROOT + "\\.configure\\.Main(\\$.*)?")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli.."));
    }

    @Test
    void onlyTheSchedulersApiIsSeen() {
        check(noClasses()
                .that(not(nameMatching(ROOT + "\\.configure\\.Main(\\$.*)?")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("vn.nhain.scheduler..")
                        .and(not(resideInAnyPackage("vn.nhain.scheduler.api")))));
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("vn.nhain.edge..", "vn.nhain.simulators.."));
    }

    @Test
    void featuresKnowNothingOfTransportsAndStores() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("..http", "..dashboard.web", "..dashboard.configure")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..http", "..dashboard.web"));
        check(noClasses()
                .that()
                .resideOutsideOfPackages("..store", "..dashboard.configure")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..dashboard..store"));
        check(noClasses()
                .that()
                .resideOutsideOfPackages("..dashboard.configure")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..dashboard.configure"));
    }

    @Test
    void timeAndChanceAreInjected() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("..dashboard.configure")
                .should()
                .callMethod(System.class, "currentTimeMillis")
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
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random"));
    }

    @Test
    void everyPackageIsNullMarked() {
        check(classes().should(new ArchCondition<JavaClass>("live in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, "%s is not @NullMarked".formatted(type.getPackageName())));
            }
        }));
    }

    private static void confine(String library, String... packages) {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
