package vn.nhain.scheduler.explain;

import static org.optaplanner.core.api.score.stream.ConstraintCollectors.toList;
import static org.optaplanner.core.api.score.stream.Joiners.equal;
import static org.optaplanner.core.api.score.stream.Joiners.overlapping;

import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.optaplanner.core.api.score.buildin.hardsoftbigdecimal.HardSoftBigDecimalScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.bi.BiConstraintStream;
import org.optaplanner.core.api.score.stream.uni.UniConstraintStream;
import vn.nhain.scheduler.api.CostLine;

/**
 * The plant's problem as constraints over a published plan: what must hold, a unit of hard score for each breach, then what
 * it costs, VND of soft score. Names are those of the independent checker and of {@link CostLine}.
 */
public final class PlanConstraints implements ConstraintProvider {
    private static final HardSoftBigDecimalScore BREACH = HardSoftBigDecimalScore.ONE_HARD;
    private static final HardSoftBigDecimalScore VND = HardSoftBigDecimalScore.ONE_SOFT;

    @Override
    public Constraint[] defineConstraints(ConstraintFactory f) {
        return new Constraint[] {
            machineDoesOneThingAtATime(f),
            machineCanDoIt(f),
            qualityStateAllowsIt(f),
            setupIsAsLongAsItMustBe(f),
            setupIsInOpenHours(f),
            runIsInOpenHours(f),
            runIsAsLongAsItMustBe(f),
            quantityIsWhatTheOrderNeeds(f),
            nothingStartsInThePast(f),
            gatesAreThere(f),
            everyBatchIsThereWhenItIsNeeded(f),
            nothingWaitsTooLong(f),
            predecessorsArePlanned(f),
            toolIsInOnePlace(f),
            platesAreInOnePlace(f),
            paperIsThere(f),
            lateness(f),
            customerLateness(f),
            cost(f, CostLine.MAKEREADY_PAPER, WorkCosts::makereadyPaper),
            cost(f, CostLine.RUNNING_WASTE, WorkCosts::runningWaste),
            cost(f, CostLine.SETUP, WorkCosts::setupTime),
            cost(f, CostLine.RUN, WorkCosts::run),
            cost(f, CostLine.WASH, WorkCosts::wash),
            cost(f, CostLine.PLATES, WorkCosts::plates),
            cost(f, CostLine.ENERGY, WorkCosts::energy),
            cost(f, CostLine.IDLE_ENERGY, WorkCosts::idleEnergy),
            cost(f, CostLine.CO2E, WorkCosts::co2e),
            cost(f, CostLine.NIGHT_PAY, WorkCosts::nightPay),
            cost(f, CostLine.OVERTIME_PAY, WorkCosts::overtimePay),
            cost(f, CostLine.QUALITY_RISK, WorkCosts::qualityRisk),
            cost(f, CostLine.NERVOUSNESS, WorkCosts::nervousness)
        };
    }

    private static Constraint machineDoesOneThingAtATime(ConstraintFactory f) {
        BiConstraintStream<Work, Work> pairs =
                f.forEachUniquePair(Work.class, equal(Work::machine), overlapping(Work::setupStart, Work::end));
        return breach(pairs.filter((a, b) -> a.isFree() || b.isFree()), "MACHINE_OVERLAP", Breaches::overlap);
    }

    private static Constraint machineCanDoIt(ConstraintFactory f) {
        return breach(f, "ELIGIBILITY", Rules::cannotRun, Breaches::cannotRun);
    }

    private static Constraint qualityStateAllowsIt(ConstraintFactory f) {
        return breach(f, "QUALITY", Rules::isBarredByQuality, Breaches::quality);
    }

    private static Constraint setupIsAsLongAsItMustBe(ConstraintFactory f) {
        return breach(f, "SETUP_LENGTH", Rules::hasAnotherSetup, Breaches::setupLength);
    }

    private static Constraint setupIsInOpenHours(ConstraintFactory f) {
        return breach(f, "SETUP_UNAVAILABLE", Rules::setsUpInClosedHours, Breaches::setupClosed);
    }

    private static Constraint runIsInOpenHours(ConstraintFactory f) {
        return breach(f, "RUN_UNAVAILABLE", Rules::startsOrEndsInClosedHours, Breaches::runClosed);
    }

    private static Constraint runIsAsLongAsItMustBe(ConstraintFactory f) {
        return breach(f, "DURATION", Rules::hasAnotherLength, Breaches::duration);
    }

    private static Constraint quantityIsWhatTheOrderNeeds(ConstraintFactory f) {
        return breach(f, "QUANTITY", Rules::makesAnotherQuantity, Breaches::quantity);
    }

    private static Constraint nothingStartsInThePast(ConstraintFactory f) {
        return breach(f, "PAST", (w, facts) -> w.setupStart() < 0, Breaches::past);
    }

    private static Constraint gatesAreThere(ConstraintFactory f) {
        return breach(f, "GATE", Rules::startsBeforeAGate, Breaches::gate);
    }

