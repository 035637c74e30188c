package vn.nhain.scheduler.plantproblem;

import java.util.HashSet;
import java.util.Set;
import vn.nhain.plant.material.SheetSize;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.timetable.Timetable;

/**
 * What a planner does with a plan by due date: press by press, from the front, it takes the next job on the same paper, in
 * the same format and with the same inks and puts it right behind, as long as no order becomes late, or later, by it. After
 * that it does the same with the same paper and format, then with the same paper.
 */
final class GroupingRule {
    /** How many jobs ahead a planner looks for one that fits. */
    private static final int AHEAD = 40;

    private final KernelProblem kernel;
    private final Problem problem;
    private final Timetable timetable;

    private GroupingRule(KernelProblem kernel, MachineSequences start) {
        this.kernel = kernel;
        this.problem = kernel.problem();
        this.timetable = new Timetable(problem, kernel.toEngine(start));
    }

    static MachineSequences of(KernelProblem kernel, MachineSequences byDueDate) {
        GroupingRule rule = new GroupingRule(kernel, byDueDate);
        for (int alike = 3; alike > 0; alike--) {
            for (int k = 0; k < rule.problem.machines(); k++) {
                rule.group(k, alike);
            }
        }
        int n = rule.problem.operations();
        int[] machine = new int[n];
        int[] start = new int[n];
        for (int o = 0; o < n; o++) {
            machine[o] = rule.timetable.machineOf(o);
            start[o] = rule.timetable.start(o);
        }
        return kernel.toPlant(machine, start);
    }

    private void group(int k, int alike) {
        for (int i = 0; i + 1 < timetable.size(k); i++) {
            Task first = kernel.task(timetable.operationAt(k, i));
            if (first.operation().kind() != OperationKind.PRINT
                    || alike(first, kernel.task(timetable.operationAt(k, i + 1))) >= alike) {
                continue;
            }
            int last = Math.min(timetable.size(k), i + AHEAD);
            for (int j = i + 2; j < last; j++) {
                int o = timetable.operationAt(k, j);
                if (alike(first, kernel.task(o)) >= alike && pull(o, k, i + 1)) {
                    break;
                }
            }
        }
    }

    /** Takes a job there unless an order becomes later by it. */
    private boolean pull(int o, int k, int index) {
        long[] before = new long[problem.jobs()];
        for (int j = 0; j < before.length; j++) {
            before[j] = timetable.latenessOf(j);
        }
        if (!timetable.move(o, k, index)) {
            timetable.rollback();
            return false;
        }
        timetable.propagate();
        for (int j = 0; j < before.length; j++) {
            if (timetable.latenessOf(j) > before[j]) {
                timetable.rollback();
                return false;
            }
        }
        timetable.commit();
        return true;
    }

    /** 3 for the same paper, format and inks, 2 for paper and format, 1 for paper, 0 for another paper. */
    private static int alike(Task a, Task b) {
        SheetSize sheet = a.form().sheet();
        if (!a.form().materialId().equals(b.form().materialId())) {
            return 0;
        }
        if (!sheet.equals(b.form().sheet())) {
            return 1;
        }
        Set<String> inks = new HashSet<>(a.setting().inks());
        return inks.equals(new HashSet<>(b.setting().inks())) ? 3 : 2;
    }
}
