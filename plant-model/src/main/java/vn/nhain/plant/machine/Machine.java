package vn.nhain.plant.machine;

import java.util.List;
import java.util.Set;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.quality.QualityProfile;

/**
 * One machine of the plant.
 *
 * @param id short, unique, letters and digits, such as {@code OF1}
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
 * @param grossSpeed nominal speed, sheets or pieces per hour, more than 0
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
    }

    /** Speed that a plan may count on, sheets or pieces per hour. */
    public double netSpeed() {
        return grossSpeed * netFactor;
    }

    /** Whether this is a press. */
    public boolean isPress() {
        return kind == MachineKind.OFFSET_PRESS;
    }
}
