package vn.nhain.plant.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.plant.Plant;
import vn.nhain.plant.calendar.WorkingCalendar;
import vn.nhain.plant.machine.Connection;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.order.OperationKind;

class PlantFileTest {
    @Test
    void everyKeyReachesItsNoun(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("plant.yaml");
        Files.writeString(file, small());
        Plant plant = PlantFile.read(file);

        assertEquals("hcm1", plant.id());
        assertEquals("Nhà in nhỏ", plant.nameVi());
        assertEquals("Asia/Ho_Chi_Minh", plant.zone().getId());
        Machine press = plant.machines().get(0);
        assertEquals(new SheetSize(1020, 720), press.maxSheet());
        assertEquals(280, press.setup().makereadySheets());
        assertEquals(0, press.setup().newTool());
        assertEquals(List.of("K", "C", "M", "Y"), press.inks());
        assertEquals(
                new Connection(Connection.Protocol.OPC_UA, "opc.tcp://127.0.0.1:48401/nhain/OF1"), press.connection());
        WorkingCalendar calendar = plant.calendars().get(0);
        assertTrue(calendar.shifts().get(1).night());
        assertEquals(
                List.of(DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY),
                calendar.maintenance().stream()
                        .map(WorkingCalendar.Maintenance::day)
                        .toList());
        assertEquals(
                Instant.parse("2027-02-04T17:00:00Z"),
                calendar.closures().get(0).from());
        assertEquals(LocalTime.of(17, 30), plant.tariffs().get(0).bands().get(0).from());
        assertEquals(
                Set.of(DayOfWeek.values()),
                plant.tariffs().get(0).bands().get(1).days());
        assertEquals(31_500, plant.materials().get(0).priceVndPerKg());
        assertEquals(200, plant.findWaste(OperationKind.PRINT, 4).orElseThrow().wasteFor(3001));
        assertEquals(0.6592, plant.prices().gridCo2eKgPerKwh());
        assertEquals("Chờ kẽm", plant.stopReasons().get(0).vi());
    }

    /** A planner mends a file once, not once for every mistake. */
    @Test
    void allMistakesAreToldAtOnceWithLineKeyAndRemedy() {
        String broken = small().replace("netFactor: 0.7\n", "netFactr: 0.7\n")
                .replace("crew: 3", "crew: many")
                .replace("calendar: two-shifts\n    certified: ISO_12647_2", "calendar: two-shift\n    certified: ISO")
                .replace("gsm: 300,", "gsm: 3000,")
                .replace("id: CUT1", "id: OF1");
        assertEquals(
                List.of(
                        "16: machines[0].netFactor: The key is missing; it must be a number from 0.01 to 1.",
                        "27: machines[0].netFactr: A machine has no such key. Did you mean netFactor?",
                        "30: machines[0].crew: This (many) must be a whole number from 0 to 50.",
                        "32: machines[0].calendar: There is no calendar (two-shift). Did you mean two-shifts?",
                        "33: machines[0].certified: This (ISO) must be one of HOUSE, ISO_12647_2, G7, BRAND_SPOT.",
                        "36: machines[1].id: This (OF1) is taken by line 16. Choose another.",
                        "62: materials[0].gsm: This (3000) must be a whole number from 20 to 2000."),
                mistakes(broken));
    }

    @Test
    void hoursThatOverlapAreRefused() {
        assertMistake(
                small().replace("from: 06:00, to: 14:00", "from: 05:30, to: 14:00"),
                "9: calendars[0].shifts[1].from: The shift overlaps the shift of line 8."
                        + " Let one end where the other starts.");
        assertMistake(
                small().replace("from: 00:00, to: 06:00, vndPerKwh", "from: 00:00, to: 18:00, vndPerKwh"),
                "60: tariffs[0].bands[1].from: The band overlaps the band of line 59."
                        + " Let one end where the other starts.");
    }

    /** Friday's night shift ends on Saturday, Sunday's on Monday: the week is a ring. */
    @Test
    void aNightShiftOfSundayReachesIntoMonday() {
        assertMistake(
                small().replace("days: MON-FRI, from: 22:00, to: 06:00", "days: SUN, from: 22:00, to: 06:30"),
                "9: calendars[0].shifts[1].from: The shift overlaps the shift of line 8."
                        + " Let one end where the other starts.");
    }

