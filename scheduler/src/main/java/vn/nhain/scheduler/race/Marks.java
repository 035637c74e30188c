package vn.nhain.scheduler.race;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import vn.nhain.scheduler.instance.Instance;
import vn.nhain.scheduler.instance.PlanWriter;
import vn.nhain.scheduler.search.Assignment;

/**
 * A contender's plans at its marks: the last plan that was told before a mark's CPU seconds were used. A plan that is told
 * later, even by a little, counts for the next mark. Thread-safe.
 */
public final class Marks {
    private final Instance instance;
    private final String out;
    private final List<Integer> marks;
    private final DoubleSupplier cpuSeconds;

    private final List<String> words = new ArrayList<>();
    private @Nullable Assignment best;
    private double bestCpu;
    private int next;

    /**
     * Marks that are all ahead.
     *
     * @param out plans go to {@code out.MARK.json}
     * @param marks CPU seconds of a thread, rising
     * @param cpuSeconds CPU seconds that a thread used so far, on average
     */
    public Marks(Instance instance, String out, List<Integer> marks, DoubleSupplier cpuSeconds) {
        this.instance = instance;
        this.out = out;
        this.marks = List.copyOf(marks);
        this.cpuSeconds = cpuSeconds;
    }

    /**
     * Takes a plan, or looks at the time only. A plan that is not better than the best so far is left out.
     *
     * @return whether the last mark is passed
     */
    public synchronized boolean tell(@Nullable Assignment plan) throws IOException {
        double cpu = cpuSeconds.getAsDouble();
        while (next < marks.size() && cpu > marks.get(next)) {
            pass(cpu);
        }
        if (plan != null && plan.feasible() && (best == null || plan.objective() < best.objective())) {
            if (best == null) {
                words.add(String.format(Locale.ROOT, "first=%.3f", cpu));
            }
            best = plan;
            bestCpu = cpu;
        }
        return next == marks.size();
    }

    /** Passes the marks that are left, as a contender does that ends before them. */
    public synchronized void end() throws IOException {
        while (next < marks.size()) {
            pass(cpuSeconds.getAsDouble());
        }
        if (best != null) {
            words.add(String.format(Locale.ROOT, "bestAt=%.2f", bestCpu));
        }
    }

    private void pass(double cpu) throws IOException {
        int mark = marks.get(next++);
        words.add(String.format(Locale.ROOT, "cpu%d=%.2f", mark, cpu));
        if (best != null) {
            words.add("ts%d=%d".formatted(mark, best.objective()));
            PlanWriter.write(instance, best, Path.of(out + "." + mark + ".json"));
        }
    }

    /** What is known of the marks, as words of the line that begins with RESULT. */
    public synchronized String words() {
        return String.join(" ", words);
    }
}
