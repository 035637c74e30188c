package vn.nhain.edge.source;

/**
 * Metrics that carry a device's own words for its state. They are stored as they came, so that a derived state can always
 * be explained.
 */
public final class StateInputs {
    /** OPC 40001-1 MachineryItemState. */
    public static final String ITEM_STATE = "machinery.itemState";
    /** OPC 40001-1 MachineryOperationMode. */
    public static final String OPERATION_MODE = "machinery.operationMode";
    /** PackML state. */
    public static final String PACKML_STATE = "packml.state";
    /** PackML unit mode. */
    public static final String PACKML_MODE = "packml.mode";

    private StateInputs() {}
}
