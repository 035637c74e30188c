package vn.nhain.scheduler.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the published files of the Online Printing Shop problem (Lunardi et al. 2020, arXiv 2006.13064). Stops at the first
 * mistake: whoever wants them all asks the solver.
 */
final class OpsShopReader {
    private OpsShopReader() {}

    static Shop read(Path file) throws IOException {
        try {
            return shop(StrictJson.JSON.readTree(StrictJson.text(file)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IOException("The file (%s) is not an ops problem: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Shop shop(JsonNode root) {
        Map<Integer, Shop.Resource> resources = new TreeMap<>();
        for (JsonNode r : StrictJson.list(root, "resources")) {
            once(resources.put(id(r), resource(r)) == null, "resource id", id(r));
        }
        Map<Integer, Shop.Step> steps = new TreeMap<>();
        Set<Integer> jobs = new HashSet<>();
        for (JsonNode job : StrictJson.list(root, "jobs")) {
            once(jobs.add(id(job)), "job id", id(job));
            for (JsonNode o : StrictJson.list(job, "topology")) {
                once(steps.put(id(o), step(id(job), o)) == null, "operation id", id(o));
            }
        }
        steps.values().forEach(step -> known(step, resources, steps));
        return new Shop(resources, steps);
    }

    private static void once(boolean first, String what, int id) {
        if (!first) {
            throw new IllegalArgumentException("the %s (%d) is used twice".formatted(what, id));
        }
    }

    private static void known(Shop.Step step, Map<Integer, Shop.Resource> resources, Map<Integer, Shop.Step> steps) {
        if (step.times().isEmpty()
                || !resources.keySet().containsAll(step.times().keySet())
                || !steps.keySet().containsAll(step.successors())) {
            throw new IllegalArgumentException(
                    "operation (%d) names no resource, or a resource or successor that does not exist"
                            .formatted(step.id()));
        }
    }

    private static int id(JsonNode node) {
        return StrictJson.whole(node.required("id"), "id", 0, Integer.MAX_VALUE);
    }

    private static Shop.Resource resource(JsonNode r) {
        JsonNode size = StrictJson.list(r, "setup_size");
        if (size.size() != 2) {
            throw new IllegalArgumentException("setup_size (%s) must be two numbers".formatted(size));
        }
        return new Shop.Resource(
                windows(StrictJson.list(r, "availability")),
                StrictJson.whole(size.get(0), "setup_size", 0, 1 << 29),
                StrictJson.whole(size.get(1), "setup_size", 0, 1 << 29),
                StrictJson.whole(r, "setup_color", 0),
                StrictJson.whole(r, "setup_varnish", 0));
    }

    private static Windows windows(JsonNode bounds) {
        if (bounds.isEmpty()) {
            return Windows.ALWAYS;
        }
        if (bounds.size() % 2 != 0) {
            throw new IllegalArgumentException("availability (%s) must be pairs".formatted(bounds));
        }
        List<Windows.Window> list = new ArrayList<>();
        int least = 0;
        for (int i = 0; i < bounds.size(); i += 2) {
            int from = StrictJson.whole(bounds.get(i), "availability", least, 1 << 29);
            int to = StrictJson.whole(bounds.get(i + 1), "availability", from + 1, 1 << 29);
            list.add(new Windows.Window(from, i + 2 == bounds.size() ? Long.MAX_VALUE : to));
            least = to + 1;
        }
        return new Windows(list);
    }

    private static Shop.Step step(int job, JsonNode o) {
        JsonNode machines = StrictJson.list(o, "resources");
        JsonNode minutes = StrictJson.list(o, "time");
        if (machines.size() != minutes.size()) {
            throw new IllegalArgumentException("operation (%d) must have a time for each resource".formatted(id(o)));
        }
        Map<Integer, Integer> times = new TreeMap<>();
        for (int i = 0; i < machines.size(); i++) {
            int machine = StrictJson.whole(machines.get(i), "resources", 0, Integer.MAX_VALUE);
            once(times.put(machine, StrictJson.whole(minutes.get(i), "time", 1, 1 << 29)) == null, "resource", machine);
        }
        List<Integer> successors = new ArrayList<>();
        StrictJson.list(o, "sucessors")
                .forEach(s -> successors.add(StrictJson.whole(s, "sucessors", 0, Integer.MAX_VALUE)));
        return new Shop.Step(
                job,
                id(o),
                StrictJson.whole(o, "starting", -1),
                StrictJson.whole(o, "release", 0),
                overlap(o.required("overlap")),
                StrictJson.whole(o, "size", 0),
                StrictJson.whole(o, "color", 0),
                StrictJson.whole(o, "varnish", 0),
                times,
                successors);
    }

    private static int overlap(JsonNode value) {
        if (!value.isNumber() || !(value.doubleValue() >= 0.001 && value.doubleValue() <= 1)) {
            throw new IllegalArgumentException("overlap is (%.40s) but must be from 0.001 to 1".formatted(value));
        }
        return (int) (1000 * value.doubleValue());
    }
}
