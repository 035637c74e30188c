package vn.nhain.edge.sink.sparkplug;

/** Topic names of one edge node, Sparkplug 3.0 chapter 4. */
record Topics(String groupId, String nodeId) {
    private static final String NAMESPACE = "spBv1.0/";

    String node(String type) {
        return NAMESPACE + groupId + "/" + type + "/" + nodeId;
    }

    String device(String type, String deviceId) {
        return node(type) + "/" + deviceId;
    }

    static String state(String hostId) {
        return NAMESPACE + "STATE/" + hostId;
    }

    /** The device of a command; empty when this is not a command to a device. */
    String commandedDevice(String topic) {
        String prefix = node("DCMD") + "/";
        return topic.startsWith(prefix) ? topic.substring(prefix.length()) : "";
    }
}
