package vn.nhain.edge.source.opcua;

import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.jspecify.annotations.Nullable;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.plant.reading.ReadingQuality;

/** From OPC UA's data values to ours. */
final class Values {
    private Values() {}

    static SourceValue of(String machineId, String metric, DataValue data) {
        DateTime sourceTime = data.getSourceTime();
        // a server that does not know when the machine saw it knows at least when it got it
        DateTime time = sourceTime == null ? data.getServerTime() : sourceTime;
        return new SourceValue(
                machineId,
                metric,
                plain(data.getValue()),
                quality(data.getStatusCode()),
                time == null ? null : time.getJavaInstant());
    }

    private static @Nullable Object plain(@Nullable Variant variant) {
        Object value = variant == null ? null : variant.getValue();
        return value instanceof LocalizedText text ? text.getText() : value;
    }

    private static ReadingQuality quality(@Nullable StatusCode status) {
        if (status == null || status.isGood()) {
            return ReadingQuality.GOOD;
        }
        return status.isUncertain() ? ReadingQuality.UNCERTAIN : ReadingQuality.BAD;
    }

    /** Whether the server says that it had to throw away values of this tag before this one. */
    static boolean isOverflow(DataValue data) {
        StatusCode status = data.getStatusCode();
        return status != null && status.isOverflowSet();
    }
}
