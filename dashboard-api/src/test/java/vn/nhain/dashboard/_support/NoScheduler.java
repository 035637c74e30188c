package vn.nhain.dashboard._support;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.nhain.scheduler.api.Explanation;
import vn.nhain.scheduler.api.GangProposal;
import vn.nhain.scheduler.api.PlanExplanation;
import vn.nhain.scheduler.api.Remedy;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.api.SchedulingService;
import vn.nhain.scheduler.api.SolveJob;
import vn.nhain.scheduler.api.SolveLimits;
import vn.nhain.scheduler.api.SolveProgress;

/** For tests that plan nothing. */
public final class NoScheduler implements SchedulingService {
    @Override
    public SolveJob solve(ScheduleRequest request, SolveLimits limits, Consumer<SolveProgress> progress) {
        throw new UnsupportedOperationException("This test plans nothing.");
    }

    @Override
    public Schedule dueDateFirst(ScheduleRequest request) {
        throw new UnsupportedOperationException("This test plans nothing.");
    }

    @Override
    public List<GangProposal> gangProposals(ScheduleRequest request) {
        throw new UnsupportedOperationException("This test plans nothing.");
    }

    @Override
    public PlanExplanation explainPlan(ScheduleRequest request, Schedule schedule) {
        throw new UnsupportedOperationException("This test plans nothing.");
    }

    @Override
    public Optional<Schedule> planOfRemedy(ScheduleRequest request, Schedule schedule, String orderId, String code) {
        throw new UnsupportedOperationException("This test plans nothing.");
    }

    @Override
    public List<Remedy> remedies(ScheduleRequest request, Schedule schedule, String orderId) {
        throw new UnsupportedOperationException("This test plans nothing.");
    }

    @Override
    public Explanation explain(ScheduleRequest request, Schedule schedule, String orderId) {
        throw new UnsupportedOperationException("This test plans nothing.");
    }
}
