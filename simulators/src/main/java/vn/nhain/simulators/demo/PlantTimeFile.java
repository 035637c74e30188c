package vn.nhain.simulators.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Remembers plant time, so that a later start goes on where the last one ended. */
final class PlantTimeFile {
    private final Path file;

    PlantTimeFile(Path file) {
        this.file = file;
    }

    /**
     * The time that was written last, if any.
     *
     * @throws DemoException when the file is there but is not a time
     */
    Optional<Instant> read() throws DemoException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(Files.readString(file).strip()));
        } catch (IOException | DateTimeParseException e) {
            throw new DemoException(
                    "The plant time in %s cannot be read: %s. Put a time such as 2026-11-24T01:00:00Z into it, or choose another folder with --data."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** Writes the time; a power cut leaves the old one or the new one. */
    void write(Instant plantTime) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, plantTime.toString());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
