package vn.nhain.edge.sink.sparkplug;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import vn.nhain.edge._support.PacketLog;

/**
 * What a node did over its connections, from the packets that the broker had of it.
 *
 * @param connections one after the other
 */
record NodeRecord(List<Connection> connections) {
    /** A message of the node, or its will. */
    record Message(PacketLog.Publish packet, Payload payload) {
        static Message of(PacketLog.Publish packet) {
            try {
                return new Message(packet, Payload.parseFrom(packet.payload().duplicate()));
            } catch (InvalidProtocolBufferException e) {
                throw new AssertionError(packet.topic() + " is not encoded as Sparkplug asks", e);
            }
        }

        String level(int index) {
            String[] levels = packet.topic().split("/", -1);
            return index < levels.length ? levels[index] : "";
        }

        String type() {
            return level(2);
        }

        boolean isBirth() {
            return type().endsWith("BIRTH");
        }

        Optional<Payload.Metric> find(String name) {
            return payload.getMetricsList().stream()
                    .filter(metric -> metric.getName().equals(name))
                    .findFirst();
        }

        Payload.Metric get(String name) {
            return find(name).orElseThrow(() -> new AssertionError(packet.topic() + " has no metric " + name));
        }
    }

    /** One connection: CONNECT, subscriptions made before the first message, messages, and how it ended. */
    record Connection(
            PacketLog.Connect connect,
            List<PacketLog.Subscribe> subscribed,
            List<Message> messages,
            List<String> disconnects) {
        Message will() {
            return Message.of(connect.will().orElseThrow(() -> new AssertionError("CONNECT has no will")));
        }

        List<Message> of(String type) {
            return messages.stream().filter(m -> m.type().equals(type)).toList();
        }
    }

    static NodeRecord of(List<PacketLog.Packet> packets) {
        List<Connection> connections = new ArrayList<>();
        for (PacketLog.Packet packet : packets) {
            if (packet instanceof PacketLog.Connect connect) {
                connections.add(new Connection(connect, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
                continue;
            }
            Connection last = connections.get(connections.size() - 1);
            if (packet instanceof PacketLog.Subscribe subscribe && last.messages.isEmpty()) {
                last.subscribed.add(subscribe);
            } else if (packet instanceof PacketLog.Publish publish) {
                last.messages.add(Message.of(publish));
            } else if (packet instanceof PacketLog.Disconnect disconnect) {
                last.disconnects.add(disconnect.reason());
            }
        }
        return new NodeRecord(List.copyOf(connections));
    }

    List<Message> all() {
        return connections.stream().flatMap(c -> c.messages.stream()).toList();
    }

    List<Message> of(String type) {
        return all().stream().filter(m -> m.type().equals(type)).toList();
    }

    List<Message> wills() {
        return connections.stream().map(Connection::will).toList();
    }

    List<Payload.Metric> metrics(String... types) {
        return all().stream()
                .filter(m -> List.of(types).contains(m.type()))
                .flatMap(m -> m.payload.getMetricsList().stream())
                .toList();
    }
}
