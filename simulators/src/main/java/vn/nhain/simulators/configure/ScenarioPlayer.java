package vn.nhain.simulators.configure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.simulators.scenario.Scenario;
import vn.nhain.simulators.scenario.ScenarioEvent;
import vn.nhain.simulators.station.Station;
import vn.nhain.simulators.wire.Json;
import vn.nhain.simulators.wire.MalformedMessageException;

/** Lets the events of a scenario happen, each once, also over restarts. */
final class ScenarioPlayer {
    private static final Logger log = LoggerFactory.getLogger(ScenarioPlayer.class);
    private static final String FILE = "scenario.json";

    private final Scenario scenario;
    private final InstantSource clock;
    private final List<Station> stations;
    private final Consumer<ScenarioEvent.PaperDelay> paperDelays;
    private final Path file;
    private final Instant origin;
    private int played;

    /** How far a scenario has come. */
    record Progress(String name, String origin, int played) {}

    private ScenarioPlayer(
            SimulationOptions options,
            List<Station> stations,
            Consumer<ScenarioEvent.PaperDelay> paperDelays,
            Instant origin,
            int played) {
        this.scenario = options.scenario();
        this.clock = options.clock();
        this.stations = List.copyOf(stations);
        this.paperDelays = paperDelays;
        this.file = options.stateFolder().resolve(FILE);
        this.origin = origin;
        this.played = played;
    }

    /** Goes on with a scenario that the state folder knows; begins another one now. */
    static ScenarioPlayer resume(
            SimulationOptions options, List<Station> stations, Consumer<ScenarioEvent.PaperDelay> paperDelays)
            throws IOException {
        Path file = options.stateFolder().resolve(FILE);
        try {
            Progress progress = Json.read(Files.readAllBytes(file), Progress.class);
            if (progress.name().equals(options.scenario().name())) {
                Instant origin = Instant.parse(progress.origin());
                return new ScenarioPlayer(options, stations, paperDelays, origin, progress.played());
            }
        } catch (NoSuchFileException e) {
            log.debug("no scenario was played here before");
        } catch (MalformedMessageException e) {
            throw new IOException(
                    "The progress of the scenario, %s, is damaged. Delete the file to begin it anew.".formatted(file),
                    e);
        }
        Instant now = options.clock().instant();
        ScenarioPlayer fresh = new ScenarioPlayer(options, stations, paperDelays, now, 0);
        fresh.save();
        return fresh;
    }

    /** Lets happen what is due. */
    void play() {
        List<ScenarioEvent> events = scenario.events();
        while (played < events.size()
                && !clock.instant().isBefore(origin.plus(events.get(played).at()))) {
            ScenarioEvent event = events.get(played);
            played++;
            save();
            log.info("scenario {}: {}", scenario.name(), event);
            happen(event);
        }
    }

    private void happen(ScenarioEvent event) {
        if (event instanceof ScenarioEvent.Fault fault) {
            station(fault.machineId()).breakDown(fault.code(), fault.text(), fault.minutes());
        } else if (event instanceof ScenarioEvent.Drift drift) {
            station(drift.machineId()).driftColour(drift.deltaE());
        } else if (event instanceof ScenarioEvent.Network network) {
            connect(station(network.machineId()), network.online());
        } else if (event instanceof ScenarioEvent.PaperDelay delay) {
            paperDelays.accept(delay);
        }
    }

    private static void connect(Station station, boolean online) {
        if (!online) {
            station.powerOff();
            return;
        }
        try {
            station.powerOn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Station station(String id) {
        return stations.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    private void save() {
        Path draft = file.resolveSibling(FILE + ".draft");
        try {
            Files.write(draft, Json.writeBytes(new Progress(scenario.name(), origin.toString(), played)));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The progress of the scenario, %s, cannot be written.".formatted(file), e);
        }
    }
}
