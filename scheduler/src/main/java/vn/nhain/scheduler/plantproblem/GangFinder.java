package vn.nhain.scheduler.plantproblem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhain.scheduler.api.GangProposal;

/**
 * Finds small jobs that may share a form: the same paper, sheet, process inks, coating and quality, due within three days of
 * each other, the largest run at most four times the smallest. From the job that is due first, the job that saves most joins
 * until none saves more; no job is proposed twice.
 */
public final class GangFinder {
    private static final Duration DUE_WINDOW = Duration.ofDays(3);
    private static final int LARGEST_RATIO = 4;
    private static final int MOST_JOBS = 8;

    private GangFinder() {}

    /** Proposals, the one that saves most first. */
    public static List<GangProposal> proposals(PlantProblem problem) {
        Map<GangJob.Kind, List<GangJob>> byKind = new LinkedHashMap<>();
        problem.tasks().stream()
                .flatMap(task -> GangJob.of(task).stream())
                .sorted(Comparator.comparing((GangJob j) -> j.task().order().due())
                        .thenComparing(j -> j.task().order().id()))
                .forEach(job -> byKind.computeIfAbsent(job.kind(), kind -> new ArrayList<>())
                        .add(job));
        List<GangProposal> proposals = new ArrayList<>();
        byKind.values().forEach(jobs -> find(problem, jobs, proposals));
        proposals.sort(Comparator.comparing(GangProposal::savingVnd).reversed());
        return proposals;
    }

    private static void find(PlantProblem problem, List<GangJob> open, List<GangProposal> proposals) {
        while (open.size() > 1) {
            List<GangJob> gang = new ArrayList<>(List.of(open.remove(0)));
            while (gang.size() < MOST_JOBS && join(problem, gang, open)) {
                open.removeAll(gang);
            }
            GangForm form = new GangForm(problem, gang);
            if (form.isWorthIt()) {
                proposals.add(form.proposal());
            }
        }
    }

    private static boolean join(PlantProblem problem, List<GangJob> gang, List<GangJob> open) {
        GangJob best = null;
        double most = new GangForm(problem, gang).savingVnd();
        for (GangJob job : open) {
            List<GangJob> larger = new ArrayList<>(gang);
            larger.add(job);
            if (mayJoin(gang, job) && GangForm.fits(larger)) {
                GangForm form = new GangForm(problem, larger);
                if (form.isWorthIt() && form.savingVnd() > most) {
                    most = form.savingVnd();
                    best = job;
                }
            }
        }
        return best != null && gang.add(best);
    }

    private static boolean mayJoin(List<GangJob> gang, GangJob job) {
        return gang.stream()
                .allMatch(other -> Duration.between(
                                                other.task().order().due(),
                                                job.task().order().due())
                                        .abs()
                                        .compareTo(DUE_WINDOW)
                                <= 0
                        && !other.task().order().id().equals(job.task().order().id())
                        && Math.max(other.pieces(), job.pieces())
                                <= LARGEST_RATIO * Math.min(other.pieces(), job.pieces()));
    }
}
