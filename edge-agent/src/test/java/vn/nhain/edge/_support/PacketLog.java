package vn.nhain.edge._support;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.packets.connect.ConnectPacket;
import com.hivemq.extension.sdk.api.packets.publish.PublishPacket;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What clients sent to the broker of the tests, packet by packet. */
public final class PacketLog implements ExtensionMain {
    /** A packet of a client. */
    public sealed interface Packet {
        String client();
    }

    /** CONNECT. */
    public record Connect(String client, boolean cleanStart, long expirySeconds, Optional<Publish> will)
            implements Packet {}

    /** One filter of a SUBSCRIBE. */
    public record Subscribe(String client, String filter, int qos) implements Packet {}

    /** PUBLISH, or the will of a CONNECT. */
    public record Publish(String client, String topic, ByteBuffer payload, int qos, boolean retain) implements Packet {}

    /** DISCONNECT. */
    public record Disconnect(String client, String reason) implements Packet {}

    private final List<Packet> packets = new CopyOnWriteArrayList<>();

    /** Packets of a client so far, in order. */
    public List<Packet> of(String client) {
        return packets.stream().filter(packet -> packet.client().equals(client)).toList();
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        Services.interceptorRegistry()
                .setConnectInboundInterceptorProvider(
                        provider -> (in, out) -> packets.add(connect(in.getConnectPacket())));
        Services.initializerRegistry().setClientInitializer((initializer, context) -> {
            String client = initializer.getClientInformation().getClientId();
            context.addSubscribeInboundInterceptor((in, out) -> in.getSubscribePacket()
                    .getSubscriptions()
                    .forEach(one -> packets.add(new Subscribe(
                            client, one.getTopicFilter(), one.getQos().getQosNumber()))));
            context.addPublishInboundInterceptor((in, out) -> packets.add(publish(client, in.getPublishPacket())));
            context.addDisconnectInboundInterceptor((in, out) -> packets.add(new Disconnect(
                    client, in.getDisconnectPacket().getReasonCode().name())));
        });
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
        // it ends with the broker
    }

    private static Connect connect(ConnectPacket packet) {
        return new Connect(
                packet.getClientId(),
                packet.getCleanStart(),
                packet.getSessionExpiryInterval(),
                packet.getWillPublish().map(will -> publish(packet.getClientId(), will)));
    }

    private static Publish publish(String client, PublishPacket packet) {
        ByteBuffer payload = ByteBuffer.allocate(
                packet.getPayload().map(ByteBuffer::remaining).orElse(0));
        packet.getPayload().ifPresent(bytes -> payload.put(bytes.duplicate()));
        return new Publish(
                client, packet.getTopic(), payload.flip(), packet.getQos().getQosNumber(), packet.getRetain());
    }
}
