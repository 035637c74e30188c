package vn.nhain.edge;

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

/** Who may see whom in the agent. */
@AnalyzeClasses(packages = "vn.nhain.edge", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule noCycles =
            slices().matching("vn.nhain.edge.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule opcUaBehindOneSubTree = only("org.eclipse.milo..", "vn.nhain.edge.source.opcua..");

    @ArchTest
    static final ArchRule cryptographyBehindOnePackage =
            only("org.bouncycastle..", "vn.nhain.edge.source.opcua.connect");

    @ArchTest
    static final ArchRule mqttBehindOnePackage = only("org.eclipse.paho..", "vn.nhain.edge.broker");

    @ArchTest
    static final ArchRule sparkplugBehindTheTwoThatSpeakIt =
            only("org.eclipse.tahu..", "vn.nhain.edge.sink.sparkplug", "vn.nhain.edge.source.mqtt");

    @ArchTest
    static final ArchRule modbusBehindOnePackage = only("com.digitalpetri..", "vn.nhain.edge.source.modbus");

    @ArchTest
    static final ArchRule csvBehindOnePackage = only("org.apache.commons.csv..", "vn.nhain.edge.source.folder");

    @ArchTest
    static final ArchRule influxBehindOnePackage = only("com.influxdb..", "vn.nhain.edge.sink.influx");

    @ArchTest
    static final ArchRule httpClientBehindOnePackage = only("okhttp3..", "vn.nhain.edge.sink.influx");

    @ArchTest
    static final ArchRule diskQueueBehindOnePackage = only("org.h2..", "vn.nhain.edge.spool");

    @ArchTest
    static final ArchRule jacksonBehindOnePackage = only("com.fasterxml..", "vn.nhain.edge.json");

    @ArchTest
    static final ArchRule commandLineBehindOnePackage = only("picocli..", "vn.nhain.edge.configure..");

    @ArchTest
    static final ArchRule metricsBehindOnePackage = only("io.micrometer..", "vn.nhain.edge.health");

    @ArchTest
    static final ArchRule httpServerBehindOnePackage = only("com.sun.net.httpserver..", "vn.nhain.edge.health");

    @ArchTest
    static final ArchRule sourcesKnowNothingOfWhatComesAfter = noClasses()
            .that()
            .resideInAPackage("..source..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..pipeline..", "..spool..", "..sink..", "..config..", "..configure..");

    /** A protocol is one package: others know it by its plans, and none knows another. */
    @ArchTest
    static final ArchRule protocolsDoNotKnowOneAnother =
            slices().matching("vn.nhain.edge.source.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule nobodyNeedsToKnowAProtocol = noClasses()
            .that()
            .resideOutsideOfPackages("..source..", "..configure.opcua..")
            // the demonstration's plant file says OPC UA or MQTT
            .and()
            .doNotHaveFullyQualifiedName("vn.nhain.edge.config.EdgeConfig")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.nhain.edge.source.*..");

    @ArchTest
    static final ArchRule keysKnowNothingOfWhatTheyAreFor = classes()
            .that()
            .resideInAPackage("..keys..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "..keys..", "org.jspecify..");

    @ArchTest
    static final ArchRule normalisingIsPure = classes()
            .that()
            .resideInAPackage("..normalise..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util",
                    "java.time",
                    "..normalise..",
                    "..edge.source",
                    "vn.nhain.plant..",
                    "org.jspecify..");

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
            .callMethod(System.class, "nanoTime")
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

    private static ArchRule only(String library, String... home) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .as("only %s imports %s".formatted(String.join(" and ", home), library));
    }
}
