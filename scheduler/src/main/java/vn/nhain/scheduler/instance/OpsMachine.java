package vn.nhain.scheduler.instance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhain.scheduler.kernel.problem.MachineCalendar;
import vn.nhain.scheduler.kernel.problem.Problem;
import vn.nhain.scheduler.kernel.problem.SetupTable;

/** A resource of a print-shop problem, and the looks that may come on it. */
final class OpsMachine {
    private static final int MOST = Problem.MAX_TIME - 1;
    /** Entries of all setup tables together; 16 bytes each. */
    private static final long MOST_SETUPS = 30_000_000;

    private final MachineCalendar calendar;
    private final int smaller;
    private final int larger;
    private final int color;
    private final int varnish;
    private final Map<OpsLook, Integer> classByLook = new HashMap<>();
    private final List<OpsLook> looks = new ArrayList<>();

    private OpsMachine(MachineCalendar calendar, int smaller, int larger, int color, int varnish) {
        this.calendar = calendar;
        this.smaller = smaller;
        this.larger = larger;
        this.color = color;
        this.varnish = varnish;
    }

    static OpsMachine read(Item resource, Mistakes mistakes) {
        int[] size = resource.wholes("setup_size", 0, MOST);
        if (size.length != 2) {
            mistakes.add(
                    "The setup_size of %s has %d numbers. Give it two: for a smaller and for a larger size.",
                    resource.name(), size.length);
        }
        int smaller = size.length > 0 ? size[0] : 0;
        int larger = size.length > 1 ? size[1] : 0;
        int color = resource.whole("setup_color", 0, MOST);
        int varnish = resource.whole("setup_varnish", 0, MOST);
        long most = (long) Math.max(smaller, larger) + color + varnish;
        if (most > MOST) {
            mistakes.add(
                    "The set-ups of %s take (%d) time units together and must stay below %d. Use a coarser unit.",
                    resource.name(), most, Problem.MAX_TIME);
            return new OpsMachine(calendar(resource, mistakes), 0, 0, 0, 0);
        }
        return new OpsMachine(calendar(resource, mistakes), smaller, larger, color, varnish);
    }

    private static MachineCalendar calendar(Item resource, Mistakes mistakes) {
        int[] flat = resource.wholes("availability", 0, MOST);
        if (flat.length % 2 != 0) {
            mistakes.add(
                    "The availability of %s has %d numbers. Give it pairs of begin and end.",
                    resource.name(), flat.length);
            return MachineCalendar.ALWAYS;
        }
        List<MachineCalendar.Window> windows = new ArrayList<>();
        for (int i = 0; i < flat.length; i += 2) {
            if (flat[i + 1] <= flat[i] || (i > 0 && flat[i] <= flat[i - 1])) {
                mistakes.add(
                        "The availability of %s is wrong at (%d, %d). Its numbers must rise all the way.",
                        resource.name(), flat[i], flat[i + 1]);
                return MachineCalendar.ALWAYS;
            }
            windows.add(new MachineCalendar.Window(flat[i], flat[i + 1]));
        }
        return windows.isEmpty() ? MachineCalendar.ALWAYS : MachineCalendar.of(windows);
    }

    /** Refuses looks in such number that their setup tables would fill the memory. */
    static void requireRoom(List<OpsMachine> machines, Mistakes mistakes) {
        long setups = 0;
        long most = 0;
        for (OpsMachine machine : machines) {
            long looks = machine.looks.size();
            setups += looks * (looks + 1);
            most = Math.max(most, looks);
        }
        if (setups > MOST_SETUPS) {
            mistakes.add(
                    "The operations have up to (%d) combinations of size, color and varnish on a resource, which makes %d"
                            + " set-ups in all; at most %d are supported. Round sizes, or split the problem.",
                    most, setups, MOST_SETUPS);
        }
    }

    /** Notes that a look may come. */
    void register(OpsLook look) {
        if (classByLook.putIfAbsent(look, looks.size()) == null) {
            looks.add(look);
        }
    }

    /** The setup class of a look that may come. */
    int setupClass(OpsLook look) {
        return classByLook.getOrDefault(look, 0);
    }

    /** Whether it works in the time unit that begins then. */
    boolean isOpenAt(int time) {
        return calendar.timeOf(calendar.unitAtOrAfter(time)) == time;
    }

    MachineCalendar calendar() {
        return calendar;
    }

    /** The setup table of all that may come. */
    SetupTable setups() {
        return looks.isEmpty() ? SetupTable.NONE : new SetupTable(looks.size(), this::minutes, (from, to) -> 0);
    }

    private int minutes(int from, int to) {
        if (from == SetupTable.INITIAL) {
            return Math.max(smaller, larger) + color + varnish;
        }
        OpsLook a = looks.get(from);
        OpsLook b = looks.get(to);
        int bySize = Integer.compare(a.size(), b.size());
        return (bySize > 0 ? smaller : bySize < 0 ? larger : 0)
                + (a.color() == b.color() ? 0 : color)
                + (a.varnish() == b.varnish() ? 0 : varnish);
    }
}
