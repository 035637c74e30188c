package vn.nhain.edge.source;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhain.edge.keys.Section;
import vn.nhain.edge.normalise.Linear;
import vn.nhain.edge.normalise.Units;

/**
 * What becomes of a raw value on its way to a metric: a number is scaled and brought to the unit of the metric; a code
 * becomes a text. The same keys in every protocol that reads raw values.
 *
 * @param linear for numbers
 * @param textByCode for codes; empty when the value stays what it is
 */
public record ValueMapping(Linear linear, Map<String, String> textByCode) {
    /** Leaves every value as it is. */
    public static final ValueMapping SAME = new ValueMapping(Linear.SAME, Map.of());

    public ValueMapping {
        textByCode = Map.copyOf(textByCode);
    }

    /** Reads {@code scale offset unit texts}, without {@link Section#finish}. */
    public static ValueMapping read(String metric, Section section) {
        Linear scaled = new Linear(
                section.decimal("scale", 1, -1e12, 1e12, "factor of the number"),
                section.decimal(
                        "offset", 0, -1e12, 1e12, "added after the factor, in the unit that the machine speaks"));
        String unit =
                section.text("unit", "", "unit that the machine speaks, such as 1/min; empty: that of the metric");
        Map<String, String> texts = section.texts("texts", "text by code, such as 1: Execute");
        if (unit.isBlank()) {
            return new ValueMapping(scaled, texts);
        }
        Linear converted = Units.toMetric(unit, metric).orElse(null);
        if (converted == null) {
            section.mistake(
                    "unit", unit, "cannot become the unit of %s: one of %s.".formatted(metric, Units.choices(metric)));
            return new ValueMapping(scaled, texts);
        }
        return new ValueMapping(scaled.then(converted), texts);
    }

    /** The value of the metric; a code without a text stays what it is, for the pipeline to refuse. */
    public @Nullable Object apply(@Nullable Object raw) {
        if (!textByCode.isEmpty()) {
            String text = textByCode.get(code(raw));
            return text == null ? raw : text;
        }
        return raw instanceof Number number && !linear.equals(Linear.SAME) ? linear.of(number.doubleValue()) : raw;
    }

    private static String code(@Nullable Object raw) {
        if (raw instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return String.valueOf(number.longValue());
        }
        return String.valueOf(raw);
    }
}
