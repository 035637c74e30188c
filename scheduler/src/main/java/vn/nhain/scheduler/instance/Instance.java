package vn.nhain.scheduler.instance;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.nhain.scheduler.kernel.problem.Problem;

/**
 * A benchmark problem with the ids of its file.
 *
 * @param name file name without its ending
 * @param problem the problem
 * @param machineIds id of each machine in the file
 * @param jobIds id of each job in the file
 * @param operationIds id of each operation in the file
 */
@SuppressWarnings("ArrayRecordComponent") // read once, written out once
public record Instance(String name, Problem problem, int[] machineIds, int[] jobIds, int[] operationIds) {
    private static final long MOST_BYTES = 200_000_000;

    /**
     * Reads a file.
     *
     * @param file the file
     * @param format {@code ops} or {@code fjs}
     * @throws IOException when it cannot be read
     * @throws InstanceException when it is not of its format or contradicts itself
     */
    public static Instance read(Path file, String format) throws IOException, InstanceException {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        return parse(name, format, text(file));
    }

    /**
     * Reads the text of a file.
     *
     * @param name what the instance is called
     * @param format {@code ops} or {@code fjs}
     * @param text the text
     * @throws InstanceException when it is not of its format or contradicts itself
     */
    public static Instance parse(String name, String format, String text) throws InstanceException {
        return switch (format) {
            case "ops" -> new OpsReader(name).read(text);
            case "fjs" -> new FjsReader(name).read(text);
            default -> throw new IllegalArgumentException("The format (%s) must be ops or fjs.".formatted(format));
        };
    }

    private static String text(Path file) throws IOException, InstanceException {
        if (Files.isDirectory(file)) {
            throw new InstanceException(List.of("(%s) is a folder. Name a problem file.".formatted(file)));
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new InstanceException(
                    List.of("The file (%s) has %d bytes; at most %d are supported. Split the problem."
                            .formatted(file, Files.size(file), MOST_BYTES)));
        }
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InstanceException(
                    "The file (%s) is not text in UTF-8. Save it in that encoding.".formatted(file), e);
        }
    }
}
