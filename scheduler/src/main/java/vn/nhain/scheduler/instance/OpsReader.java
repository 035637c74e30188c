package vn.nhain.scheduler.instance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhain.scheduler.kernel.problem.InvalidProblemException;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.ProblemBuilder;
import vn.nhain.scheduler.kernel.problem.SetupTable;

/**
 * Reads the JSON of the Online Printing Shop problem (Lunardi, Birgin, Laborie, Ronconi, Voos, Computers &amp; Operations
 * Research 2020, arXiv 2006.13064). Set-up is paid by size (smaller or larger), colour and varnish; the first operation of a
 * machine pays the most of each. The last window of a machine never ends.
 */
final class OpsReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final List<String> mistakes = new ArrayList<>();
    private final ProblemBuilder builder = Problem.builder(Objective.MAKESPAN);
    private final List<Integer> machineIds = new ArrayList<>();
    private final List<Integer> jobIds = new ArrayList<>();
    private final List<Integer> operationIds = new ArrayList<>();
    private final Map<Integer, Integer> machineById = new HashMap<>();
    private final Map<Integer, Integer> operationById = new LinkedHashMap<>();

    OpsReader(String name) {
        this.name = name;
    }

    /** What a set-up depends on. */
    private record Look(int size, int color, int varnish) {}

    Instance read(String text) throws InstanceException {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new InstanceException("%s is not JSON: %s".formatted(name, e.getOriginalMessage()), e);
        }
        List<JsonNode> operations = new ArrayList<>();
        List<Integer> jobOf = new ArrayList<>();
        root.path("jobs").forEach(job -> {
            int number = builder.addJob(0, 0);
            jobIds.add(number(job, "id", "job"));
            job.path("topology").forEach(operation -> {
                operations.add(operation);
                jobOf.add(number);
            });
        });
        if (operations.isEmpty()) {
            mistakes.add("%s has no operations: 'jobs' must hold jobs with a 'topology'.".formatted(name));
        }
        List<Look> looks = looks(operations);
        root.path("resources").forEach(resource -> addMachine(resource, looks));
        for (int i = 0; i < operations.size(); i++) {
            addOperation(operations.get(i), jobOf.get(i), looks);
        }
        operations.forEach(this::addSuccessors);
        return build();
    }

    private List<Look> looks(List<JsonNode> operations) {
        return operations.stream().map(OpsReader::look).distinct().toList();
    }

    private static Look look(JsonNode operation) {
        return new Look(
                operation.path("size").asInt(),
                operation.path("color").asInt(),
                operation.path("varnish").asInt());
    }

    private void addMachine(JsonNode resource, List<Look> looks) {
        int id = number(resource, "id", "resource");
        int smaller = resource.path("setup_size").path(0).asInt();
        int larger = resource.path("setup_size").path(1).asInt();
        int color = resource.path("setup_color").asInt();
        int varnish = resource.path("setup_varnish").asInt();
        if (Math.min(Math.min(smaller, larger), Math.min(color, varnish)) < 0) {
            mistakes.add("The set-up times of resource (%d) must be at least 0.".formatted(id));
            return;
        }
        SetupTable.Time time = (from, to) -> {
            if (from == SetupTable.INITIAL) {
                return Math.max(smaller, larger) + color + varnish;
            }
            Look a = looks.get(from);
            Look b = looks.get(to);
            int bySize = Integer.compare(a.size(), b.size());
            return (bySize > 0 ? smaller : bySize < 0 ? larger : 0)
                    + (a.color() == b.color() ? 0 : color)
                    + (a.varnish() == b.varnish() ? 0 : varnish);
        };
        SetupTable setups = looks.isEmpty() ? SetupTable.NONE : new SetupTable(looks.size(), time, (from, to) -> 0);
        int machine = builder.addMachine(calendar(resource, id), setups);
        machineIds.add(id);
        if (machineById.put(id, machine) != null) {
            mistakes.add("The resource id (%d) is used twice.".formatted(id));
        }
    }

    private MachineCalendar calendar(JsonNode resource, int id) {
        JsonNode flat = resource.path("availability");
        List<MachineCalendar.Window> windows = new ArrayList<>();
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            windows.add(new MachineCalendar.Window(
                    flat.get(i).asInt(), flat.get(i + 1).asInt()));
        }
        try {
            if (flat.size() % 2 != 0) {
                throw new IllegalArgumentException("It must hold pairs of begin and end.");
            }
            return windows.isEmpty() ? MachineCalendar.ALWAYS : MachineCalendar.of(windows);
        } catch (IllegalArgumentException e) {
            mistakes.add("The availability of resource (%d) is wrong: %s".formatted(id, e.getMessage()));
            return MachineCalendar.ALWAYS;
        }
    }

    private void addOperation(JsonNode operation, int job, List<Look> looks) {
        int id = number(operation, "id", "operation");
        int fixed = operation.path("starting").asInt(-1);
        int release = fixed >= 0 ? 0 : Math.max(0, operation.path("release").asInt(0));
        if (operation.path("release").asInt(0) < 0) {
            mistakes.add("The release (%d) of operation (%d) must be at least 0."
                    .formatted(operation.path("release").asInt(), id));
        }
        // truncation to thousandths, as the published model does it
        int overlap = (int) (1000 * operation.path("overlap").asDouble(1.0));
        int number = builder.addOperation(Integer.toString(id), job, release, fixed, overlap);
        operationIds.add(id);
        if (operationById.put(id, number) != null) {
            mistakes.add("The operation id (%d) is used twice.".formatted(id));
        }
        JsonNode resources = operation.path("resources");
        JsonNode times = operation.path("time");
        if (resources.size() != times.size()) {
            mistakes.add("The operation (%d) has %d resources but %d times; there must be a time for each."
                    .formatted(id, resources.size(), times.size()));
        }
        for (int i = 0; i < Math.min(resources.size(), times.size()); i++) {
            Integer machine = machineById.get(resources.get(i).asInt());
            if (machine == null) {
                mistakes.add("The resource (%s) of operation (%d) does not exist.".formatted(resources.get(i), id));
            } else {
                builder.addEligible(number, machine, times.get(i).asInt(), 0, looks.indexOf(look(operation)));
            }
        }
    }

    private void addSuccessors(JsonNode operation) {
        Integer from = operationById.get(operation.path("id").asInt());
        operation.path("sucessors").forEach(successor -> {
            Integer to = operationById.get(successor.asInt());
            if (from == null || to == null) {
                mistakes.add("The successor (%s) of operation (%s) does not exist."
                        .formatted(successor, operation.path("id")));
            } else {
                builder.addPrecedence(from, to, 0);
            }
        });
    }

    private Instance build() throws InstanceException {
        try {
            if (mistakes.isEmpty()) {
                return new Instance(name, builder.build(), ints(machineIds), ints(jobIds), ints(operationIds));
            }
            builder.build();
        } catch (InvalidProblemException e) {
            mistakes.addAll(e.mistakes());
        }
        throw new InstanceException(mistakes);
    }

    private int number(JsonNode node, String field, String what) {
        if (!node.path(field).canConvertToInt()) {
            mistakes.add("A %s of %s has no whole number as '%s'.".formatted(what, name, field));
        }
        return node.path(field).asInt();
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
