package vn.nhain.simulators.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import vn.nhain.simulators.press.MachineMemory;
import vn.nhain.simulators.wire.Json;
import vn.nhain.simulators.wire.MalformedMessageException;

/** The file in which a machine's memory survives a restart; replaced as a whole, so that it is never half written. */
public final class MemoryFile {
    private final Path file;
    private final Path draft;

    /**
     * The memory of one machine.
     *
     * @param folder an existing folder
     */
    public MemoryFile(Path folder, String machineId) {
        this.file = folder.resolve(machineId + ".json");
        this.draft = folder.resolve(machineId + ".json.draft");
    }

    /**
     * What was remembered, if anything was.
     *
     * @throws IOException when the file cannot be read, or is damaged
     */
    public Optional<MachineMemory> read() throws IOException {
        try {
            return Optional.of(Json.read(Files.readAllBytes(file), MachineMemory.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (MalformedMessageException e) {
            throw new IOException(
                    "The memory of a simulated machine, %s, is damaged: %s Delete the file to install the machine anew."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    void write(MachineMemory memory) throws IOException {
        Files.write(draft, Json.writeBytes(memory));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
