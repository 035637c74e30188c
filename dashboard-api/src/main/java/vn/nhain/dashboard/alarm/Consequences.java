package vn.nhain.dashboard.alarm;

import java.util.List;
import java.util.Map;

/** What a machine's trouble does to orders; known by the plan. */
public interface Consequences {
    /** Orders that will be late though the plan had them in time, by the machine that is behind. */
    Map<String, List<String>> newlyLateByMachine();
}