    @Test
    void anEndBeforeItsStartIsRefused() {
        assertMistake(
                small().replace("{from: 11:00, to: 12:00}", "{from: 12:00, to: 11:00}"),
                "10: calendars[0].breaks[0].to: The end (11:00) must be after the start (12:00) on the same day."
                        + " Split what passes midnight in two.");
    }

    @Test
    void swappedLimitsAreRefused() {
        assertMistake(
                small().replace("minSheet: 480x340", "minSheet: 1030x340"),
                "21: machines[0].minSheet: The smallest sheet (1030x340) must fit in the largest (1020x720)."
                        + " Were they swapped?");
        assertMistake(
                small().replace("minGsm: 60\n    maxGsm: 400", "minGsm: 400\n    maxGsm: 60"),
                "23: machines[0].minGsm: The lightest paper (400) must not be heavier than the heaviest (60)."
                        + " Were they swapped?");
    }

    @Test
    void addressesHaveTheFormOfTheirProtocolAndAreTakenOnce() {
        assertMistake(
                small().replace("opc.tcp://127.0.0.1:48401", "opc.tcp://127.0.0.1:99999"),
                "34: machines[0].connection.address: The address (opc.tcp://127.0.0.1:99999/nhain/OF1) must be like"
                        + " opc.tcp://192.168.1.20:4840/path, with a port from 1 to 65535.");
        assertMistake(
                small().replace(
                                "protocol: MQTT_JSON, address: nhain/hcm1/CUT1",
                                "protocol: MQTT_JSON, address: nhain/#"),
                "53: machines[1].connection.address: The topic prefix (nhain/#) must be words between slashes,"
                        + " without # and +, such as nhain/hcm1/CUT1.");
        assertMistake(
                small().replace(
                                "protocol: MQTT_JSON, address: nhain/hcm1/CUT1",
                                "protocol: OPC_UA, address: \"opc.tcp://127.0.0.1:48401/other\""),
                "53: machines[1].connection.address: The port (127.0.0.1:48401) is taken by line 34."
                        + " Each machine is a server of its own; choose another port.");
    }

    @Test
    void aKeyTwiceAReferenceAndASecondDocumentAreRefused() {
        assertMistake(
                small().replace("crew: 3", "crew: 3\n    crew: 4"),
                "31: machines[0].crew: The key stands here a second time; line 30 has it too. Remove one.");
        assertMistake(
                small().replace("crew: 3", "crew: &c 3").replace("crew: 1", "crew: *c"),
                "49: machines[1].crew: References (*c) are not followed. Write the value out.");
        assertMistake(small() + "---\nid: other\n", "second document");
    }

    @Test
    void whatIsNoYamlNamesTheLine() {
        assertMistake("id: hcm1\nname: [broken\nzone: x\n", "This is not YAML");
        assertMistake("", "1: The file is empty. Describe a plant in it.");
        assertMistake("just a text", "1: This (just a text) must be a plant with its keys.");
    }

    @Test
    void theMessageNamesTheFileBeforeEachMistake() {
        PlantFileException e = assertThrows(
                PlantFileException.class,
                () -> PlantFile.read(stream(small().replace("crew: 1", "crew: -1")), "p.yaml"));
        assertEquals("p.yaml", e.file());
        assertEquals("p.yaml:49: machines[1].crew: This (-1) must be a whole number from 0 to 50.", e.getMessage());
    }

    private static void assertMistake(String yaml, String expected) {
        List<String> mistakes = mistakes(yaml);
        assertTrue(mistakes.stream().anyMatch(m -> m.contains(expected)), () -> expected + "\nnot in\n" + mistakes);
    }

    private static List<String> mistakes(String yaml) {
        PlantFileException e = assertThrows(PlantFileException.class, () -> PlantFile.read(stream(yaml), "plant.yaml"));
        return e.mistakes().stream().map(Mistake::toString).toList();
    }

    private static ByteArrayInputStream stream(String yaml) {
        return new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static String small() {
        try (var in = PlantFileTest.class.getResourceAsStream("small.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
