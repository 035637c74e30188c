package vn.nhain.scheduler.race.events;

import java.util.List;
import java.util.function.Predicate;
import vn.nhain.scheduler.api.PlannedOperation;
import vn.nhain.scheduler.api.PlantEvent;
import vn.nhain.scheduler.api.ScheduleRequest;

/**
 * Something that happens.
 *
 * @param kind what sort of thing, such as {@code machine-down}
 * @param events what the scheduler is told; none for the control, in which nothing happens
 * @param touches operations of the plan in force that have to do with it
 */
record Happening(String kind, List<PlantEvent> events, Predicate<PlannedOperation> touches) {
    /** The control: what a search moves and wins with no cause at all. */
    static final Happening NOTHING = new Happening("nothing", List.of(), o -> false);

    Happening {
        events = List.copyOf(events);
    }

    static Happening of(String kind, PlantEvent event, Predicate<PlannedOperation> touches) {
        return new Happening(kind, List.of(event), touches);
    }

    ScheduleRequest applyTo(ScheduleRequest request) {
        ScheduleRequest after = request;
        for (PlantEvent event : events) {
            after = event.applyTo(after);
        }
        return after;
    }
}
