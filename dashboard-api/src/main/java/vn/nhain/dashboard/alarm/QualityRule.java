package vn.nhain.dashboard.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.nhain.dashboard.machine.QualityStates;
import vn.nhain.plant.quality.QualityState;

/** Machines whose colour is out of tolerance: they may run house work only until they are measured well again. */
public final class QualityRule implements AlarmRule {
    private final QualityStates quality;

    public QualityRule(QualityStates quality) {
        this.quality = quality;
    }

    @Override
    public List<Condition> conditions() {
        List<Condition> found = new ArrayList<>();
        quality.judged().forEach((machine, state) -> {
            if (state == QualityState.RED) {
                found.add(condition(machine, quality.worstDeltaE(machine)));
            }
        });
        return found;
    }

    private static Condition condition(String machine, double deltaE) {
        // whole numbers, so that the text does not change with each sheet
        return new Condition(
                "colour:" + machine,
                Condition.Severity.CRITICAL,
                "COLOUR_OUT_OF_TOLERANCE",
                machine,
                null,
                String.format(
                        Locale.ROOT,
                        "%s prints out of tolerance, ΔE00 about %.0f. Wash or recalibrate it; plan again to move tight work.",
                        machine,
                        deltaE),
                String.format(
                        Locale.ROOT,
                        "%s in lệch màu quá dung sai, ΔE00 khoảng %.0f. Rửa máy hoặc cân chỉnh lại; lập lại kế hoạch để"
                                + " chuyển việc yêu cầu cao.",
                        machine,
                        deltaE));
    }
}
