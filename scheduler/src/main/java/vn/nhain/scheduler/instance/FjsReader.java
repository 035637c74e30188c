package vn.nhain.scheduler.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.stream.IntStream;
import vn.nhain.scheduler.kernel.problem.InvalidProblemException;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Objective;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.ProblemBuilder;
import vn.nhain.scheduler.kernel.problem.SetupTable;

/**
 * Reads the text form of the flexible job shop: a first line {@code jobs machines}, then a line a job: its number of
 * operations, and for each the number of machines and so many pairs {@code machine time}; machines from 0.
 */
final class FjsReader {
    /** More than any published instance has; guards the memory against a slip in the first line. */
    private static final int MOST = 100_000;

    private final String name;
    private final List<String> mistakes = new ArrayList<>();

    FjsReader(String name) {
        this.name = name;
    }

    Instance read(String text) throws InstanceException {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        Numbers first = new Numbers(lines.isEmpty() ? "" : lines.get(0), "the first line");
        int jobs = first.next("the number of jobs", 1, MOST);
        int machines = first.next("the number of machines", 1, MOST);
        if (!mistakes.isEmpty()) {
            throw new InstanceException(mistakes);
        }
        if (lines.size() - 1 < jobs) {
            mistakes.add("%s names %d jobs but has %d lines of jobs.".formatted(name, jobs, lines.size() - 1));
        }
        ProblemBuilder builder = Problem.builder(Objective.MAKESPAN);
        for (int k = 0; k < machines; k++) {
            builder.addMachine(MachineCalendar.ALWAYS, SetupTable.NONE);
        }
        int operations = 0;
        for (int j = 0; j < Math.min(jobs, lines.size() - 1); j++) {
            operations += addJob(builder, new Numbers(lines.get(j + 1), "job " + j), j, machines);
        }
        return build(builder, machines, jobs, operations);
    }

    private int addJob(ProblemBuilder builder, Numbers line, int j, int machines) {
        int job = builder.addJob(0, 0);
        int count = line.next("the number of operations", 1, MOST);
        int before = -1;
        for (int i = 0; i < count && line.isGood(); i++) {
            int o = builder.addOperation("job %d operation %d".formatted(j, i), job, 0, Problem.FREE, 1000);
            int choices = line.next("the number of machines of operation " + i, 1, machines);
            for (int c = 0; c < choices && line.isGood(); c++) {
                int machine = line.next("a machine of operation " + i, 0, machines - 1);
                int time = line.next("a time of operation " + i, 1, Problem.MAX_TIME - 1);
                if (line.isGood()) {
                    builder.addEligible(o, machine, time, 0, 0);
                }
            }
            if (before >= 0) {
                builder.addPrecedence(before, o, 0);
            }
            before = o;
        }
        return count;
    }

    private Instance build(ProblemBuilder builder, int machines, int jobs, int operations) throws InstanceException {
        if (!mistakes.isEmpty()) {
            throw new InstanceException(mistakes);
        }
        try {
            return new Instance(
                    name,
                    builder.build(),
                    IntStream.range(0, machines).toArray(),
                    // the file numbers machines from 0 and names nothing else; plans count jobs and operations from 1
                    IntStream.rangeClosed(1, jobs).toArray(),
                    IntStream.rangeClosed(1, operations).toArray());
        } catch (InvalidProblemException e) {
            throw new InstanceException(e.mistakes());
        }
    }

    /** The whole numbers of a line; after the first mistake it yields the least that is allowed. */
    private final class Numbers {
        private final StringTokenizer tokens;
        private final String where;
        private boolean good = true;

        Numbers(String line, String where) {
            this.tokens = new StringTokenizer(line);
            this.where = where;
        }

        boolean isGood() {
            return good;
        }

        int next(String what, int least, int most) {
            String token = tokens.hasMoreTokens() ? tokens.nextToken() : "nothing";
            try {
                int value = Integer.parseInt(token);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // told below, with the number that is out of range
            }
            if (good) {
                mistakes.add("In %s of %s, %s is (%s) but must be a whole number from %d to %d."
                        .formatted(where, name, what, token, least, most));
            }
            good = false;
            return least;
        }
    }
}
