package vn.nhain.scheduler.check;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Reads the classic text form of the flexible job shop: {@code jobs machines}, then a line a job with the number of
 * operations and, for each, the number of machines and pairs {@code machine time}. In plans, jobs and operations count from
 * 1 (operations through all jobs in file order), machines are named as in the file.
 */
final class FjsShopReader {
    private FjsShopReader() {}

    static Shop read(String text) throws IOException {
        String[] lines = text.strip().split("\\R", -1);
        int[] head = numbers(lines[0], 2);
        Map<Integer, Shop.Resource> resources = new TreeMap<>();
        Map<Integer, Shop.Step> steps = new TreeMap<>();
        for (int job = 1; job <= head[0]; job++) {
            if (job >= lines.length) {
                throw new IOException(
                        "The file has %d jobs, not %d as its first line says.".formatted(job - 1, head[0]));
            }
            readJob(job, new Scanner(lines[job]), steps);
        }
        steps.values().forEach(step -> step.times()
                .keySet()
                .forEach(machine -> resources.put(machine, new Shop.Resource(Windows.ALWAYS, 0, 0, 0, 0))));
        return new Shop(resources, steps);
    }

    private static void readJob(int job, Scanner line, Map<Integer, Shop.Step> steps) throws IOException {
        int count = next(line, job);
        for (int k = 1; k <= count; k++) {
            Map<Integer, Integer> times = new TreeMap<>();
            int choices = next(line, job);
            for (int c = 0; c < choices; c++) {
                times.put(next(line, job), next(line, job));
            }
            int id = steps.size() + 1;
            List<Integer> successors = k < count ? List.of(id + 1) : List.of();
            steps.put(id, new Shop.Step(job, id, -1, 0, 1000, 0, 0, 0, times, successors));
        }
    }

    private static int next(Scanner line, int job) throws IOException {
        if (!line.hasNextInt()) {
            throw new IOException(
                    "The line of job %d ends too early or holds something that is no integer.".formatted(job));
        }
        return line.nextInt();
    }

    private static int[] numbers(String line, int atLeast) throws IOException {
        int[] numbers = IntStream.of(new Scanner(line)
                        .tokens()
                        .filter(token -> token.matches("\\d+"))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toArray();
        if (numbers.length < atLeast) {
            throw new IOException("The first line (%s) must be the numbers of jobs and machines.".formatted(line));
        }
        return numbers;
    }
}
