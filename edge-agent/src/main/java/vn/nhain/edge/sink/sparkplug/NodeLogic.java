package vn.nhain.edge.sink.sparkplug;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhain.edge.command.JobCommands;
import vn.nhain.plant.reading.Metrics;
import vn.nhain.plant.reading.Reading;

/**
 * What the node publishes, and when: NBIRTH first, then a birth for each device that is there, then data; births again
 * when a host asks, when a device has a new metric, or when a message was lost on our side. Events of a machine that a
 * host must not miss are kept while the broker is away and follow as history. One thread but for the two counters.
 */
final class NodeLogic {
    private static final Logger log = LoggerFactory.getLogger(NodeLogic.class);
    private static final int MOST_MISSED = 10_000;
    private static final Set<String> MUST_ARRIVE = Set.of(Metrics.JOB_ACK, Metrics.JOB_DONE, Metrics.STATE);

    private final Topics topics;
    private final JobCommands commands;
    private final Clock plantClock;
    private final Consumer<String> restart;
    private final HostState host;
    private final Payloads payloads = new Payloads();
    private final AliasSequence aliases = new AliasSequence();
    private final Map<String, Device> deviceById = new LinkedHashMap<>();
    private final Deque<Reading> missed = new ArrayDeque<>();
    private final AtomicLong messages = new AtomicLong();

    private @Nullable NodeSession session;
    private volatile int bornDevices;

    NodeLogic(Topics topics, String primaryHost, JobCommands commands, Clock plantClock, Consumer<String> restart) {
        this.topics = topics;
        this.commands = commands;
        this.plantClock = plantClock;
        this.restart = restart;
        this.host = new HostState(primaryHost);
    }

    int bornDevices() {
        return bornDevices;
    }

    long messages() {
        return messages.get();
    }

    /** Handles events in order; readings of a machine that follow one another go out as one message. */
    void handle(List<Event> batch) {
        Map<String, List<Reading>> gathered = new LinkedHashMap<>();
        for (Event event : batch) {
            if (event instanceof Event.Readings readings) {
                gathered.computeIfAbsent(readings.machineId(), id -> new ArrayList<>())
                        .addAll(readings.readings());
            } else {
                flush(gathered);
                handleOne(event);
            }
        }
        flush(gathered);
        bornDevices = (int) deviceById.values().stream().filter(d -> d.born).count();
    }

    private void handleOne(Event event) {
        if (event instanceof Event.Online online) {
            device(online.machineId()).online = true;
        } else if (event instanceof Event.Offline offline) {
            die(device(offline.machineId()));
        } else if (event instanceof Event.Connected connected) {
            session = new NodeSession(connected.session(), connected.bdSeq());
            deviceById.values().forEach(device -> device.born = false);
            birth();
        } else if (event instanceof Event.Disconnected) {
            session = null;
            host.forget();
        } else if (event instanceof Event.Message message) {
            take(message);
        }
    }

    private void flush(Map<String, List<Reading>> gathered) {
        gathered.forEach((id, readings) -> publish(device(id), readings));
        gathered.clear();
    }

    private Device device(String id) {
        return deviceById.computeIfAbsent(id, unknown -> new Device(unknown, aliases));
    }

    private void publish(Device device, List<Reading> readings) {
        boolean renew = !device.born;
        List<Boolean> historical = new ArrayList<>(readings.size());
        for (Reading reading : readings) {
            Reading last = device.last(reading.metric());
            historical.add(last != null && reading.sourceTime().isBefore(last.sourceTime()));
            renew |= device.note(reading);
        }
        NodeSession current = session;
        if (current == null || !device.online) {
            keep(readings);
            return;
        }
        if (!current.born) {
            keep(readings);
            birth();
        } else if (renew) {
            birth(current, device);
            sendOverwritten(current, device, readings);
        } else {
            byte[] payload = payloads.deviceData(device, readings, historical, current.nextSeq(), plantClock.instant());
            send(current, topics.device("DDATA", device.id), payload);
        }
    }

