package vn.nhain.edge.source.folder;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import vn.nhain.edge.keys.Section;
import vn.nhain.edge.source.Owner;
import vn.nhain.edge.source.SourcePlan;
import vn.nhain.edge.source.SourceType;
import vn.nhain.edge.source.ValueMapping;

/** Measurement files: the section {@code folder}. */
public final class FolderType implements SourceType {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Set<String> DECIMALS = new LinkedHashSet<>(List.of("point", "comma"));

    @Override
    public String key() {
        return "folder";
    }

    @Override
    public String meaning() {
        return "folders into which measurement files (CSV) are written";
    }

    @Override
    public List<SourcePlan> read(Section section, Owner owner) {
        List<SourcePlan> plans = new ArrayList<>();
        section.sections("machines", "folders by the machine that was measured").forEach((id, machine) -> {
            Path folder = machine.requiredPath(
                    "path", "/srv/spectro/" + id, "where files appear; done and rejected are made in it");
            plans.add(new FolderPlan(new FolderMachine(
                    id,
                    folder,
                    pattern(machine),
                    machine.duration(
                            "settle",
                            Duration.ofSeconds(2),
                            Duration.ZERO,
                            HOUR,
                            "a file is read when it has not changed for so long"),
                    machine.duration(
                            "interval",
                            Duration.ofSeconds(1),
                            Section.MILLI,
                            HOUR,
                            "from one look into the folder to the next"),
                    format(machine))));
            machine.finish();
        });
        section.finish();
        return plans;
    }

    private static String pattern(Section machine) {
        String pattern = machine.text("pattern", "*.csv", "names that are read, a glob");
        try {
            var unused = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            return pattern;
        } catch (PatternSyntaxException e) {
            machine.mistake("pattern", pattern, "must be a glob such as *.csv: %s.".formatted(e.getDescription()));
            return "*.csv";
        }
    }

    private static FolderMachine.RowFormat format(Section machine) {
        String separator = machine.text("separator", ",", "between columns, one character");
        if (separator.length() != 1) {
            machine.mistake("separator", separator, "must be one character, such as ; or ,.");
        }
        String timeFormat = machine.text(
                "timeFormat", "", "pattern such as yyyy-MM-dd HH:mm:ss; empty: ISO 8601 with offset, or with zone");
        String zone = machine.text("zone", "UTC", "time zone of times without offset");
        try {
            var unused = DateTimeFormatter.ofPattern(timeFormat).withZone(ZoneId.of(zone));
        } catch (DateTimeException e) {
            machine.mistake("zone", zone, "must be a time zone such as Asia/Ho_Chi_Minh.");
            zone = "UTC";
        } catch (IllegalArgumentException e) {
            machine.mistake("timeFormat", timeFormat, "must be a pattern such as yyyy-MM-dd HH:mm:ss.");
            timeFormat = "";
        }
        return new FolderMachine.RowFormat(
                separator.length() == 1 ? separator.charAt(0) : ',',
                machine.choice("decimal", "point", DECIMALS, "what numbers have before their decimals")
                        .equals("comma"),
                machine.text("timeColumn", "time", "column with the time of the measurement"),
                timeFormat,
                zone,
                columns(machine));
    }

    private static Map<String, FolderMachine.Column> columns(Section machine) {
        Map<String, FolderMachine.Column> columns = new LinkedHashMap<>();
        machine.sections("metrics", "which column has which metric").forEach((metric, column) -> {
            String name = column.required("column", "D_C", "name of the column in the header");
            columns.put(metric, new FolderMachine.Column(name, ValueMapping.read(metric, column)));
            column.finish();
        });
        if (columns.isEmpty()) {
            machine.mistake("metrics", "missing", "name at least one, such as density.C: {column: D_C}.");
        }
        return columns;
    }
}
