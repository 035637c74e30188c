package vn.nhain.edge.source.opcua.discover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what was found as the section {@code opcua} of the agent's configuration, ready to be pasted. */
public final class MappingText {
    private MappingText() {}

    /**
     * The text.
     *
     * @param url the server
     * @param endpoints what it offers, in a few words each
     * @param machineId id for all that was found; empty: by the objects of the server
     */
    public static String write(String url, List<String> endpoints, Discovery found, String machineId) {
        StringBuilder text = new StringBuilder();
        line(text, "# %s offers %s.", url, String.join(", ", endpoints));
        line(
                text,
                "# %d of %d variables, %d nodes looked at%s.",
                found.tags().size(),
                found.variables(),
                found.nodes(),
                found.cut() ? "; a limit ended the search: more with --depth or --nodes" : "");
        line(text, "# Metrics are guesses by name: read them before use, and leave out what nobody needs.");
        line(text, "opcua:");
        line(text, "  machines:");
        Map<String, List<FoundTag>> byMachine = new LinkedHashMap<>();
        for (FoundTag tag : found.tags()) {
            String machine = machineId.isEmpty() ? identifier(tag.machine()) : machineId;
            byMachine.computeIfAbsent(machine, id -> new ArrayList<>()).add(tag);
        }
        byMachine.forEach((machine, tags) -> {
            line(text, "    %s:", machine);
            line(text, "      url: %s", quoted(url));
            line(text, "      tags:");
            tags.forEach(
                    tag -> line(text, "        %s: %s  # %s", quoted(tag.metric()), quoted(tag.node()), remark(tag)));
        });
        return text.toString();
    }

    private static String remark(FoundTag tag) {
        StringBuilder remark = new StringBuilder(String.join("/", tag.path()).replaceAll("\\s", " "));
        if (!tag.type().isEmpty()) {
            remark.append(", ").append(tag.type());
        }
        String ours = MetricGuess.unitOf(tag.metric());
        if (!tag.unit().isEmpty()) {
            remark.append(", ").append(tag.unit().replaceAll("\\s", " "));
            if (!ours.isEmpty() && !ours.equals(tag.unit())) {
                remark.append(" where NhaIn expects ").append(ours);
            }
        } else if (!ours.isEmpty()) {
            remark.append(", must be in ").append(ours);
        }
        return remark.toString();
    }

    private static String identifier(String name) {
        String id = name.replaceAll("[^A-Za-z0-9_-]+", "_");
        return id.isEmpty() ? "machine" : id;
    }

    /** Plain where YAML takes it plain, else in double quotes. */
    private static String quoted(String value) {
        return value.matches("[A-Za-z][A-Za-z0-9._-]*")
                ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
