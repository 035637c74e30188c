package vn.nhain.simulators.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.nhain.plant.Plant;
import vn.nhain.plant.machine.Connection;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.machine.MachineKind;
import vn.nhain.plant.order.OperationKind;

class DemoPlantTest {
    private static final Plant PLANT = DemoPlant.load();

    @Test
    void hasFivePressesAndAtLeastFourteenFinishingMachines() {
        List<String> presses = PLANT.machines().stream()
                .filter(Machine::isPress)
                .map(Machine::id)
                .toList();
        assertEquals(List.of("OF1", "OF2", "OF3", "OF4", "UV1"), presses);
        assertTrue(
                PLANT.machines().size() >= 19,
                () -> "machines: " + PLANT.machines().size());
    }

    @Test
    void hasEveryKindOfMachineAndCanDoEveryStep() {
        assertEquals(
                EnumSet.allOf(MachineKind.class),
                PLANT.machines().stream().map(Machine::kind).collect(Collectors.toSet()));
        Set<OperationKind> steps =
                PLANT.machines().stream().flatMap(m -> m.operations().stream()).collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(OperationKind.class), steps);
    }

    @Test
    void everyMachineCanBeGivenAnotherConnection() {
        Plant moved = PLANT.withMachines(
                m -> m.withConnection(new Connection(m.connection().protocol(), "somewhere/" + m.id())));
        assertEquals(
                "somewhere/OF1",
                moved.findMachine("OF1").orElseThrow().connection().address());
        assertEquals(PLANT.machines().size(), moved.machines().size());
    }
}
