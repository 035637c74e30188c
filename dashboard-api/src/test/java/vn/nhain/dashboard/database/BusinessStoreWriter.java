package vn.nhain.dashboard.database;

import java.nio.file.Path;
import java.util.List;
import vn.nhain.dashboard._support.GreedyScheduler;
import vn.nhain.dashboard._support.SmallPlant;
import vn.nhain.dashboard.config.DatabaseConfig;
import vn.nhain.dashboard.plan.Execution;
import vn.nhain.dashboard.plan.JobKey;
import vn.nhain.dashboard.plan.store.JdbiExecutionRepository;
import vn.nhain.dashboard.plan.store.JdbiPlanRepository;
import vn.nhain.plant.command.JobStart;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;

/**
 * The child of {@link BusinessStoreKillTest}: sends commands and releases plans for ever, and prints each as soon as the
 * store has it. Arguments: folder, and the number of the first command.
 */
final class BusinessStoreWriter {
    private static final int COMMANDS_A_PLAN = 10;

    private BusinessStoreWriter() {}

    @SuppressWarnings("SystemOut") // the parent listens
    public static void main(String[] args) {
        try (Database database = Database.open(DatabaseConfig.file(Path.of(args[0])))) {
            JdbiExecutionRepository executions = new JdbiExecutionRepository(database.jdbi());
            JdbiPlanRepository plans = new JdbiPlanRepository(database.jdbi());
            Schedule schedule = schedule();
            for (int number = Integer.parseInt(args[1]); true; number++) {
                executions.save(command(number));
                System.out.println("command " + number);
                if (number % COMMANDS_A_PLAN == 0) {
                    int version = plans.addDraft(SmallPlant.START, "minh", schedule, null)
                            .version();
                    plans.release(version, SmallPlant.START, "lan");
                    System.out.println("plan " + version);
                }
            }
        }
    }

    static Execution command(int number) {
        String order = "O" + number;
        return new Execution(
                new JobKey(order, "P1"),
                "OF1",
                Execution.Status.SENT,
                1,
                1,
                new JobStart(
                        "v1:%s/P1#1".formatted(order),
                        "OF1",
                        order + "/P1",
                        order,
                        "P1",
                        "PRINT",
                        2000,
                        150,
                        10,
                        0,
                        8000,
                        List.of("K")),
                SmallPlant.START.plusSeconds(number),
                null,
                null,
                null,
                0,
                0,
                0,
                2000,
                "");
    }

    static Schedule schedule() {
        return new GreedyScheduler()
                .dueDateFirst(ScheduleRequest.fresh(
                        SmallPlant.plant(), List.of(SmallPlant.order("A", 4)), SmallPlant.stock(), SmallPlant.START));
    }
}
