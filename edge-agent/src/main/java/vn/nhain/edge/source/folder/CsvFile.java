package vn.nhain.edge.source.folder;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.nhain.edge.source.SourceValue;
import vn.nhain.plant.reading.ReadingQuality;

/** One measurement file, read. */
final class CsvFile {
    /** Larger files are refused unread: a scan of a sheet has some 20 kB. */
    static final long MOST_BYTES = 8L * 1024 * 1024;

    private final FolderMachine machine;
    private final DateTimeFormatter time;

    CsvFile(FolderMachine machine) {
        this.machine = machine;
        String pattern = machine.format().timeFormat();
        this.time = (pattern.isEmpty() ? DateTimeFormatter.ISO_DATE_TIME : DateTimeFormatter.ofPattern(pattern))
                .withZone(ZoneId.of(machine.format().zone()));
    }

    /**
     * What a file says.
     *
     * @param rows values by row
     * @param problems rows that cannot be read: line and reason
     */
    record Content(List<List<SourceValue>> rows, List<String> problems) {
        Content {
            rows = List.copyOf(rows);
            problems = List.copyOf(problems);
        }
    }

    /** @throws IOException when the file as a whole cannot be read; the words say why */
    Content read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("it has %d bytes, more than %d".formatted(Files.size(file), MOST_BYTES));
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(machine.format().separator())
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .get();
        List<List<SourceValue>> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text(file)), format)) {
            requireColumns(parser.getHeaderMap());
            for (CSVRecord record : parser) {
                try {
                    rows.add(row(record));
                } catch (DateTimeException | IllegalArgumentException e) {
                    problems.add("line %d: %s".formatted(parser.getCurrentLineNumber(), e.getMessage()));
                }
            }
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new IOException("it is not CSV with a header: %s".formatted(e.getMessage()), e);
        }
        return new Content(rows, problems);
    }

    private static String text(Path file) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IOException("it is not UTF-8 text: save it as UTF-8", e);
        }
    }

    private void requireColumns(Map<String, Integer> header) throws IOException {
        List<String> wanted = new ArrayList<>(List.of(machine.format().timeColumn()));
        machine.format().columns().values().forEach(column -> wanted.add(column.name()));
        for (String column : wanted) {
            if (!header.containsKey(column)) {
                throw new IOException("it has no column %s; its header says %s".formatted(column, header.keySet()));
            }
        }
    }

    private List<SourceValue> row(CSVRecord record) {
        if (!record.isConsistent()) {
            throw new IllegalArgumentException("it has not as many columns as the header");
        }
        Instant at = time(record.get(machine.format().timeColumn()));
        List<SourceValue> values = new ArrayList<>();
        machine.format().columns().forEach((metric, column) -> {
            String cell = record.get(column.name());
            if (!cell.isEmpty()) {
                Object value = column.mapping().apply(number(cell));
                values.add(new SourceValue(machine.machineId(), metric, value, ReadingQuality.GOOD, at));
            }
        });
        return values;
    }

    private Instant time(String said) {
        try {
            return time.parse(said, Instant::from);
        } catch (DateTimeException e) {
            if (machine.format().timeFormat().isEmpty()) {
                return OffsetDateTime.parse(said).toInstant();
            }
            throw e;
        }
    }

    /** A number when it is one; else the text, for a metric that has texts, or for the pipeline to refuse. */
    private Object number(String cell) {
        try {
            return Double.valueOf(machine.format().decimalComma() ? cell.replace(',', '.') : cell);
        } catch (NumberFormatException e) {
            return cell;
        }
    }
}
