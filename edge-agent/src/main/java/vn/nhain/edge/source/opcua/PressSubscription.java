package vn.nhain.edge.source.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.MonitoredItemServiceOperationResult;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscription to the tags of a press. A tag that the server refuses does not harm the others. */
final class PressSubscription {
    private static final Logger log = LoggerFactory.getLogger(PressSubscription.class);
    /** A server without news says that it lives at least so often. */
    private static final double KEEP_ALIVE_MILLIS = 5_000;

    private final OpcUaSubscription subscription;
    private final String machineId;
    private List<OpcUaMonitoredItem> refused = List.of();

    private PressSubscription(String machineId, OpcUaSubscription subscription) {
        this.machineId = machineId;
        this.subscription = subscription;
    }

    static PressSubscription create(
            OpcUaClient client,
            OpcUaMachine machine,
            List<Tag> tags,
            OpcUaSettings settings,
            OpcUaSubscription.SubscriptionListener listener)
            throws UaException {
        double interval = settings.publishInterval().toMillis();
        OpcUaSubscription subscription = new OpcUaSubscription(client, interval);
        subscription.setTargetKeepAliveInterval(KEEP_ALIVE_MILLIS);
        subscription.setSubscriptionListener(listener);
        for (Tag tag : tags) {
            OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(tag.nodeId());
            // a value that changes once between two publishes is then seen for sure
            item.setSamplingInterval(interval / 2);
            item.setQueueSize(uint(settings.queueSize()));
            item.setUserObject(tag);
            subscription.addMonitoredItem(item);
        }
        subscription.create();
        PressSubscription created = new PressSubscription(machine.machineId(), subscription);
        created.createItems();
        return created;
    }

    private void createItems() {
        List<OpcUaMonitoredItem> bad = new ArrayList<>();
        for (MonitoredItemServiceOperationResult result : subscription.createMonitoredItems()) {
            if (!result.isGood()) {
                bad.add(result.monitoredItem());
                log.warn(
                        "{} refuses tag {}: {}; it is tried again",
                        machineId,
                        result.monitoredItem().getReadValueId().getNodeId().toParseableString(),
                        result.operationResult().orElse(result.serviceResult()));
            }
        }
        refused = bad;
    }

    /** Tries the refused tags again, alone. */
    void retryRefused() {
        if (!refused.isEmpty()) {
            createItems();
        }
    }

    /** Tags that the server samples more slowly than asked for: what changes in between is not seen. */
    int slowItems() {
        return (int) subscription.getMonitoredItems().stream()
                .filter(item -> item.getRevisedSamplingInterval().orElse(0.0) > item.getSamplingInterval())
                .count();
    }

    int items() {
        return subscription.getMonitoredItems().size();
    }

    int refused() {
        return refused.size();
    }
}