    private static Constraint everyBatchIsThereWhenItIsNeeded(ConstraintFactory f) {
        return followings(f)
                .filter(following -> following.findMissingBatch().isPresent())
                .penalize(BREACH)
                .justifyWith((following, score) -> Breaches.precedence("PRECEDENCE", following))
                .asConstraint("PRECEDENCE");
    }

    private static Constraint nothingWaitsTooLong(ConstraintFactory f) {
        return followings(f)
                .filter(Following::isTooLate)
                .penalize(BREACH)
                .justifyWith((following, score) -> Breaches.tooLate("MAX_LAG", following))
                .asConstraint("MAX_LAG");
    }

    private static UniConstraintStream<Following> followings(ConstraintFactory f) {
        return f.forEach(Follows.class)
                .join(Work.class, equal(Follows::before, Work::key))
                .join(Work.class, equal((follows, before) -> follows.after(), Work::key))
                .filter((follows, before, after) -> after.isFree())
                .join(Facts.class)
                .groupBy((follows, before, after, facts) -> new Following(before, after, facts));
    }

    private static Constraint predecessorsArePlanned(ConstraintFactory f) {
        return f.forEach(Follows.class)
                .ifNotExists(Work.class, equal(Follows::before, Work::key))
                .join(Work.class, equal(Follows::after, Work::key))
                .filter((follows, after) -> after.isFree())
                .penalize(BREACH)
                .justifyWith((follows, after, score) -> Breaches.orphan("ORPHAN", after))
                .asConstraint("ORPHAN");
    }

    private static Constraint toolIsInOnePlace(ConstraintFactory f) {
        BiConstraintStream<Work, Work> pairs =
                f.forEachUniquePair(Work.class, equal(w -> w.form().toolId()), overlapping(Work::start, Work::end));
        return breach(pairs.filter((a, b) -> Rules.isShared(a, b, a.form().toolId())), "TOOL", Breaches::tool);
    }

    private static Constraint platesAreInOnePlace(ConstraintFactory f) {
        BiConstraintStream<Work, Work> pairs =
                f.forEachUniquePair(Work.class, equal(w -> w.form().plateSetId()), overlapping(Work::start, Work::end));
        return breach(pairs.filter((a, b) -> Rules.isShared(a, b, a.form().plateSetId())), "PLATES", Breaches::plates);
    }

    private static Constraint paperIsThere(ConstraintFactory f) {
        return f.forEach(Work.class)
                .filter(w -> w.isFree() && w.takesPaper())
                .groupBy(w -> w.form().materialId(), toList())
                .join(Supply.class, equal((material, users) -> material, Supply::materialId))
                .filter((material, users, supply) -> supply.findShort(users).isPresent())
                .penalize(BREACH)
                .justifyWith((material, users, supply, score) ->
                        Breaches.paper("PAPER", supply.findShort(users).orElseThrow(), material))
                .asConstraint("PAPER");
    }

    private static Constraint lateness(ConstraintFactory f) {
        return charge(f.forEach(OrderEnd.class).join(Facts.class), CostLine.LATENESS, OrderCosts::lateness);
    }

    private static Constraint customerLateness(ConstraintFactory f) {
        return charge(
                f.forEach(OrderEnd.class).join(Facts.class), CostLine.CUSTOMER_LATENESS, OrderCosts::customerLateness);
    }

    private static Constraint cost(ConstraintFactory f, CostLine line, Function<WorkCosts, Charge> rule) {
        return charge(
                f.forEach(Work.class).filter(Work::isFree).join(Facts.class),
                line,
                (work, facts) -> rule.apply(new WorkCosts(work, facts)));
    }

    private static <A> Constraint charge(
            BiConstraintStream<A, Facts> of, CostLine line, BiFunction<A, Facts, Charge> rule) {
        return of.groupBy(rule)
                .filter(Charge::isSome)
                .penalizeBigDecimal(VND, Charge::amount)
                .justifyWith((charge, score) -> charge)
                .asConstraint(line.key());
    }

    private static Constraint breach(
            ConstraintFactory f, String name, BiPredicate<Work, Facts> broken, BreachWriter<Facts> writer) {
        return f.forEach(Work.class)
                .filter(Work::isFree)
                .join(Facts.class)
                .filter(broken)
                .penalize(BREACH)
                .justifyWith((work, facts, score) -> writer.write(name, work, facts))
                .asConstraint(name);
    }

    private static Constraint breach(BiConstraintStream<Work, Work> pairs, String name, BreachWriter<Work> writer) {
        return pairs.penalize(BREACH)
                .justifyWith((a, b, score) -> writer.write(name, a, b))
                .asConstraint(name);
    }

    /** Tells of a breach of a constraint by a row and what it collides with. */
    @FunctionalInterface
    private interface BreachWriter<B> {
        Breach write(String constraint, Work work, B with);
    }
}
