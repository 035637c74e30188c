package vn.nhain.scheduler.configure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.nhain.scheduler.api.Schedule;
import vn.nhain.scheduler.api.ScheduleRequest;
import vn.nhain.scheduler.check.PlanChecker;
import vn.nhain.scheduler.check.Verdict;
import vn.nhain.scheduler.instance.nhain.ProblemWriter;
import vn.nhain.scheduler.instance.nhain.ScheduleFile;

/** What the independent checker says of a plan of the small plant, which it reads from files as anybody would. */
final class Checked {
    private Checked() {}

    /** The verdict; files are written into {@code folder}. */
    static Verdict verdict(Path folder, ScheduleRequest request, Schedule schedule) throws IOException {
        try (InputStream yaml = RandomPlantProblem.plantFile()) {
            Files.write(folder.resolve("plant.yaml"), yaml.readAllBytes());
        }
        Path problem = folder.resolve("problem.yaml");
        Path plan = folder.resolve("plan.json");
        ProblemWriter.write(request, "plant.yaml", problem);
        ScheduleFile.write(schedule, plan);
        return PlanChecker.check(problem, "nhain", plan);
    }

    /** Every broken rule. */
    static List<Object> violations(Path folder, ScheduleRequest request, Schedule schedule) throws IOException {
        return List.copyOf(verdict(folder, request, schedule).violations());
    }
}
