package vn.nhain.edge.source.modbus;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.TelemetrySource;

/** One box. It counts on while nobody polls, and the next poll has all of it. */
public record ModbusPlan(ModbusMachine machine) implements SourcePlan {
    @Override
    public String name() {
        return "modbus " + machine.machineId();
    }

    @Override
    public Set<String> machineIds() {
        return Set.of(machine.machineId());
    }

    @Override
    public String remedy() {
        return "Is the box on, and are host (%s), port (%d) and unit (%d) of modbus.machines.%s right?"
                .formatted(machine.host(), machine.port(), machine.unit(), machine.machineId());
    }

    @Override
    public boolean isKeptWhileAway() {
        return true;
    }

    @Override
    public Map<String, Double> spanByMetric() {
        Map<String, Double> spans = new HashMap<>();
        machine.items().forEach(item -> {
            boolean bits = item.table() == ModbusItem.Table.COIL || item.table() == ModbusItem.Table.DISCRETE;
            double span = item.type().span() * item.mapping().linear().factor();
            if (!bits && Double.isFinite(span) && span > 0) {
                spans.put(item.metric(), span);
            }
        });
        return spans;
    }

    @Override
    public TelemetrySource open(Clock wallClock, LongSupplier nanoTime, RandomGenerator random) {
        return new ModbusSource(machine, wallClock, random);
    }
}
