package vn.nhain.edge.sink.sparkplug;

import java.util.List;
import vn.nhain.edge.broker.BrokerLink;
import vn.nhain.edge.broker.Bytes;
import vn.nhain.plant.reading.Reading;

/** What happens to a node, in order. */
sealed interface Event {
    record Readings(String machineId, List<Reading> readings) implements Event {}

    record Online(String machineId) implements Event {}

    record Offline(String machineId) implements Event {}

    /** A session with the broker is there, opened with this bdSeq in its will. */
    record Connected(BrokerLink.Session session, int bdSeq) implements Event {}

    record Disconnected() implements Event {}

    /** A command or the state of a host. */
    record Message(String topic, Bytes payload) implements Event {}

    record Stop() implements Event {}
}
