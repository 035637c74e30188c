package vn.nhain.scheduler.instance.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Makes problems of the Online Printing Shop kind (Lunardi, Birgin, Laborie, Ronconi, Voos, Computers &amp; Operations
 * Research 2020, arXiv 2006.13064) of any size: jobs whose operations wait for one another in a graph, alternative machines,
 * setups by size, colour and varnish, closed hours, overlaps, releases, fixed starts. Ranges and frequencies are those seen in
 * the published instances; the problems are new. Every problem has a feasible plan. The same shape and seed give the same
 * problem, to the byte. Thread-safe: every call is a generator of its own.
 */
public final class OpsGenerator {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_TIME = 99;
    private static final int MOST_SETUP = 6;
    private static final int SIZES = 10;
    private static final int COLORS = 4;
    private static final int VARNISHES = 6;
    /** Longest first setup (all three parts) and an hour to start in. */
    private static final int LEAST_WINDOW = 3 * MOST_SETUP + 1;

    private final OpsShape shape;
    private final SplittableRandom random;
    private final ObjectNode root = JSON.createObjectNode();
    private int madeFixed;

    private OpsGenerator(OpsShape shape, long seed) {
        this.shape = shape;
        this.random = new SplittableRandom(seed);
    }

    /**
     * A problem as the text of its file.
     *
     * @param shape size and mixture
     * @param seed of all chance
     */
    public static String generate(OpsShape shape, long seed) {
        return new OpsGenerator(shape, seed).build().toString();
    }

    /** Writes a problem to a file. */
    public static void write(OpsShape shape, long seed, Path file) throws IOException {
        JSON.writeValue(file.toFile(), new OpsGenerator(shape, seed).build());
    }

    private ObjectNode build() {
        ArrayNode resources = root.putArray("resources");
        for (int id = 1; id <= shape.machines(); id++) {
            machine(resources.addObject(), id);
        }
        ArrayNode jobs = root.putArray("jobs");
        int first = 1;
        for (int job = 1; first <= shape.operations(); job++) {
            int count = Math.min(jobSize(), shape.operations() - first + 1);
            job(jobs.addObject(), job, first, count);
            first += count;
        }
        return root;
    }

    private void machine(ObjectNode machine, int id) {
        machine.put("id", id);
        machine.putArray("setup_size").add(setup()).add(setup());
        machine.put("setup_color", setup());
        machine.put("setup_varnish", setup());
        calendar(machine.putArray("availability"));
    }

    private int setup() {
        return 1 + random.nextInt(MOST_SETUP);
    }

    /** Windows of one length, closed for one of three lengths in between, over about twice the expected work. */
    private void calendar(ArrayNode availability) {
        int count = shape.windows() == 1 ? 1 : 1 + random.nextInt(shape.windows());
        long work = Math.max(1, (long) shape.operations() * (MOST_TIME / 2) / shape.machines());
        long length = Math.max(LEAST_WINDOW, Math.round(2.0 * work / count * (0.8 + 0.4 * random.nextDouble())));
        int[] closed = new int[3];
        for (int i = 0; i < closed.length; i++) {
            closed[i] = (int) Math.max(1, Math.round(length * (0.08 + 0.42 * random.nextDouble())));
        }
        long from = 0;
        for (int i = 0; i < count; i++) {
            availability.add(from).add(from + length);
            from += length + closed[random.nextInt(closed.length)];
        }
    }

    private int jobSize() {
        int most = (int) Math.max(5, Math.min(22, Math.round(Math.sqrt(shape.operations()) / 2.5)));
        int least = most == 5 ? 3 : 5;
        return least + random.nextInt(most - least + 1);
    }

    private void job(ObjectNode job, int id, int first, int count) {
        job.put("id", id).put("rid", id).put("priority", 0).put("duedate", 0);
        ArrayNode topology = job.putArray("topology");
        ArrayNode[] successors = new ArrayNode[count];
        boolean[] waits = new boolean[count];
        for (int i = 0; i < count; i++) {
            waits[i] = i > 0 && random.nextInt(10) > 0;
        }
        for (int i = 0; i < count; i++) {
            ObjectNode operation = topology.addObject();
            operation(operation, first + i, !waits[i]);
            successors[i] = operation.putArray("sucessors");
        }
        for (int i = 0; i < count; i++) {
            if (waits[i]) {
                joinBehind(i, first, successors);
            }
        }
    }

    /** Makes an operation wait for one to three of the five before it. */
    private void joinBehind(int i, int first, ArrayNode[] successors) {
        int near = Math.min(i, 5);
        int count = Math.min(near, new int[] {1, 1, 1, 1, 2, 2, 2, 2, 2, 3}[random.nextInt(10)]);
        int skip = random.nextInt(near);
        for (int p = 0; p < count; p++) {
            successors[i - 1 - (skip + p) % near].add(first + i);
        }
    }

    private void operation(ObjectNode operation, int id, boolean root) {
        boolean fixed = root && madeFixed < shape.fixed() && random.nextInt(4) == 0;
        operation.put("id", id).put("rid", id).put("connection", 0);
        operation.put("starting", fixed ? 3 * MOST_SETUP + random.nextInt(MOST_TIME) : -1);
        boolean released = !fixed && random.nextDouble() < shape.releaseShare();
        operation.put("release", released ? 1 + random.nextInt(MOST_TIME) : 0);
        boolean overlaps = random.nextDouble() < shape.overlapShare();
        operation.put("overlap", overlaps ? (50 + random.nextInt(50)) / 100.0 : 1.0);
        operation.put("size", 1 + random.nextInt(SIZES));
        operation.put("color", 1 + random.nextInt(COLORS));
        operation.put("varnish", 1 + random.nextInt(VARNISHES));
        ArrayNode machines = operation.putArray("resources");
        ArrayNode times = operation.putArray("time");
        if (fixed) {
            fix(operation, machines, times);
        } else {
            eligible(machines, times);
        }
    }

    /** A machine of its own, the last ones first, so that no other fixed operation is in its way. */
    private void fix(ObjectNode operation, ArrayNode machines, ArrayNode times) {
        int machine = shape.machines() - madeFixed++;
        machines.add(machine);
        times.add(1 + random.nextInt(MOST_TIME));
        long closes = root.get("resources")
                .get(machine - 1)
                .get("availability")
                .get(1)
                .asLong();
        operation.put("starting", Math.min(operation.get("starting").asLong(), closes - 1));
    }

    /** As many machines as chance will, times within 15 % of one another. */
    private void eligible(ArrayNode machines, ArrayNode times) {
        int count = 1 + random.nextInt(shape.machines());
        int[] ids = new int[shape.machines()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = i + 1;
        }
        int time = 1 + random.nextInt(MOST_TIME);
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(ids.length - i);
            int id = ids[j];
            ids[j] = ids[i];
            ids[i] = id;
            machines.add(id);
            long here = Math.round(time * (0.85 + 0.3 * random.nextDouble()));
            times.add(Math.max(1, Math.min(MOST_TIME, here)));
        }
    }
}
