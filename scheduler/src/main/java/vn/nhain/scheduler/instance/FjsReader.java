package vn.nhain.scheduler.instance;

import java.util.BitSet;
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
 * operations, and for each the number of machines and so many pairs {@code machine time}; machines from 0. Many published
 * files carry the mean number of machines of an operation as a third number of the first line; it says nothing new.
 */
final class FjsReader {
    /** More than any published instance has; guards the memory against a slip in the first line. */
    private static final int MOST = 100_000;

    private final String name;
    private final Mistakes mistakes = new Mistakes();

    FjsReader(String name) {
        this.name = name;
    }

    Instance read(String text) throws InstanceException {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        Numbers first = new Numbers(lines.isEmpty() ? "" : lines.get(0), "the first line");
        int jobs = first.next("the number of jobs", 1, MOST);
        int machines = first.next("the number of machines", 1, MOST);
        first.endAfterMean();
        if (!mistakes.isEmpty()) {
            throw mistakes.exception();
        }
        if (lines.size() - 1 != jobs) {
            mistakes.add(
                    "The first line of %s names %d jobs, but %d lines of jobs follow. Give it a line for each job.",
                    name, jobs, lines.size() - 1);
        }
        ProblemBuilder builder = Problem.builder(Objective.MAKESPAN);
        for (int k = 0; k < machines; k++) {
            builder.addMachine(MachineCalendar.ALWAYS, SetupTable.NONE);
        }
        int operations = 0;
        for (int j = 0; j < Math.min(jobs, lines.size() - 1); j++) {
            operations += addJob(builder, new Numbers(lines.get(j + 1), "job " + (j + 1)), j + 1, machines);
        }
        return build(builder, machines, jobs, operations);
    }

    private int addJob(ProblemBuilder builder, Numbers line, int j, int machines) {
        int job = builder.addJob(0, 0);
        int count = line.next("the number of operations", 1, MOST);
        int before = -1;
        for (int i = 1; i <= count && line.isGood(); i++) {
            int o = builder.addOperation("job %d operation %d".formatted(j, i), job, 0, Problem.FREE, 1000);
            addChoices(builder, line, o, i, machines);
            if (before >= 0) {
                builder.addPrecedence(before, o, 0);
            }
            before = o;
        }
        line.end();
        return count;
    }

    private void addChoices(ProblemBuilder builder, Numbers line, int o, int i, int machines) {
        int choices = line.next("the number of machines of operation " + i, 1, machines);
        BitSet named = new BitSet();
        for (int c = 0; c < choices && line.isGood(); c++) {
            int machine = line.next("a machine of operation " + i, 0, machines - 1);
            int time = line.next("a time of operation " + i, 1, Problem.MAX_TIME - 1);
            if (!line.isGood()) {
                return;
            }
            if (named.get(machine)) {
                line.bad("operation %d names machine %d twice. Name it once.".formatted(i, machine));
                return;
            }
            named.set(machine);
            builder.addEligible(o, machine, time, 0, 0);
        }
    }

    private Instance build(ProblemBuilder builder, int machines, int jobs, int operations) throws InstanceException {
        if (!mistakes.isEmpty()) {
            throw mistakes.exception();
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
            mistakes.addAll(e.mistakes());
            throw mistakes.exception();
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
            bad("%s is (%s) but must be a whole number from %d to %d."
                    .formatted(what, Mistakes.shown(token), least, most));
            return least;
        }

        /** Notes what the line has too many. */
        void end() {
            if (good && tokens.hasMoreTokens()) {
                bad(
                        "%d numbers follow after the last operation, from (%s) on. Remove them, or count the operations anew."
                                .formatted(tokens.countTokens(), Mistakes.shown(tokens.nextToken())));
            }
        }

        /** The end of the first line, before which one more number may stand. */
        void endAfterMean() {
            String mean = good && tokens.hasMoreTokens() ? tokens.nextToken() : "0";
            if (!mean.matches("[0-9]{1,6}([.,][0-9]{1,9})?")) {
                bad("the mean number of machines is (%s) but must be a number, or nothing."
                        .formatted(Mistakes.shown(mean)));
            }
            if (good && tokens.hasMoreTokens()) {
                bad("%d numbers follow after the first three, from (%s) on. Remove them."
                        .formatted(tokens.countTokens(), Mistakes.shown(tokens.nextToken())));
            }
        }

        /** Notes a mistake; of a line only the first, since what follows has lost its place. */
        void bad(String what) {
            if (good) {
                mistakes.add("In %s of %s, %s", where, name, what);
            }
            good = false;
        }
    }
}
