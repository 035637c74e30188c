package vn.nhain.scheduler.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.scheduler.api.InvalidRequestException;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.SolveLimits;
import vn.nhain.scheduler.instance.nhain.ProblemFile;
import vn.nhain.scheduler.instance.nhain.ProblemFileException;
import vn.nhain.scheduler.instance.nhain.ProblemWriter;

/** Problem files as a planner writes them. */
final class PlantFilesTest {
    private static final SolveLimits STEPS = new SolveLimits(Duration.ofSeconds(30), 500, 1, 1);

    @TempDir
    Path folder;

    @Test
    void orderIsSolvedAndExplained() throws Exception {
        PlantRun run = PlantRun.of(file(PROBLEM), STEPS, new PrintWriter(new StringWriter()));
        List<String> told = run.explain("A");
        assertTrue(
                told.contains("printing on OF1, Tue 24/11 08:16 to Tue 24/11 08:22:"
                        + " 16 min of setup on press OF1 (plates 1, ink K, format, paper)"),
                told::toString);
        assertTrue(
                told.contains("die cutting on DIE1, Tue 24/11 10:22 to Tue 24/11 10:28:"
                        + " 2 h of drying after printing, until 10:22 ← printing runs on press OF1 until 08:22"
                        + " ← 16 min of setup on press OF1 (plates 1, ink K, format, paper)"),
                told::toString);
        assertTrue(told.contains("By cause: run 12, drying 120, setup 16 min."), told::toString);
        assertTrue(run.toJson(1).contains("\"operations\":2,\"machines\":2,\"feasible\":true,\"makespan\":148"));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        ScheduleRequest read = ProblemFile.read(file(PROBLEM));
        Path plant = Files.writeString(folder.resolve("plant.yaml"), PLANT.stripIndent());
        Path copy = folder.resolve("copy.yaml");
        ProblemWriter.write(read, plant.getFileName().toString(), copy);
        assertEquals(read, ProblemFile.read(copy));
    }

    @Test
    void everyMistakeIsToldAtOnce() throws IOException {
        String wrong = PROBLEM.replace("kind: PRINT", "kind: PRNT")
                .replace("goodQuantity: 300", "goodQuantity: many")
                .replace("due: 2026-11-24T03:00:00Z", "due: tomorrow")
                .replace("sheets: 5000", "sheet: 5000")
                .replace("origin: 2026-11-24T01:00:00Z", "");
        ProblemFileException e = assertThrows(ProblemFileException.class, () -> ProblemFile.read(file(wrong)));
        assertEquals(6, e.mistakes().size(), e.getMessage());
        assertTrue(e.getMessage().contains("orders[0].operations[0].kind (PRNT) must be one of [PRINT"));
        assertTrue(e.getMessage().contains("orders[0].due (tomorrow) must be a time with zone"));
        assertTrue(e.getMessage().contains("The field stock[0].sheet is not known."));
    }

    /** What the nouns refuse is told with the place in the file. */
    @Test
    void circleOfPredecessorsIsTold() throws IOException {
        String circle = PROBLEM.replace("id: P, kind: PRINT,", "id: P, kind: PRINT, predecessors: [D],");
        ProblemFileException e = assertThrows(ProblemFileException.class, () -> ProblemFile.read(file(circle)));
        assertTrue(e.getMessage().contains("orders[0]: "), e.getMessage());
        assertTrue(e.getMessage().contains("circle"), e.getMessage());
    }

    @Test
    void operationThatNoMachineTakesIsAMistake() throws IOException {
        Path file = file(PROBLEM.replace("sheet: 1000x700", "sheet: 1200x700"));
        InvalidRequestException e = assertThrows(
                InvalidRequestException.class, () -> PlantRun.of(file, STEPS, new PrintWriter(new StringWriter())));
        assertEquals(2, e.mistakes().size());
        assertTrue(e.getMessage().contains("OF1: the sheet 70×120 is larger than its largest"), e.getMessage());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("problem.yaml"), text);
    }

    static final String PLANT = """
              id: tiny
              name: Tiny
              nameVi: Nhỏ
              zone: Asia/Ho_Chi_Minh
              calendars:
                - {id: day, shifts: [{name: day, days: MON-SUN, from: "08:00", to: "18:00"}]}
              machines:
                - {id: OF1, name: Press, nameVi: Máy in, kind: OFFSET_PRESS, operations: [PRINT], minSheet: 300x200,
                   maxSheet: 1030x770, minGsm: 60, maxGsm: 450, units: 4, grossSpeed: 6000, netFactor: 1.0,
                   setup: {base: 10, perPlate: 1, format: 2, caliper: 3, makereadySheets: 100},
                   power: {running: 60, setup: 30, idle: 10, standby: 5}, crew: 2, rateVndPerHour: 600000, calendar: day,
                   certified: BRAND_SPOT, connection: {protocol: OPC_UA, address: "opc.tcp://127.0.0.1:4840/"}}
                - {id: DIE1, name: Die cutter, nameVi: Máy bế, kind: DIE_CUTTER, operations: [DIE_CUT], minSheet: 300x200,
                   maxSheet: 1030x770, minGsm: 60, maxGsm: 450, grossSpeed: 3000, netFactor: 1.0,
                   setup: {base: 10, format: 2, caliper: 3, makereadySheets: 100},
                   power: {running: 60, setup: 30, idle: 10, standby: 5}, crew: 2, rateVndPerHour: 600000, calendar: day,
                   certified: BRAND_SPOT, connection: {protocol: MQTT_JSON, address: nhain/tiny/DIE1}}
              tariffs:
                - {id: T, validFrom: 2026-04-22, normalVndPerKwh: 2000}
              materials:
                - {id: IVORY, name: IVORY 300, family: ivory, gsm: 300, sheet: 1000x700, priceVndPerKg: 30000, co2eKgPerKg: 1}
              prices: {plateVnd: 100000, inkVndPerKg: 250000, inkKgPerM2: 0.0003, washVndPerLitre: 40000,
                lateVndPerHour: 60000, co2eVndPerKg: 500, gridCo2eKgPerKwh: 0.6, plateCo2eKg: 5, inkCo2eKgPerKg: 3.5,
                nightPayShare: 0.3, wageVndPerHour: 50000}
            """;

    static final String PROBLEM = "plant:\n" + PLANT + """
                    origin: 2026-11-24T01:00:00Z
                    stock:
                      - {id: L1, material: IVORY, sheets: 5000, usableFrom: 2026-11-01T00:00:00Z}
                    orders:
                      - id: A
                        customer: Sao Mai
                        due: 2026-11-24T03:00:00Z
                        operations:
                          - {id: P, kind: PRINT, goodQuantity: 600, minLag: PT2H,
                             form: {material: IVORY, paperFamily: ivory, gsm: 300, sheet: 1000x700, frontInks: [K]}}
                          - {id: D, kind: DIE_CUT, goodQuantity: 300, unit: piece, predecessors: [P],
                             form: {material: IVORY, paperFamily: ivory, gsm: 300, sheet: 1000x700}}
                    """;
}
