package vn.nhain.scheduler.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.optaplanner.core.api.score.ScoreExplanation;
import org.optaplanner.core.api.score.buildin.hardsoftbigdecimal.HardSoftBigDecimalScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolutionUpdatePolicy;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import vn.nhain.scheduler.api.CostLine;
import vn.nhain.scheduler.api.PlanExplanation;
import vn.nhain.scheduler.api.PlanExplanation.Justification;
import vn.nhain.scheduler.api.PlanExplanation.Line;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;

/** Explains what a published plan costs, line by line. Stateless. */
public final class PlanExplainer {
    private PlanExplainer() {}

    /**
     * What makes a plan cost what it costs.
     *
     * @param request what is known now
     * @param schedule the plan
     */
    public static PlanExplanation explain(ScheduleRequest request, Schedule schedule) {
        PublishedPlan plan = PlanReader.read(request, schedule);
        ScoreExplanation<PublishedPlan, HardSoftBigDecimalScore> score =
                Explaining.MANAGER.explain(plan, SolutionUpdatePolicy.UPDATE_SCORE_ONLY);
        Map<CostLine, List<Justification>> byLine = new EnumMap<>(CostLine.class);
        score.getJustificationList(Charge.class).stream()
                .collect(Collectors.groupingBy(Charge::line))
                .forEach((line, charges) -> byLine.put(line, dearestFirst(charges)));
        List<Line> lines = new ArrayList<>();
        double weighted = 0;
        for (CostLine name : CostLine.values()) {
            Line line = line(name, byLine.getOrDefault(name, List.of()), score);
            lines.add(line);
            weighted += request.weights().of(name) * line.vnd();
        }
        return new PlanExplanation(
                request.origin(),
                score.getScore().softScore().negate().doubleValue(),
                weighted,
                lines,
                score.getJustificationList(Breach.class).stream()
                        .map(Breach::broken)
                        .sorted(Comparator.comparing(PlanExplanation.Broken::constraint)
                                .thenComparing(PlanExplanation.Broken::orderId)
                                .thenComparing(PlanExplanation.Broken::operationId))
                        .toList());
    }

    private static List<Justification> dearestFirst(List<Charge> charges) {
        return charges.stream()
                .sorted(Comparator.comparingDouble(Charge::vnd)
                        .reversed()
                        .thenComparing(Charge::orderId)
                        .thenComparing(c -> String.valueOf(c.operationId())))
                .map(Charge::justification)
                .toList();
    }

    private static Line line(
            CostLine line,
            List<Justification> justifications,
            ScoreExplanation<PublishedPlan, HardSoftBigDecimalScore> score) {
        double vnd = score.getConstraintMatchTotalMap().values().stream()
                .filter(total -> total.getConstraintName().equals(line.key()))
                .mapToDouble(total -> total.getScore().softScore().negate().doubleValue())
                .sum();
        return new Line(line.key(), vnd, justifications.size(), justifications);
    }

    /** Building the streams takes longer than explaining: once is enough. */
    private static final class Explaining {
        private static final SolutionManager<PublishedPlan, HardSoftBigDecimalScore> MANAGER =
                SolutionManager.create(SolverFactory.create(new SolverConfig()
                        .withSolutionClass(PublishedPlan.class)
                        .withEntityClasses(Work.class)
                        .withScoreDirectorFactory(new ScoreDirectorFactoryConfig()
                                .withConstraintProviderClass(PlanConstraints.class)
                                .withConstraintStreamImplType(ConstraintStreamImplType.BAVET))));
    }
}
