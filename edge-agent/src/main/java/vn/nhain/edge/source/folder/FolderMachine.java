package vn.nhain.edge.source.folder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import vn.nhain.edge.source.ValueMapping;

/**
 * A folder with measurements of one machine.
 *
 * @param machineId the machine
 * @param folder where files appear; {@code done} and {@code rejected} are made in it
 * @param pattern glob of the names that are read, such as {@code *.csv}
 * @param settle a file is read when neither size nor time has changed for so long
 * @param interval from one look into the folder to the next
 * @param format how a row is read
 */
public record FolderMachine(
        String machineId, Path folder, String pattern, Duration settle, Duration interval, RowFormat format) {

    /**
     * How a row is read.
     *
     * @param separator between columns
     * @param decimalComma whether numbers have a comma where others have a point
     * @param timeColumn column with the time of the measurement
     * @param timeFormat pattern of {@link java.time.format.DateTimeFormatter}; empty for ISO 8601 with offset
     * @param zone time zone of a pattern without offset
     * @param columns column by metric
     */
    public record RowFormat(
            char separator,
            boolean decimalComma,
            String timeColumn,
            String timeFormat,
            String zone,
            Map<String, Column> columns) {
        public RowFormat {
            columns = Map.copyOf(columns);
        }
    }

    /**
     * One metric.
     *
     * @param name name of the column in the header
     * @param mapping what becomes of the value
     */
    public record Column(String name, ValueMapping mapping) {}
}