    /** A birth holds only the newest value of a metric; the ones before it must not be lost with it. */
    private void sendOverwritten(NodeSession current, Device device, List<Reading> readings) {
        sendHistory(
                current,
                device,
                readings.stream()
                        .filter(reading -> !reading.equals(device.last(reading.metric())))
                        .toList());
    }

    private void sendHistory(NodeSession current, Device device, List<Reading> readings) {
        if (!readings.isEmpty()) {
            List<Boolean> historical = readings.stream().map(reading -> true).toList();
            byte[] payload = payloads.deviceData(device, readings, historical, current.nextSeq(), plantClock.instant());
            send(current, topics.device("DDATA", device.id), payload);
        }
    }

    private void keep(List<Reading> readings) {
        for (Reading reading : readings) {
            if (MUST_ARRIVE.contains(reading.metric())) {
                missed.addLast(reading);
            }
        }
        while (missed.size() > MOST_MISSED) {
            missed.removeFirst();
        }
    }

    /** NBIRTH and the births of all devices that are there, unless the primary host is away. */
    private void birth() {
        NodeSession current = session;
        if (current == null || !host.isOnline()) {
            return;
        }
        current.born = true;
        send(
                current,
                topics.node("NBIRTH"),
                payloads.nodeBirth(current.bdSeq, current.firstSeq(), plantClock.instant()));
        for (Device device : deviceById.values()) {
            device.born = false;
            if (device.online && !device.isEmpty()) {
                birth(current, device);
            }
        }
        sendMissed(current);
    }

    private void birth(NodeSession current, Device device) {
        device.born = true;
        send(
                current,
                topics.device("DBIRTH", device.id),
                payloads.deviceBirth(device, current.nextSeq(), plantClock.instant()));
    }

    private void sendMissed(NodeSession current) {
        Map<String, List<Reading>> byMachine = new LinkedHashMap<>();
        Set<Reading> newest = new HashSet<>();
        deviceById.values().forEach(device -> device.lastReadings().forEach(newest::add));
        for (Reading reading : missed) {
            if (!newest.contains(reading)) {
                byMachine
                        .computeIfAbsent(reading.machineId(), id -> new ArrayList<>())
                        .add(reading);
            }
        }
        missed.clear();
        byMachine.forEach((id, readings) -> {
            Device device = device(id);
            if (device.born) {
                sendHistory(current, device, readings);
            } else {
                keep(readings);
            }
        });
    }

    private void die(Device device) {
        device.online = false;
        NodeSession current = session;
        if (device.born && current != null && current.born) {
            send(
                    current,
                    topics.device("DDEATH", device.id),
                    payloads.deviceDeath(current.nextSeq(), plantClock.instant()));
        }
        device.born = false;
    }

    private void send(NodeSession current, String topic, byte[] payload) {
        current.publish(topic, payload);
        messages.incrementAndGet();
    }

    private void take(Event.Message message) {
        try {
            String deviceId = topics.commandedDevice(message.topic());
            if (!deviceId.isEmpty()) {
                payloads.jobStarts(message.payload().array(), device(deviceId).commandAlias)
                        .forEach(json -> commands.onJobStart(deviceId, json));
            } else if (message.topic().equals(topics.node("NCMD"))) {
                if (payloads.isRebirth(message.payload().array())) {
                    birth();
                }
            } else {
                followHost(message);
            }
        } catch (IllegalArgumentException e) {
            log.warn("Refused a message on {}: {}", message.topic(), e.getMessage());
        }
    }

    private void followHost(Event.Message message) {
        boolean before = host.isOnline();
        host.take(message.payload().array());
        if (!before && host.isOnline()) {
            birth();
        } else if (before && !host.isOnline()) {
            // Sparkplug asks for death and a new connection, which then waits for the host
            session = null;
            restart.accept("the primary host is offline");
        }
    }
}
