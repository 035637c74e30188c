package vn.nhain.simulators.control;

import java.io.IOException;
import java.util.List;
import vn.nhain.simulators.station.Station;
import vn.nhain.simulators.station.StationStatus;
import vn.nhain.simulators.wire.Json;
import vn.nhain.simulators.wire.MalformedMessageException;

/** What each call of the control port does. */
final class Calls {
    private static final String MACHINES = "machines";

    private final List<Station> stations;

    Calls(List<Station> stations) {
        this.stations = List.copyOf(stations);
    }

    /** Answers one call with a record or list that becomes JSON. */
    Object answer(String method, String path, byte[] body) throws ProblemException {
        String[] parts = path.substring(1).split("/", -1);
        if (!parts[0].equals(MACHINES) || (parts.length != 1 && parts.length != 3)) {
            throw ProblemException.notFound(
                    "There is no %s. Try GET /machines or POST /machines/ID/fault, clear, drift, power-off, power-on."
                            .formatted(path));
        }
        boolean list = parts.length == 1;
        if (!method.equals(list ? "GET" : "POST")) {
            throw ProblemException.wrongMethod("Use %s for %s.".formatted(list ? "GET" : "POST", path));
        }
        return list ? stations.stream().map(Station::status).toList() : act(station(parts[1]), parts[2], body);
    }

    private static StationStatus act(Station station, String action, byte[] body) throws ProblemException {
        switch (action) {
            case "fault" -> fault(station, read(body, FaultRequest.class));
            case "clear" -> station.clear();
            case "drift" -> drift(station, read(body, DriftRequest.class));
            case "power-off" -> station.powerOff();
            case "power-on" -> powerOn(station);
            default ->
                throw ProblemException.notFound(
                        "There is no action %s. Use fault, clear, drift, power-off or power-on.".formatted(action));
        }
        return station.status();
    }

    private static void fault(Station station, FaultRequest request) throws ProblemException {
        if (!(request.minutes() >= 1)) {
            throw ProblemException.badRequest("minutes (%s) must be at least 1: plant minutes until the repair is done."
                    .formatted(request.minutes()));
        }
        station.breakDown(request.panelCode(), request.panelText(), request.minutes());
    }

    private static void drift(Station station, DriftRequest request) throws ProblemException {
        if (!(request.deltaE() >= 0)) {
            throw ProblemException.badRequest(
                    "deltaE (%s) must be at least 0: colour difference an hour.".formatted(request.deltaE()));
        }
        station.driftColour(request.deltaE());
    }

    private static void powerOn(Station station) throws ProblemException {
        try {
            station.powerOn();
        } catch (IOException e) {
            throw ProblemException.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static <T> T read(byte[] body, Class<T> type) throws ProblemException {
        try {
            return Json.read(body, type);
        } catch (MalformedMessageException e) {
            throw ProblemException.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private Station station(String id) throws ProblemException {
        return stations.stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.notFound("There is no machine %s. GET /machines lists them.".formatted(id)));
    }
}
