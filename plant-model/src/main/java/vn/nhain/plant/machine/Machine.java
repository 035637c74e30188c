package vn.nhain.plant.machine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.quality.QualityProfile;
import vn.nhain.plant.validation.Require;

/**
 * One machine of the plant.
 *
 * @param id short, unique; letters, digits, hyphens and underscores, such as {@code OF1}
 * @param name English name
 * @param nameVi Vietnamese name
 * @param kind what sort of machine it is
 * @param operations process steps that it can do
 * @param minSheet smallest sheet it takes
 * @param maxSheet largest sheet it takes
 * @param minGsm lightest paper, g/m²
 * @param maxGsm heaviest paper, g/m²
 * @param units printing units; 0 for a finishing machine
 * @param perfecting whether it prints both sides in one pass, with half of its units a side
 * @param uvInks whether it runs UV inks, so that sheets are dry at the delivery
 * @param coater whether it has a coating unit
 * @param grossSpeed nominal speed, cycles per hour, more than 0; a cycle turns {@code inputs} units of an operation into
 *     {@code outputs}, so a die cutter counts sheets and a binder books
 * @param netFactor share of the nominal speed that is reached over a run, in (0, 1]
 * @param setup what a change-over costs
 * @param power power by state
 * @param crew people needed to run it
 * @param rateVndPerHour cost of an hour of machine and crew, VND
 * @param calendarId the working calendar that it follows
 * @param certified the tightest quality profile that it is certified for
 * @param connection how it is reached
 * @param inks inks that stand in its units after installation, in unit order; empty for a finishing machine
 */
public record Machine(
        String id,
        String name,
        String nameVi,
        MachineKind kind,
        Set<OperationKind> operations,
        SheetSize minSheet,
        SheetSize maxSheet,
        int minGsm,
        int maxGsm,
        int units,
        boolean perfecting,
        boolean uvInks,
        boolean coater,
        double grossSpeed,
        double netFactor,
        SetupModel setup,
        PowerProfile power,
        int crew,
        long rateVndPerHour,
        String calendarId,
        QualityProfile certified,
        Connection connection,
        List<String> inks) {
    public Machine {
        operations = Set.copyOf(operations);
        inks = List.copyOf(inks);
        Require.id("a machine", "id", id);
        String owner = "machine " + id;
        Require.text(owner, "name", name);
        Require.text(owner, "nameVi", nameVi);
        Require.that(!operations.isEmpty(), owner, "operations", operations, "must not be empty");
        Require.that(
                minSheet.fitsIn(maxSheet),
                owner,
                "minSheet",
                minSheet,
                "must fit in its maxSheet (%s)".formatted(maxSheet));
        Require.atLeast(owner, "minGsm", minGsm, 0);
        Require.atLeast(owner, "maxGsm", maxGsm, minGsm);
        Require.atLeast(owner, "units", units, 0);
        Require.that(
                !perfecting || units % 2 == 0,
                owner,
                "units",
                units,
                "must be even, as a perfector has as many a side");
        Require.that(
                inks.size() <= units, owner, "inks", inks, "must not be more than its units (%d)".formatted(units));
        Require.moreThan(owner, "grossSpeed", grossSpeed, 0);
        Require.moreThan(owner, "netFactor", netFactor, 0);
        Require.between(owner, "netFactor", netFactor, 0, 1);
        Require.atLeast(owner, "crew", crew, 0);
        Require.atLeast(owner, "rateVndPerHour", (double) rateVndPerHour, 0);
    }

    /** What bars this machine from an operation for good; empty when it can take it. */
    public Optional<Obstacle> findObstacle(Operation operation) {
        return Fit.findObstacle(this, operation);
    }

    /**
     * How often each sheet of a form goes through: once for all inks that its units hold, per side. A perfector prints both
     * sides at once with half of its units a side, and one side with all of them. 1 on a finishing machine.
     */
    public int passes(Form form) {
        return Fit.passes(this, form);
    }

    /** What the machine's own counter shows for so many good units of an operation: its cycles, every pass counted. */
    public int strokes(Operation operation, int goodOut) {
        return Math.multiplyExact(operation.cycles(goodOut), passes(operation.form()));
    }

    /** Minutes to run so many cycles of an operation at the net speed, without setup. */
    public double runMinutes(Operation operation, int cycles) {
        return cycles * (double) passes(operation.form()) / netSpeed() * 60;
    }

    /** Speed that a plan may count on, cycles per hour: see {@link Operation#cycles}. */
    public double netSpeed() {
        return grossSpeed * netFactor;
    }

    /** The same machine, reached in another way. */
    public Machine withConnection(Connection other) {
        return new Machine(
                id,
                name,
                nameVi,
                kind,
                operations,
                minSheet,
                maxSheet,
                minGsm,
                maxGsm,
                units,
                perfecting,
                uvInks,
                coater,
                grossSpeed,
                netFactor,
                setup,
                power,
                crew,
                rateVndPerHour,
                calendarId,
                certified,
                other,
                inks);
    }

    /** The same machine that works by another calendar of the plant. */
    public Machine withCalendar(String otherId) {
        return new Machine(
                id,
                name,
                nameVi,
                kind,
                operations,
                minSheet,
                maxSheet,
                minGsm,
                maxGsm,
                units,
                perfecting,
                uvInks,
                coater,
                grossSpeed,
                netFactor,
                setup,
                power,
                crew,
                rateVndPerHour,
                otherId,
                certified,
                connection,
                inks);
    }

    /** Whether this is a press. */
    public boolean isPress() {
        return kind == MachineKind.OFFSET_PRESS;
    }
}
