package vn.nhain.edge.source.opcua.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
    @ParameterizedTest
    @CsvSource({
        "Press*/Speed*, Hall/Press1/SpeedActual, true",
        "press*/speed*, Hall/Press1/SpeedActual, true",
        "Press*/Speed*, Hall/Press1/Ink/SpeedActual, false",
        "Press*/**/Speed*, Hall/Press1/Ink/Unit/SpeedActual, true",
        "Press*/**/Speed*, Hall/Press1/SpeedActual, true",
        "/Press*/Speed*, Hall/Press1/SpeedActual, false",
        "/**/Speed*, Hall/Press1/SpeedActual, true",
        "Speed?, Hall/Press1/Speed1, true",
        "Speed?, Hall/Press1/Speed12, false",
        "Press1, Hall/Press1/Speed, false",
        "a.b, Hall/aXb, false",
    })
    void globsMatchSegmentBySegment(String glob, String path, boolean expected) {
        assertEquals(expected, new PathPattern(glob).matches(List.of(path.split("/", -1))));
    }

    @ParameterizedTest
    @CsvSource({
        "speed.actual, speed.actual",
        "MachineSpeed, speed.actual",
        "SpeedSetpoint, speed.set",
        "GoodCount, count.good",
        "sheets_waste_total, count.waste",
        "InkTemperatureUnit1, temperature.inkunit1",
        "MachineryItemState, machinery.itemState",
        "JobPhase, job.phase",
        "XyzFlag, xyz.flag",
        "--, value",
    })
    void metricsAreGuessedFromTheWordsOfAName(String name, String metric) {
        assertEquals(metric, MetricGuess.of(name));
    }
}
