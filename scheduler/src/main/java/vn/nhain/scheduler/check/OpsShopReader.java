package vn.nhain.scheduler.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the published files of the Online Printing Shop problem (Lunardi et al. 2020, arXiv 2006.13064). */
final class OpsShopReader {
    private OpsShopReader() {}

    static Shop read(Path file) throws IOException {
        try {
            JsonNode root = new ObjectMapper().readTree(file.toFile());
            Map<Integer, Shop.Resource> resources = new TreeMap<>();
            for (JsonNode r : root.required("resources")) {
                resources.put(r.required("id").asInt(), resource(r));
            }
            Map<Integer, Shop.Step> steps = new TreeMap<>();
            for (JsonNode job : root.required("jobs")) {
                for (JsonNode o : job.required("topology")) {
                    steps.put(o.required("id").asInt(), step(job.required("id").asInt(), o));
                }
            }
            return new Shop(resources, steps);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IOException("The file (%s) is not an ops problem: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Shop.Resource resource(JsonNode r) {
        JsonNode size = r.required("setup_size");
        return new Shop.Resource(
                windows(r.required("availability")),
                size.required(0).asInt(),
                size.required(1).asInt(),
                r.required("setup_color").asInt(),
                r.required("setup_varnish").asInt());
    }

    private static Windows windows(JsonNode bounds) {
        if (bounds.isEmpty()) {
            return Windows.ALWAYS;
        }
        List<Windows.Window> list = new ArrayList<>();
        for (int i = 0; i + 1 < bounds.size(); i += 2) {
            boolean last = i + 3 >= bounds.size();
            list.add(new Windows.Window(
                    bounds.get(i).asLong(),
                    last ? Long.MAX_VALUE : bounds.get(i + 1).asLong()));
        }
        return new Windows(list);
    }

    private static Shop.Step step(int job, JsonNode o) {
        Map<Integer, Integer> times = new TreeMap<>();
        for (int i = 0; i < o.required("resources").size(); i++) {
            times.put(
                    o.get("resources").get(i).asInt(),
                    o.required("time").required(i).asInt());
        }
        List<Integer> successors = new ArrayList<>();
        o.required("sucessors").forEach(s -> successors.add(s.asInt()));
        return new Shop.Step(
                job,
                o.required("id").asInt(),
                o.required("starting").asInt(),
                o.required("release").asInt(),
                (int) (1000 * o.required("overlap").asDouble()),
                o.required("size").asInt(),
                o.required("color").asInt(),
                o.required("varnish").asInt(),
                times,
                successors);
    }
}
