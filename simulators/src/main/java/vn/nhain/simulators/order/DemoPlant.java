package vn.nhain.simulators.order;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import vn.nhain.plant.Plant;
import vn.nhain.plant.file.PlantFile;
import vn.nhain.plant.file.PlantFileException;

/** The plant of the demonstration: a folding-carton and commercial printer in Ho Chi Minh City. */
public final class DemoPlant {
    private static final String FILE = "/vn/nhain/simulators/plants/hcmc-carton.yaml";

    private DemoPlant() {}

    /** Writes its plant file; one that is there is replaced. */
    public static void copyTo(Path file) throws IOException {
        try (InputStream yaml = open()) {
            Files.copy(yaml, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static InputStream open() {
        InputStream yaml = DemoPlant.class.getResourceAsStream(FILE);
        if (yaml == null) {
            throw new IllegalStateException("The resource (%s) is missing from the class path.".formatted(FILE));
        }
        return yaml;
    }

    /** The plant; the addresses of its machines are those of the file, see {@link Plant#withMachines}. */
    public static Plant load() {
        try (InputStream yaml = open()) {
            return PlantFile.read(yaml, FILE);
        } catch (PlantFileException e) {
            throw new IllegalStateException("The demonstration plant is broken:\n" + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
