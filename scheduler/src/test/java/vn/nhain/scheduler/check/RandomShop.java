package vn.nhain.scheduler.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** A seeded problem of the Online Printing Shop with every feature, and a feasible plan found by trying times one by one. */
final class RandomShop {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final int MACHINES = 3;

    final ObjectNode problem = JSON.createObjectNode();
    final ObjectNode plan = JSON.createObjectNode();
    private final Random random;

    RandomShop(long seed, Path folder) throws IOException {
        random = new Random(seed);
        ArrayNode resources = problem.putArray("resources");
        for (int m = 1; m <= MACHINES; m++) {
            ObjectNode r = resources.addObject().put("id", m);
            r.putArray("setup_size").add(2 + random.nextInt(3)).add(1 + random.nextInt(2));
            r.put("setup_color", 1 + random.nextInt(3)).put("setup_varnish", 1);
            int gap = 25 + random.nextInt(10);
            r.putArray("availability")
                    .add(0)
                    .add(gap)
                    .add(gap + 6)
                    .add(gap + 50)
                    .add(gap + 55)
                    .add(gap + 90);
        }
        ArrayNode jobs = problem.putArray("jobs");
        int id = 1;
        for (int j = 1; j <= 5; j++) {
            ArrayNode topology = jobs.addObject().put("id", j).putArray("topology");
            int first = id;
            for (int k = 0; k < 3; k++) {
                step(topology.addObject().put("id", id), first, id, j);
                id++;
            }
        }
        Path file = folder.resolve("shop" + seed + ".json");
        JSON.writeValue(file.toFile(), problem);
        solve(OpsShopReader.read(file));
    }

    /** Two roots and one successor of both; operation 1 is fixed, operation 4 has a release, every third overlaps. */
    private void step(ObjectNode o, int first, int id, int job) {
        boolean fixed = id == 1;
        o.put("starting", fixed ? 12 : -1).put("release", id == 4 ? 20 : 0).put("overlap", job % 3 == 0 ? 0.6 : 1.0);
        o.put("size", random.nextInt(3)).put("color", random.nextInt(3)).put("varnish", random.nextInt(2));
        ArrayNode machines = o.putArray("resources");
        ArrayNode times = o.putArray("time");
        int one = 1 + random.nextInt(MACHINES);
        machines.add(one);
        times.add(4 + random.nextInt(9));
        if (!fixed && id != 4) {
            machines.add(one % MACHINES + 1);
            times.add(4 + random.nextInt(9));
        }
        ArrayNode successors = o.putArray("sucessors");
        if (id < first + 2) {
            successors.add(first + 2);
        }
    }

    private void solve(Shop shop) {
        ArrayNode rows = plan.putArray("operations");
        Map<Integer, ShopRules.Row> last = new HashMap<>();
        Map<Integer, ShopRules.Row> done = new HashMap<>();
        for (Shop.Step step : shop.operations().values()) {
            int machine = step.times().keySet().stream()
                    .skip(random.nextInt(step.times().size()))
                    .findFirst()
                    .orElseThrow();
            ShopRules.Row row = earliest(shop, step, machine, last.get(machine), done);
            last.put(machine, row);
            done.put(step.id(), row);
            rows.addObject()
                    .put("job", row.job())
                    .put("operation", row.operation())
                    .put("resource", row.resource())
                    .put("setupStart", (int) row.setupStart())
                    .put("start", (int) row.start())
                    .put("end", (int) row.end());
        }
    }

    private static ShopRules.Row earliest(
            Shop shop, Shop.Step step, int machine, ShopRules.Row before, Map<Integer, ShopRules.Row> done) {
        Shop.Resource resource = shop.resources().get(machine);
        int setup =
                resource.setupBefore(before == null ? null : shop.operations().get(before.operation()), step);
        for (long start = Math.max(0, step.fixedStart()); ; start++) {
            long end = resource.windows().whenDone(start, step.times().get(machine));
            ShopRules.Row row = new ShopRules.Row(step.job(), step.id(), machine, start - setup, start, end);
            if ((before == null || row.setupStart() >= before.end())
                    && row.setupStart() >= 0
                    && start >= step.release()
                    && resource.windows().open(start)
                    && resource.windows().workBetween(row.setupStart(), start) == setup
                    && predecessorsAllow(shop, row, done)) {
                return row;
            }
        }
    }

    private static boolean predecessorsAllow(Shop shop, ShopRules.Row row, Map<Integer, ShopRules.Row> done) {
        return done.values().stream()
                .filter(p -> shop.operations().get(p.operation()).successors().contains(row.operation()))
                .allMatch(p -> {
                    Shop.Step step = shop.operations().get(p.operation());
                    int units = step.unitsBeforeSuccessor(step.times().get(p.resource()));
                    long ready = shop.resources().get(p.resource()).windows().whenDone(p.start(), units);
                    return row.start() >= ready && row.end() >= p.end();
                });
    }
}
