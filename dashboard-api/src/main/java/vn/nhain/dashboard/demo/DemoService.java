package vn.nhain.dashboard.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhain.dashboard.audit.AuditLog;
import vn.nhain.dashboard.demo.api.DemoView;
import vn.nhain.dashboard.plan.Automation;
import vn.nhain.dashboard.plan.Repairs;
import vn.nhain.dashboard.problem.BadParameterException;
import vn.nhain.dashboard.problem.NotFoundException;
import vn.nhain.dashboard.stock.StockService;
import vn.nhain.plant.Plant;
import vn.nhain.plant.material.StockLot;

/** The buttons of a demonstration. Every call is refused as not found outside of one. Thread-safe. */
public final class DemoService {
    private static final int MINUTES = 60;
    private static final int MOST_MINUTES = 7 * 24 * 60;
    private static final int MOST_HOURS = 14 * 24;

    private final Optional<DemoControls> controls;
    private final Plant plant;
    private final Automation automation;
    private final StockService stock;
    private final Repairs repairs;
    private final AuditLog audit;
    private final Clock plantClock;

    public DemoService(
            Optional<DemoControls> controls,
            Plant plant,
            Automation automation,
            StockService stock,
            Repairs repairs,
            AuditLog audit,
            Clock plantClock) {
        this.controls = controls;
        this.plant = plant;
        this.automation = automation;
        this.stock = stock;
        this.repairs = repairs;
        this.audit = audit;
        this.plantClock = plantClock;
    }

    /** How it stands. */
    public DemoView view() {
        DemoControls demo = demo();
        Instant now = plantClock.instant();
        Set<String> coming = stock.listLots().stream()
                .filter(l -> l.usableFrom().isAfter(now))
                .map(StockLot::materialId)
                .collect(Collectors.toSet());
        List<DemoView.MaterialName> materials = plant.materials().stream()
                .filter(m -> coming.contains(m.id()))
                .map(m -> new DemoView.MaterialName(m.id(), m.name()))
                .toList();
        return new DemoView(demo.speed(), automation.isOn(), demo.scenario(), demo.scenarios(), materials);
    }

    /** Changes the speed. */
    public DemoView setSpeed(double speed, String who) {
        DemoControls demo = demo();
        double before = demo.speed();
        try {
            demo.setSpeed(speed);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("speed", String.valueOf(e.getMessage()));
        }
        audit.record(who, "demo.speed", "plant clock", Double.toString(before), Double.toString(speed));
        return view();
    }

    /** Switches auto-release. */
    public DemoView setAutoRelease(boolean on, String who) {
        demo();
        automation.set(on, who);
        return view();
    }

    /** Breaks a machine; {@code minutes} null for an hour. */
    public DemoView breakMachine(@Nullable String machineId, @Nullable Integer minutes, String who) {
        DemoControls demo = demo();
        if (machineId == null || plant.findMachine(machineId).isEmpty()) {
            throw new BadParameterException(
                    "machineId", "The machineId (%s) must be a machine of the plant.".formatted(machineId));
        }
        int length = minutes == null ? MINUTES : minutes;
        checkRange("minutes", length, MOST_MINUTES);
        demo.breakMachine(machineId, length);
        repairs.expect(machineId, plantClock.instant().plus(Duration.ofMinutes(length)));
        audit.record(who, "demo.break", machineId, "", length + " min");
        return view();
    }

    /** Puts off the deliveries of a paper. */
    public DemoView delayPaper(@Nullable String materialId, int hours, String who) {
        demo();
        if (materialId == null || plant.findMaterial(materialId).isEmpty()) {
            throw new BadParameterException(
                    "materialId", "The materialId (%s) must be a material of the plant.".formatted(materialId));
        }
        checkRange("hours", hours, MOST_HOURS);
        stock.delayArrivals(materialId, Duration.ofHours(hours), who);
        automation.event("paper late: " + materialId);
        return view();
    }

    /** Puts off the deliveries of the paper that is awaited next; nothing happens when none is. */
    public void delayNextPaper(int hours, String who) {
        Instant now = plantClock.instant();
        stock.listLots().stream()
                .filter(l -> l.usableFrom().isAfter(now))
                .min(Comparator.comparing(StockLot::usableFrom))
                .ifPresent(lot -> delayPaper(lot.materialId(), hours, who));
    }

    /** Begins again from the start. */
    public DemoView reset(String who) {
        DemoControls demo = demo();
        DemoView view = view();
        audit.record(who, "demo.reset", "demonstration", "", "");
        demo.reset();
        return view;
    }

    private DemoControls demo() {
        return controls.orElseThrow(() -> new NotFoundException("This is no demonstration."));
    }

    private static void checkRange(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw new BadParameterException(
                    field, "The %s (%d) must be between 1 and %d.".formatted(field, value, most));
        }
    }
}
