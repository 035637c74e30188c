package vn.nhain.scheduler.instance;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhain.scheduler.search.Assignment;

/** Writes a plan of a benchmark problem as JSON: an entry an operation, with the ids of the problem file. */
public final class PlanWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlanWriter() {}

    /** Writes a plan. */
    public static void write(Instance instance, Assignment plan, Path file) throws IOException {
        List<Map<String, Object>> operations = new ArrayList<>();
        for (int o = 0; o < plan.machine().length; o++) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("job", instance.jobIds()[instance.problem().job(o)]);
            entry.put("operation", instance.operationIds()[o]);
            entry.put("resource", instance.machineIds()[plan.machine()[o]]);
            entry.put("setupStart", plan.setupStart()[o]);
            entry.put("start", plan.start()[o]);
            entry.put("end", plan.end()[o]);
            operations.add(entry);
        }
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("instance", instance.name());
        root.put("makespan", plan.objective());
        root.put("operations", operations);
        JSON.writeValue(file.toFile(), root);
    }
}
