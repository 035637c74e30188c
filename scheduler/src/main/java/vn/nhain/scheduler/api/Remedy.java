package vn.nhain.scheduler.api;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What could be done about a late order, and what it would do to the whole plan, against planning again for as long with
 * nothing changed; where that helps by itself it is the first remedy, against the plan as it is. Nothing is done: people
 * decide.
 *
 * @param code {@code again first overtime machine split paper}
 * @param what a sentence in both languages; its code is {@code code}
 * @param end plant time at which the order would end
 * @param lateMinutes its lateness then
 * @param gainedMinutes how much less late it would be than without the remedy
 * @param figures the whole plan then
 * @param changeByLine VND by name of the line, more than without the remedy; negative where it saves
 * @param changeVnd the sum of these
 * @param otherLateMinutes minutes that other orders would be late more, in sum; negative when less
 * @param changes how many operations would move
 */
public record Remedy(
        String code,
        Reason what,
        Instant end,
        long lateMinutes,
        long gainedMinutes,
        Figures figures,
        Map<String, Double> changeByLine,
        double changeVnd,
        long otherLateMinutes,
        PlanChanges changes) {
    public Remedy {
        changeByLine = Collections.unmodifiableMap(new LinkedHashMap<>(changeByLine));
    }
}
