package vn.nhain.edge._bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A Java process with this class path, and what Linux says about it. */
final class ChildProcess implements AutoCloseable {
    /** Linux counts processor time in hundredths of a second on every machine that we know. */
    private static final double TICKS_PER_SECOND = 100;

    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;

    ChildProcess(List<String> options, String main, List<String> args, Path errors) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), main));
        command.addAll(args);
        process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        out = process.inputReader(StandardCharsets.UTF_8);
        in = process.outputWriter(StandardCharsets.UTF_8);
    }

    String readLine() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("The process has ended.");
        }
        return line;
    }

    String ask() throws IOException {
        in.newLine();
        in.flush();
        return readLine();
    }

    /** Processor seconds of all its threads so far. */
    double cpuSeconds() throws IOException {
        return cpuSeconds(process.pid());
    }

    /** The same of any process. */
    static double cpuSeconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** Its threads that used the most processor time, with that time in seconds. */
    List<String> busiestThreads() throws IOException {
        List<String> threads = new ArrayList<>();
        try (var tasks = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
            for (Path task : tasks.toList()) {
                String stat = Files.readString(task.resolve("stat"));
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                double seconds = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
                String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
                threads.add(String.format(Locale.ROOT, "%8.2f s %s", seconds, name));
            }
        }
        threads.sort(Comparator.reverseOrder());
        return threads.subList(0, Math.min(10, threads.size()));
    }

    /** Memory in MiB: {@code VmRSS} now, {@code VmHWM} the most so far. */
    long memoryMiB(String field) throws IOException {
        return memoryMiB(process.pid(), field);
    }

    /** The same of any process. */
    static long memoryMiB(long pid, String field) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
            if (line.startsWith(field + ":")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new IOException("Linux does not tell " + field);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
