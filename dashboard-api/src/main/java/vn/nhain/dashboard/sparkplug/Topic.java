package vn.nhain.dashboard.sparkplug;

import java.util.Optional;

/**
 * A Sparkplug topic {@code spBv1.0/GROUP/TYPE/NODE[/DEVICE]}.
 *
 * @param group the plant
 * @param type {@code NBIRTH NDATA NDEATH NCMD DBIRTH DDATA DDEATH DCMD}
 * @param node the edge agent
 * @param device the machine; empty for a message of the node itself
 */
record Topic(String group, String type, String node, String device) {
    private static final String NAMESPACE = "spBv1.0";

    /** The topic of an MQTT message; empty when it is of another form, such as STATE. */
    static Optional<Topic> parse(String topic) {
        String[] parts = topic.split("/", -1);
        if (parts.length < 4 || parts.length > 5 || !parts[0].equals(NAMESPACE)) {
            return Optional.empty();
        }
        return Optional.of(new Topic(parts[1], parts[2], parts[3], parts.length == 5 ? parts[4] : ""));
    }

    /** All messages of a group. */
    static String allOf(String group) {
        return NAMESPACE + "/" + group + "/#";
    }

    /** The state of a host application. */
    static String stateOf(String hostId) {
        return NAMESPACE + "/STATE/" + hostId;
    }

    @Override
    public String toString() {
        String of = NAMESPACE + "/" + group + "/" + type + "/" + node;
        return device.isEmpty() ? of : of + "/" + device;
    }
}
