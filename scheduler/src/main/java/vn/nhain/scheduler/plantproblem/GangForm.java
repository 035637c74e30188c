package vn.nhain.scheduler.plantproblem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.nhain.plant.Plant;
import vn.nhain.plant.QuantityChain.Quantities;
import vn.nhain.plant.material.Material;
import vn.nhain.plant.order.Form;
import vn.nhain.plant.order.Operation;
import vn.nhain.scheduler.api.GangProposal;

/**
 * Jobs on one form. Ups are given one by one to the job that needs the longest run, as long as the sheet has room. For a
 * single form of the cover printing problem (Teghem, Pirlot, Antoniadis, Journal of Computational and Applied Mathematics 64,
 * 1995) that is the shortest run where all jobs are of one size, and a good one otherwise.
 */
final class GangForm {
    private final PlantProblem problem;
    private final List<GangJob> jobs;
    private final int[] ups;
    private final int goodSheets;
    private final Cost apart;
    private final Cost together;

    /** Jobs whose single ups must fit on a sheet together. */
    GangForm(PlantProblem problem, List<GangJob> jobs) {
        this.problem = problem;
        this.jobs = List.copyOf(jobs);
        this.ups = ups(jobs);
        int longest = 0;
        for (int i = 0; i < ups.length; i++) {
            longest = Math.max(longest, sheetsFor(jobs.get(i), ups[i]));
        }
        this.goodSheets = longest;
        Task first = jobs.get(0).task();
        this.together = jobs.size() == 1 ? alone(first) : cost(first, withAllowance(first));
        Cost sum = new Cost(together.machine(), 0, 0, new LinkedHashMap<>());
        for (GangJob job : jobs) {
            sum = sum.plus(alone(job.task()));
        }
        this.apart = sum;
    }

    /** What a form costs on the machine where it costs least. */
    private record Cost(String machine, int sheets, int plates, Map<String, Double> lines) {
        double vnd() {
            return lines.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        Cost plus(Cost other) {
            Map<String, Double> both = new LinkedHashMap<>(lines);
            other.lines.forEach((line, vnd) -> both.merge(line, vnd, Double::sum));
            return new Cost(machine, sheets + other.sheets, plates + other.plates, both);
        }
    }

    /** Whether one more job has room for a single up. */
    static boolean fits(List<GangJob> jobs) {
        return area(jobs, ones(jobs)) <= 1 + 1e-9;
    }

    private static int[] ones(List<GangJob> jobs) {
        return jobs.stream().mapToInt(j -> 1).toArray();
    }

    private static double area(List<GangJob> jobs, int[] ups) {
        double area = 0;
        for (int i = 0; i < ups.length; i++) {
            area += ups[i] / (double) jobs.get(i).upsApart();
        }
        return area;
    }

    private static int[] ups(List<GangJob> jobs) {
        int[] ups = ones(jobs);
        while (true) {
            int longest = 0;
            for (int i = 1; i < ups.length; i++) {
                if (sheetsFor(jobs.get(i), ups[i]) > sheetsFor(jobs.get(longest), ups[longest])) {
                    longest = i;
                }
            }
            ups[longest]++;
            if (area(jobs, ups) > 1 + 1e-9) {
                ups[longest]--;
                return ups;
            }
        }
    }

    private static int sheetsFor(GangJob job, int ups) {
        return -Math.floorDiv(-job.pieces(), ups);
    }

    private Quantities withAllowance(Task task) {
        int colours =
                Math.max(task.form().frontInks().size(), task.form().backInks().size());
        int waste = problem.plant()
                .findWaste(task.operation().kind(), colours)
                .map(allowance -> allowance.wasteFor(goodSheets))
                .orElse(0);
        return new Quantities(goodSheets, waste, goodSheets + waste);
    }

    private Cost alone(Task task) {
        return cost(task, task.quantities());
    }

    private Cost cost(Task task, Quantities quantities) {
        Cost best = null;
        for (int machine : task.runMinutes().keySet()) {
            Cost here = cost(problem.machines().get(machine), task, quantities);
            best = best == null || here.vnd() < best.vnd() ? here : best;
        }
        return Objects.requireNonNull(best);
    }

    private Cost cost(PlantMachine on, Task task, Quantities quantities) {
        Plant plant = problem.plant();
        Form form = task.form();
        Operation operation = task.operation();
        Change change = on.changeOver().between(null, task.setting());
        int plates = change.plates() + on.changeOver().turn(form).plates();
        double rate = on.machine().rateVndPerHour() / 60.0;
        double sheet = plant.findMaterial(form.materialId())
                .map(Material::sheetPriceVnd)
                .orElse(0.0);
        Map<String, Double> lines = new LinkedHashMap<>();
        lines.put("plates", plates * plant.prices().plateVnd());
        lines.put("paper", quantities.unitsIn() * sheet);
        lines.put("setup", change.minutes() * rate);
        lines.put("run", on.runMinutes(operation, quantities) * rate);
        return new Cost(on.machine().id(), quantities.unitsIn(), plates, lines);
    }

    double savingVnd() {
        return apart.vnd() - together.vnd();
    }

    /** Whether it saves something, and every job pays less than by itself. */
    boolean isWorthIt() {
        return jobs.size() > 1 && savingVnd() > 0 && members().stream().allMatch(j -> j.costVnd() < j.costApartVnd());
    }

    private List<GangProposal.Job> members() {
        double area = area(jobs, ups);
        List<GangProposal.Job> members = new ArrayList<>();
        for (int i = 0; i < ups.length; i++) {
            GangJob job = jobs.get(i);
            double share = ups[i] / (double) job.upsApart() / area;
            members.add(new GangProposal.Job(
                    job.task().order().id(),
                    job.task().operation().id(),
                    ups[i],
                    job.pieces(),
                    goodSheets * ups[i] - job.pieces(),
                    share,
                    share * together.vnd(),
                    alone(job.task()).vnd()));
        }
        return members;
    }

    GangProposal proposal() {
        Map<String, Double> saving = new LinkedHashMap<>(apart.lines());
        together.lines().forEach((line, vnd) -> saving.merge(line, -vnd, Double::sum));
        return new GangProposal(
                members(),
                together.machine(),
                together.sheets(),
                apart.sheets(),
                together.plates(),
                apart.plates(),
                savingVnd(),
                saving,
                jobs.get(0).task().order().due());
    }
}
