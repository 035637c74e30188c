package vn.nhain.scheduler.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import vn.nhain.plant.Plant;
import vn.nhain.plant.machine.Machine;
import vn.nhain.plant.material.Material;
import vn.nhain.plant.order.Gate;
import vn.nhain.plant.order.Operation;
import vn.nhain.plant.order.OperationKind;
import vn.nhain.plant.order.Order;

/** Names and times as people of the plant say them, in both languages. */
public final class Words {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("EEE dd/MM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_VI = DateTimeFormatter.ofPattern("dd/MM HH:mm", Locale.ROOT);

    private final Plant plant;
    private final Instant origin;

    public Words(Plant plant, Instant origin) {
        this.plant = plant;
        this.origin = origin;
    }

    /** A text in both languages. */
    public record Both(String en, String vi) {}

    /** A time of day on the origin's day, otherwise with the day. */
    public Both time(Instant instant) {
        ZoneId zone = plant.zone();
        ZonedDateTime local = instant.atZone(zone);
        if (local.toLocalDate().equals(origin.atZone(zone).toLocalDate())) {
            return new Both(HOUR.format(local), HOUR.format(local));
        }
        int day = local.getDayOfWeek().getValue();
        String vi = day == 7 ? "CN" : "T" + (day + 1);
        return new Both(DAY_EN.format(local), vi + " " + DAY_VI.format(local));
    }

    /** Such as {@code 6 h} or {@code 1 h 20 min}. */
    public static Both duration(int minutes) {
        int hours = minutes / 60;
        int rest = minutes % 60;
        if (hours == 0) {
            return new Both(rest + " min", rest + " phút");
        }
        return rest == 0
                ? new Both(hours + " h", hours + " giờ")
                : new Both("%d h %d min".formatted(hours, rest), "%d giờ %d phút".formatted(hours, rest));
    }

    /** A count with its thousands apart: {@code 12,500} and {@code 12.500}. */
    public static Both count(long number) {
        String en = String.format(Locale.ROOT, "%,d", number);
        return new Both(en, en.replace(',', '.'));
    }

    /** A number with one decimal: {@code 3.5} and {@code 3,5}. */
    public static Both decimal(double number) {
        String en = String.format(Locale.ROOT, "%.1f", number);
        return new Both(en, en.replace('.', ','));
    }

    public static Both machine(Machine machine) {
        return machine.isPress()
                ? new Both("press " + machine.id(), "máy in " + machine.id())
                : new Both("machine " + machine.id(), "máy " + machine.id());
    }

    public Both paper(String materialId) {
        String name = plant.findMaterial(materialId).map(Material::name).orElse(materialId);
        return new Both("paper " + name, "giấy " + name);
    }

    public static Both kind(OperationKind kind) {
        return switch (kind) {
            case PRINT -> new Both("printing", "in");
            case LAMINATE -> new Both("lamination", "cán màng");
            case UV_COAT -> new Both("UV coating", "phủ UV");
            case FOIL -> new Both("foil stamping", "ép nhũ");
            case DIE_CUT -> new Both("die cutting", "bế");
            case GLUE -> new Both("gluing", "dán");
            case CUT -> new Both("cutting", "cắt");
            case FOLD -> new Both("folding", "gấp");
            case STITCH -> new Both("stitching", "đóng kim");
            case BIND -> new Both("binding", "vào bìa keo");
            case TRIM -> new Both("trimming", "xén ba mặt");
            case PACK -> new Both("packing", "đóng gói");
        };
    }

    /** What is done, told apart from others of its kind in the order: {@code printing 2 of 6}. */
    public static Both operation(Order order, Operation operation) {
        List<Operation> alike = order.operations().stream()
                .filter(o -> o.kind() == operation.kind())
                .toList();
        Both kind = kind(operation.kind());
        if (alike.size() < 2) {
            return kind;
        }
        int number = 1 + alike.indexOf(operation);
        return new Both(
                "%s %d of %d".formatted(kind.en(), number, alike.size()),
                "%s %d/%d".formatted(kind.vi(), number, alike.size()));
    }

    public static Both gate(Gate.Kind kind) {
        return switch (kind) {
            case PROOF -> new Both("the signed proof", "bản mẫu ký duyệt");
            case PLATES -> new Both("the plates", "kẽm");
            case DIE -> new Both("the die", "khuôn bế");
            case DEPOSIT -> new Both("the deposit", "tiền cọc");
        };
    }
}
