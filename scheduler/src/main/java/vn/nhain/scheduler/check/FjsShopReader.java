package vn.nhain.scheduler.check;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.TreeMap;

/**
 * Reads the classic text form of the flexible job shop: {@code jobs machines}, then a line a job with the number of
 * operations and, for each, the number of machines and pairs {@code machine time}. In plans, jobs and operations count from
 * 1 (operations through all jobs in file order), machines are named as in the file. Stops at the first mistake.
 */
final class FjsShopReader {
    private FjsShopReader() {}

    static Shop read(String text) throws IOException {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        Scanner head = new Scanner(lines.isEmpty() ? "" : lines.get(0));
        int jobs = next(head, "the first line", 1, 1 << 29);
        int machines = next(head, "the first line", 1, 1 << 29);
        if (head.hasNext("[0-9.,]+")) {
            head.next(); // the mean number of machines, which some files carry
        }
        end(head, "the first line");
        if (lines.size() != jobs + 1) {
            throw new IOException(
                    "The file has %d jobs, not %d as its first line says.".formatted(lines.size() - 1, jobs));
        }
        Map<Integer, Shop.Resource> resources = new TreeMap<>();
        Map<Integer, Shop.Step> steps = new TreeMap<>();
        for (int job = 1; job <= jobs; job++) {
            readJob(job, machines, new Scanner(lines.get(job)), steps);
        }
        steps.values().forEach(step -> step.times()
                .keySet()
                .forEach(machine -> resources.put(machine, new Shop.Resource(Windows.ALWAYS, 0, 0, 0, 0))));
        return new Shop(resources, steps);
    }

    private static void readJob(int job, int machines, Scanner line, Map<Integer, Shop.Step> steps) throws IOException {
        String where = "the line of job " + job;
        int count = next(line, where, 1, 1 << 29);
        for (int k = 1; k <= count; k++) {
            Map<Integer, Integer> times = new TreeMap<>();
            int choices = next(line, where, 1, machines);
            for (int c = 0; c < choices; c++) {
                int machine = next(line, where, 0, machines - 1);
                if (times.put(machine, next(line, where, 1, 1 << 29)) != null) {
                    throw new IOException("In %s, an operation names machine %d twice.".formatted(where, machine));
                }
            }
            int id = steps.size() + 1;
            List<Integer> successors = k < count ? List.of(id + 1) : List.of();
            steps.put(id, new Shop.Step(job, id, -1, 0, 1000, 0, 0, 0, times, successors));
        }
        end(line, where);
    }

    private static int next(Scanner line, String where, int least, int most) throws IOException {
        String token = line.hasNext() ? line.next() : "nothing";
        if (token.matches("\\d{1,9}")) {
            int value = Integer.parseInt(token);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw new IOException(
                "In %s is (%.40s) where a whole number from %d to %d must be.".formatted(where, token, least, most));
    }

    private static void end(Scanner line, String where) throws IOException {
        if (line.hasNext()) {
            throw new IOException("In %s, (%.40s) is too much.".formatted(where, line.next()));
        }
    }
}
