package vn.nhain.edge.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.nhain.plant.reading.ReadingQuality;

/**
 * One value as a machine sent it: not yet checked, not yet normalised.
 *
 * @param machineId the machine
 * @param metric metric id, or one of {@link StateInputs}
 * @param value a number, a text or a truth value; null when the machine sent none
 * @param quality as the machine says
 * @param sourceTime plant time at which the machine saw it; null when it does not say
 */
public record SourceValue(
        String machineId,
        String metric,
        @Nullable Object value,
        ReadingQuality quality,
        @Nullable Instant sourceTime) {}
