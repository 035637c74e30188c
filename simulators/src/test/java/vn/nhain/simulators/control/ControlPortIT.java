package vn.nhain.simulators.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhain.plant.machine.Machine;
import vn.nhain.simulators._support.ManualClock;
import vn.nhain.simulators._support.MemoryEndpoint;
import vn.nhain.simulators._support.TestPlant;
import vn.nhain.simulators.press.MachineSetting;
import vn.nhain.simulators.press.SimulatedMachine;
import vn.nhain.simulators.press.Temper;
import vn.nhain.simulators.station.MemoryFile;
import vn.nhain.simulators.station.Pace;
import vn.nhain.simulators.station.Station;

final class ControlPortIT {
    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(TestPlant.MORNING);
    private final HttpClient http = HttpClient.newHttpClient();
    private Station station;
    private ControlPort port;

    @BeforeEach
    void open() throws Exception {
        Machine press = TestPlant.press("OF1", "opc.tcp://127.0.0.1:1/x", TestPlant.ALWAYS);
        MachineSetting setting = MachineSetting.of(TestPlant.of(press), press, new Temper(0, 0, 1, 1), 1);
        station = new Station(
                "OF1",
                SimulatedMachine.installed(setting, clock.instant()),
                new MemoryEndpoint(),
                new MemoryFile(folder, "OF1"),
                clock,
                new Pace(1, 1, 1));
        station.powerOn();
        station.start(TestPlant.job("c1", press, 1000));
        port = ControlPort.open(0, List.of(station));
    }

    @AfterEach
    void close() {
        port.close();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        URI uri = URI.create(port.address() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private void live(long seconds) {
        clock.advanceSeconds(seconds);
        station.tick();
    }

    @Test
    void machinesAreListedAsDocumented() throws Exception {
        live(60);
        HttpResponse<String> answer = send("GET", "/machines", "");
        assertEquals(200, answer.statusCode());
        String expected =
                "[{\"id\":\"OF1\",\"state\":\"CLEANUP\",\"phase\":\"Cleanup\",\"jobId\":\"O1/c1\",\"good\":0,\"total\":1000,\"emitted\":%d}]"
                        .formatted(station.status().emitted());
        assertEquals(expected, answer.body());
        assertTrue(station.status().emitted() > 0);
    }

    @Test
    void aFaultBreaksTheMachineAndClearMendsIt() throws Exception {
        String fault = "{\"code\":\"DRIVE\",\"text\":\"Overload\",\"minutes\":30}";
        assertEquals(200, send("POST", "/machines/OF1/fault", fault).statusCode());
        live(60);
        assertTrue(send("GET", "/machines", "").body().contains("\"state\":\"DOWN\""));
        assertEquals(200, send("POST", "/machines/OF1/clear", "").statusCode());
        live(60);
        assertTrue(send("GET", "/machines", "").body().contains("\"state\":\"CLEANUP\""));
    }

    @Test
    void aMachineDropsOffTheNetworkAndComesBack() throws Exception {
        assertTrue(send("POST", "/machines/OF1/power-off", "").body().contains("OFFLINE"));
        long before = station.status().emitted();
        live(600);
        assertEquals(before, station.status().emitted());
        assertEquals(200, send("POST", "/machines/OF1/power-on", "").statusCode());
        live(60);
        assertTrue(station.status().emitted() > before);
    }

    @Test
    void mistakesAreToldAsProblems() throws Exception {
        HttpResponse<String> unknown = send("POST", "/machines/OF9/clear", "");
        assertEquals(404, unknown.statusCode());
        assertTrue(unknown.body().contains("There is no machine OF9"));
        assertEquals(
                "application/problem+json",
                unknown.headers().firstValue("Content-Type").orElse(""));
        assertEquals(404, send("POST", "/machines/OF1/explode", "").statusCode());
        assertEquals(405, send("GET", "/machines/OF1/clear", "").statusCode());
        HttpResponse<String> noMinutes = send("POST", "/machines/OF1/fault", "{\"code\":\"X\",\"text\":\"Y\"}");
        assertEquals(400, noMinutes.statusCode());
        assertTrue(noMinutes.body().contains("minutes"), noMinutes.body());
        assertEquals(400, send("POST", "/machines/OF1/drift", "{\"deltaE\":-1}").statusCode());
    }

    @Test
    void aPortInUseIsToldWithTheRemedy() {
        IOException e = assertThrows(
                IOException.class,
                () -> ControlPort.open(port.address().getPort(), List.of()).close());
        assertTrue(String.valueOf(e.getMessage()).contains("in use. Choose another"), e.getMessage());
    }
}
