package vn.nhain.edge.source.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.MonitoredItemServiceOperationResult;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscription to the tags of a press. A tag that the server refuses does not harm the others. */
final class PressSubscription {
    private static final Logger log = LoggerFactory.getLogger(PressSubscription.class);
    /** A server without news says that it lives at least so often. */
    private static final double KEEP_ALIVE_MILLIS = 5_000;
    /** A small server takes its time over ten thousand tags: each request has to end within its timeout. */
    private static final UInteger ITEMS_A_REQUEST = uint(1_000);
    /** After a pause a server has twenty values a tag: all in one message, ten thousand tags would fill a small heap. */
    private static final UInteger VALUES_A_MESSAGE = uint(10_000);

    private static final int MOST_NAMED = 3;

    private final OpcUaSubscription subscription;
    private final String machineId;
    private final int items;

    // written by the link, one step at a time; read by anyone
    private volatile List<OpcUaMonitoredItem> refused = List.of();
    private volatile int slow;

    private PressSubscription(String machineId, OpcUaSubscription subscription) {
        this.machineId = machineId;
        this.subscription = subscription;
        this.items = subscription.getMonitoredItems().size();
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
        subscription.setMaxMonitoredItemsPerCall(ITEMS_A_REQUEST);
        subscription.setMaxNotificationsPerPublish(VALUES_A_MESSAGE);
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

    /**
     * Creates what is not there yet.
     *
     * @throws UaException when the server did not answer: whether it has the tags is then unknown
     */
    private void createItems() throws UaException {
        List<OpcUaMonitoredItem> bad = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (MonitoredItemServiceOperationResult result : subscription.createMonitoredItems()) {
            if (!result.serviceResult().isGood()) {
                throw new UaException(result.serviceResult());
            }
            if (!result.isGood()) {
                bad.add(result.monitoredItem());
                if (named.size() < MOST_NAMED) {
                    named.add("%s: %s"
                            .formatted(
                                    result.monitoredItem()
                                            .getReadValueId()
                                            .getNodeId()
                                            .toParseableString(),
                                    result.operationResult().orElse(result.serviceResult())));
                }
            }
        }
        // once, not at each attempt: a tag that is not there today is not there all day
        if (bad.size() != refused.size()) {
            log.warn("{} refuses {} tags, they are tried again: {}", machineId, bad.size(), String.join("; ", named));
        }
        refused = bad;
        slow = (int) subscription.getMonitoredItems().stream()
                .filter(item -> item.getRevisedSamplingInterval().orElse(0.0) > item.getSamplingInterval())
                .count();
    }

    /** Tries the refused tags again, alone. */
    void retryRefused() throws UaException {
        if (!refused.isEmpty()) {
            createItems();
        }
    }

    /** Tags that the server samples more slowly than asked for: what changes in between is not seen. */
    int slowItems() {
        return slow;
    }

    int items() {
        return items;
    }

    int refused() {
        return refused.size();
    }
}
