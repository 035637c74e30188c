package vn.nhain.scheduler.api;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Small jobs that may share a form: one set of plates, one setup, one run, split at the guillotine. A proposal only: whether
 * the customers agree and the ink keys bear it is for people to say.
 *
 * @param jobs the jobs, by due time
 * @param machineId the machine on which the form costs least
 * @param sheets sheets that go in, allowance included
 * @param sheetsApart the same when each job is printed by itself; fewer than {@code sheets} where the form over-produces
 * @param plates plates of the form
 * @param platesApart plates of the jobs by themselves
 * @param savingVnd what the form saves in all, VND, more than 0
 * @param savingByLine the same by line: {@code plates paper setup run}; below 0 where the form costs more
 * @param due the earliest production due time among the jobs
 */
public record GangProposal(
        List<Job> jobs,
        String machineId,
        int sheets,
        int sheetsApart,
        int plates,
        int platesApart,
        double savingVnd,
        Map<String, Double> savingByLine,
        Instant due) {
    public GangProposal {
        jobs = List.copyOf(jobs);
        savingByLine = Collections.unmodifiableMap(new LinkedHashMap<>(savingByLine));
    }

    /**
     * A job on the form.
     *
     * @param orderId its order
     * @param operationId its print operation
     * @param ups how often it is on a sheet
     * @param pieces pieces wanted, allowances of later steps included
     * @param surplus pieces that the form makes beyond them
     * @param share its share of the printed area, which is its share of the cost
     * @param costVnd its share of the form's cost, VND; less than {@code costApartVnd}
     * @param costApartVnd what it costs by itself, VND
     */
    public record Job(
            String orderId,
            String operationId,
            int ups,
            int pieces,
            int surplus,
            double share,
            double costVnd,
            double costApartVnd) {}
}
