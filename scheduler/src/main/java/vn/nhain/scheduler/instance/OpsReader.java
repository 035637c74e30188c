package vn.nhain.scheduler.instance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.nhain.scheduler.kernel.problem.InvalidProblemException;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.ProblemBuilder;

/**
 * Reads the JSON of the Online Printing Shop problem (Lunardi, Birgin, Laborie, Ronconi, Voos, Computers &amp; Operations
 * Research 2020, arXiv 2006.13064). Set-up is paid by size (smaller or larger), colour and varnish; the first operation of a
 * machine pays the most of each. The last window of a machine never ends. Fields that the published model does not use are
 * not looked at; all others must be there.
 */
final class OpsReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int MOST = Problem.MAX_TIME - 1;

    private final String name;
    private final Mistakes mistakes = new Mistakes();
    private final ProblemBuilder builder = Problem.builder(Objective.MAKESPAN);
    private final Set<Integer> jobIds = new LinkedHashSet<>();
    private final List<OpsMachine> machines = new ArrayList<>();
    private final Map<Integer, Integer> machineById = new LinkedHashMap<>();
    private final List<Operation> operations = new ArrayList<>();
    private final Map<Integer, Integer> operationById = new HashMap<>();

    OpsReader(String name) {
        this.name = name;
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, handed on once
    private record Operation(
            Item item, int id, int fixed, OpsLook look, int[] machines, int[] times, int[] successors) {}

    Instance read(String text) throws InstanceException {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new InstanceException(
                    "%s is not JSON: %s".formatted(name, Mistakes.shown(e.getOriginalMessage())), e);
        }
        Item file = Item.file(root, name, mistakes);
        file.items("resources", "resource").forEach(this::addMachine);
        file.items("jobs", "job").forEach(this::addJob);
        if (mistakes.isEmpty() && operations.isEmpty()) {
            mistakes.add("The file (%s) has no operations. Give 'jobs' at least one job with a 'topology'.", name);
        }
        for (int o = 0; o < operations.size(); o++) {
            requireMachines(operations.get(o));
        }
        OpsMachine.requireRoom(machines, mistakes);
        if (mistakes.isEmpty()) {
            machines.forEach(machine -> builder.addMachine(machine.calendar(), machine.setups()));
        }
        for (int o = 0; o < operations.size(); o++) {
            addChoices(o, operations.get(o));
            addSuccessors(o, operations.get(o));
        }
        return build();
    }

    private void addMachine(Item resource) {
        int id = resource.whole("id", 0, Integer.MAX_VALUE);
        if (machineById.putIfAbsent(id, machines.size()) != null) {
            mistakes.add("The resource id (%d) is used twice. Give each resource an id of its own.", id);
        }
        machines.add(OpsMachine.read(resource, mistakes));
    }

    private void addJob(Item job) {
        int id = job.whole("id", 0, Integer.MAX_VALUE);
        if (!jobIds.add(id)) {
            mistakes.add("The job id (%d) is used twice. Give each job an id of its own.", id);
        }
        int number = builder.addJob(0, 0);
        List<Item> topology = job.items("topology", "operation");
        if (topology.isEmpty()) {
            mistakes.add("The %s has no operations. Remove it, or give it a 'topology'.", job.name());
        }
        topology.forEach(operation -> addOperation(operation, number));
    }

    private void addOperation(Item operation, int job) {
        int id = operation.whole("id", 0, Integer.MAX_VALUE);
        int fixed = operation.whole("starting", Problem.FREE, MOST);
        int release = operation.whole("release", 0, MOST);
        int overlap = operation.perMille("overlap");
        int number =
                builder.addOperation(Integer.toString(id), job, fixed == Problem.FREE ? release : 0, fixed, overlap);
        if (operationById.putIfAbsent(id, number) != null) {
            mistakes.add("The operation id (%d) is used twice. Ids of operations count through all jobs.", id);
        }
        operations.add(new Operation(
                operation,
                id,
                fixed,
                OpsLook.read(operation),
                operation.wholes("resources", 0, Integer.MAX_VALUE),
                operation.wholes("time", 1, MOST),
                operation.wholes("sucessors", 0, Integer.MAX_VALUE)));
    }

    /** Also notes on each machine what may come there, so that its setup table holds no more. */
    private void requireMachines(Operation operation) {
        if (operation.machines().length != operation.times().length) {
            mistakes.add(
                    "The %s names %d resources but %d times. Give each resource a time.",
                    operation.item().name(), operation.machines().length, operation.times().length);
        }
        if (operation.machines().length == 0) {
            mistakes.add(
                    "The %s has no eligible resource. Name at least one.",
                    operation.item().name());
        }
        Set<Integer> seen = new HashSet<>();
        boolean open = operation.fixed() == Problem.FREE || operation.machines().length == 0;
        for (int id : operation.machines()) {
            Integer machine = machineById.get(id);
            if (machine == null) {
                mistakes.add(
                        "The resource (%d) of %s does not exist. Name one of 'resources'.",
                        id, operation.item().name());
            } else if (!seen.add(id)) {
                mistakes.add(
                        "The resource (%d) of %s is named twice. Name it once.",
                        id, operation.item().name());
            } else {
                machines.get(machine).register(operation.look());
                open |= machines.get(machine).isOpenAt(operation.fixed());
            }
        }
        if (!open) {
            mistakes.add(
                    "The starting (%d) of %s lies in closed hours of every resource that may run it. Move it, or open one.",
                    operation.fixed(), operation.item().name());
        }
    }

    private void addChoices(int number, Operation operation) {
        for (int i = 0; mistakes.isEmpty() && i < operation.machines().length; i++) {
            int machine = machineById.getOrDefault(operation.machines()[i], 0);
            builder.addEligible(
                    number,
                    machine,
                    operation.times()[i],
                    0,
                    machines.get(machine).setupClass(operation.look()));
        }
    }

    private void addSuccessors(int number, Operation operation) {
        Set<Integer> seen = new LinkedHashSet<>();
        for (int id : operation.successors()) {
            Integer to = operationById.get(id);
            if (to == null) {
                mistakes.add(
                        "The successor (%d) of %s does not exist. Name the id of an operation.",
                        id, operation.item().name());
            } else if (!seen.add(id)) {
                mistakes.add(
                        "The successor (%d) of %s is named twice. Name it once.",
                        id, operation.item().name());
            } else {
                builder.addPrecedence(number, to, 0);
            }
        }
    }

    private Instance build() throws InstanceException {
        if (!mistakes.isEmpty()) {
            mistakes.addAll(builder.circles());
            throw mistakes.exception();
        }
        try {
            return new Instance(
                    name,
                    builder.build(),
                    ints(machineById.keySet()),
                    ints(jobIds),
                    operations.stream().mapToInt(Operation::id).toArray());
        } catch (InvalidProblemException e) {
            mistakes.addAll(e.mistakes());
            throw mistakes.exception();
        }
    }

    private static int[] ints(Set<Integer> set) {
        return set.stream().mapToInt(Integer::intValue).toArray();
    }
}
