package vn.nhain.simulators.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nhain.plant.Plant;
import vn.nhain.simulators._support.TestPlant;
import vn.nhain.simulators.press.Temper;

final class ScenarioReaderTest {
    private final Plant plant = TestPlant.of(
            TestPlant.press("OF1", "opc.tcp://127.0.0.1:1/x", TestPlant.ALWAYS),
            TestPlant.press("OF2", "opc.tcp://127.0.0.1:2/x", TestPlant.ALWAYS),
            TestPlant.guillotine("CUT1"));

    static List<String> builtIn() {
        return ScenarioReader.BUILT_IN;
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void everyScenarioOfTheProductFitsAPlantOfTwoPresses(String name) throws Exception {
        Scenario scenario = ScenarioReader.read(name, plant);
        assertEquals(name, scenario.name());
        assertFalse(scenario.vi().isBlank());
    }

    @Test
    void aScenarioNamesSeedMachinesAndWhatHappensWhen() throws Exception {
        Scenario scenario = ScenarioReader.parse("test", """
                name: test
                en: Test
                vi: Thử
                seed: 5
                machines:
                  "press:2": {faults: 2}
                events:
                  - at: PT3H
                    network: {machine: CUT1, online: false}
                  - at: PT1H30M
                    fault: {machine: "press:1", code: DRIVE, text: Overload, minutes: 90}
                  - at: PT2H
                    drift: {machine: OF2, deltaE: 1.5}
                  - at: PT4H
                    paper: {hours: 24}
                """, plant);
        assertEquals(5, scenario.seed());
        assertEquals(new Temper(2, 1, 1, 1), scenario.temperOf("OF2"));
        assertEquals(Temper.ORDINARY, scenario.temperOf("OF1"));
        assertEquals(
                List.of(
                        new ScenarioEvent.Fault(Duration.ofMinutes(90), "OF1", "DRIVE", "Overload", 90),
                        new ScenarioEvent.Drift(Duration.ofHours(2), "OF2", 1.5),
                        new ScenarioEvent.Network(Duration.ofHours(3), "CUT1", false),
                        new ScenarioEvent.PaperDelay(Duration.ofHours(4), null, 24)),
                scenario.events());
    }

    @Test
    void everyMistakeIsToldAtOnce() {
        ScenarioException e =
                assertThrows(ScenarioException.class, () -> ScenarioReader.parse("test.yaml", """
                        name: test
                        en: Test
                        seed: 5
                        machines:
                          OF9: {faults: -1}
                        events:
                          - at: tomorrow
                            drift: {machine: OF1, deltaE: -2}
                          - at: PT1H
                          - at: PT1H
                            paper: {material: GOLD, hours: 3}
                        """, plant));
        for (String mistake : List.of(
                "test.yaml",
                "vi is missing",
                "machines.OF9 (OF9) is no machine",
                "machines.OF9.faults (-1.0) must be between",
                "events[0].at (tomorrow) must be plant time",
                "events[0].drift.deltaE (-2.0) must be at least 0",
                "events[1] must have exactly one of fault, drift, network, paper; it has 0",
                "events[2].paper.material (GOLD) is none")) {
            assertTrue(String.valueOf(e.getMessage()).contains(mistake), mistake + " in " + e.getMessage());
        }
    }

    @Test
    void anUnknownKeyIsToldWithThoseThatThereAre() {
        assertMistake("name: test\nsead: 5\n", "sead is no key of a scenario");
        assertMistake("events:\n  - fault: {minuts: 5}\n", "events[0].fault.minuts is no key");
        assertMistake("seed: many\n", "seed: ");
        assertMistake("name: \"open\nseed: 1\n", "line ");
    }

    private void assertMistake(String yaml, String mistake) {
        ScenarioException e =
                assertThrows(ScenarioException.class, () -> ScenarioReader.parse("test.yaml", yaml, plant));
        assertTrue(String.valueOf(e.getMessage()).contains(mistake), e.getMessage());
    }

    @Test
    void anUnknownNameIsToldWithThoseThatThereAre(@TempDir Path folder) throws Exception {
        ScenarioException e =
                assertThrows(ScenarioException.class, () -> ScenarioReader.read("no-such-scenario", plant));
        assertTrue(String.valueOf(e.getMessage()).contains("press-breaks-down"), e.getMessage());
        Path own = Files.writeString(folder.resolve("own.yaml"), "name: own\nen: Own\nvi: Riêng\nseed: 1\n");
        assertEquals("own", ScenarioReader.read(own.toString(), plant).name());
    }
}
