package vn.nhain.simulators.configure;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.simulators.control.ControlPort;
import vn.nhain.simulators.scenario.ScenarioEvent;
import vn.nhain.simulators.station.Station;
import vn.nhain.simulators.station.StationStatus;

/** All machines of a plant, simulated and on the network. Thread-safe. */
public final class SimulatedPlant implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SimulatedPlant.class);
    private static final long BEAT_MILLIS = 250;
    private static final long STOP_SECONDS = 10;

    private final List<Station> stations;
    private final ControlPort control;
    private final ScenarioPlayer player;
    private final ScheduledExecutorService heart;

    private SimulatedPlant(List<Station> stations, ControlPort control, ScenarioPlayer player) {
        this.stations = stations;
        this.control = control;
        this.player = player;
        this.heart = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "simulated-plant");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts every machine of a plant; delays of paper in the scenario are only logged. */
    public static SimulatedPlant start(SimulationOptions options) throws IOException {
        return start(options, delay -> log.info("scenario: paper is {} hours late", delay.hours()));
    }

    /**
     * Starts every machine of a plant.
     *
     * @param paperDelays hears when the scenario delays paper, as machines know nothing of it
     * @throws IOException when a port is in use or the state folder cannot be used; nothing stays open then
     */
    public static SimulatedPlant start(SimulationOptions options, Consumer<ScenarioEvent.PaperDelay> paperDelays)
            throws IOException {
        Files.createDirectories(options.stateFolder());
        List<Station> stations = new ArrayList<>();
        try {
            for (Station station : StationFactory.createAll(options)) {
                station.powerOn();
                stations.add(station);
            }
            ScenarioPlayer player = ScenarioPlayer.resume(options, stations, paperDelays);
            ControlPort control = ControlPort.open(options.controlPort(), stations);
            SimulatedPlant plant = new SimulatedPlant(List.copyOf(stations), control, player);
            // the future only tells of failures, and a beat has none
            ScheduledFuture<?> unused =
                    plant.heart.scheduleAtFixedRate(plant::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
            log.info(
                    "simulated plant: {} machines, scenario {}, control port {}",
                    stations.size(),
                    options.scenario().name(),
                    control.address());
            return plant;
        } catch (IOException | RuntimeException e) {
            stations.forEach(Station::powerOff);
            throw e;
        }
    }

    /** Where the control port is. */
    public URI controlAddress() {
        return control.address();
    }

    /** Every machine as it is now, in the order of the plant file. */
    public List<StationStatus> listMachines() {
        return stations.stream().map(Station::status).toList();
    }

    /**
     * One machine, to break, mend or unplug it.
     *
     * @throws IllegalArgumentException when there is none with this id
     */
    public Station getMachine(String id) {
        return stations.stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The plant has no machine (%s).".formatted(id)));
    }

    private void beat() {
        try {
            player.play();
        } catch (RuntimeException e) {
            log.error("scenario failed", e);
        }
        for (Station station : stations) {
            try {
                station.tick();
            } catch (RuntimeException e) {
                log.error("machine {} failed; it goes on with the next beat", station.id(), e);
            }
        }
    }

    /** Takes every machine off the network and keeps its memory. */
    @Override
    public void close() {
        heart.shutdown();
        try {
            if (!heart.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                heart.shutdownNow();
            }
        } catch (InterruptedException e) {
            heart.shutdownNow();
            Thread.currentThread().interrupt();
        }
        control.close();
        stations.parallelStream().forEach(Station::shutDown);
        log.info("simulated plant stopped");
    }
}
